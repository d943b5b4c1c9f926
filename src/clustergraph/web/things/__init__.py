"""The pages of entities and of the concepts that they are sorted by."""
