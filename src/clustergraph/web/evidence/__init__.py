"""What is known of a passage, shown alike wherever it is quoted with all that belongs to it."""
