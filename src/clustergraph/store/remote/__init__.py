"""A SPARQL engine elsewhere that holds the graph too: asked and changed by protocol.

``address`` says where one is, ``sending`` speaks HTTP with it, ``client`` asks and changes it for
commands, ``readers`` runs public queries there. ``marker`` is what it is told about the version
that it holds, ``statements`` how quads are written for it. ``answering`` looks at its answers to
the public, ``converting`` mends them; ``results`` reads those to our own queries. Which version it
shall hold is decided in ``operations.engine``.
"""
