"""What a service finds out of each version that it takes up."""
