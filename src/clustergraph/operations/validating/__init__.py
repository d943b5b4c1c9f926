"""Whether a graph keeps its own rules: shapes, registered names, quotes that stand in texts."""
