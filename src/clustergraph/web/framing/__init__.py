"""What stands round every page: its head and foot, what is said of it elsewhere, its looks."""
