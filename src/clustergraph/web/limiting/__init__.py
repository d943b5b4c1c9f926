"""What of requests is taken: how many of one client, how long, and what can be read of them.

Connections are limited in ``serving``, queries by their work in the readers' pool and by their
length in ``sparql``.
"""
