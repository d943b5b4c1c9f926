"""What is said of whom: each module reads one kind of sign and notes facts with their words."""
