"""The graph as tools for language models, over the Model Context Protocol.

It asks a service through ``clustergraph.client`` and knows nothing else of the graph. Importing
this package needs the extra ``mcp``.
"""
