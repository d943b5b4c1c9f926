"""How the lookup API describes itself, to programs and to people, with examples that work."""
