"""How much one client may ask: how often, how long a body may be, and what JSON in it is taken.

Connections are limited in ``serving``, queries by their work in the readers' pool and by their
length in ``sparql``.
"""
