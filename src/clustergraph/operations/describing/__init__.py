"""What a version says of one thing, as data."""
