"""The reconciliation service, as OpenRefine and others speak to it (W3C Entity Reconciliation).

``stable`` reads and writes the messages of version 0.2, ``draft`` those of the draft of 1.0. What
they ask for, and what is found, is the same: see ``operations.reconciling``.
"""
