"""Versions of the graph, the engine that holds them, and the processes that read them."""
