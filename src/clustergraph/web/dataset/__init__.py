"""The dataset on the web: what it says of itself, and the files that hold all of it."""
