"""Lists of things: all of a class, or what a search finds, and the ways to narrow them."""
