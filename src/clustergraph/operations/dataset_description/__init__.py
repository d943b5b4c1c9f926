"""What the dataset says of itself: counts, licence, downloads."""
