"""Lists of what is in a version, and what a list is narrowed by."""
