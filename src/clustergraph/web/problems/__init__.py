"""What went wrong, told to programs and to people, each with the status that it gets."""
