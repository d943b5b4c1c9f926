"""What operators need: how it goes, in numbers and lines, and whether it is ready."""
