"""The catalogue of our own queries, and the gate for those of others."""
