"""All that one thing is related to in one way: a page of its own, and the same for programs."""
