"""Two versions compared: what changed, in words."""
