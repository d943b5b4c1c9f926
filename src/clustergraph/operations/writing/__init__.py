"""Write to the graph while it is served: each write is a version of its own.

::

    order ─write→ (carrying_out → checking, touched → bringing_along → log) → written

``order`` says what somebody wants written, ``write`` carries it out; ``writer`` has that done in a
process of its own, whose program is ``program``. What builds and forgetting make of what was
written is in ``keeping``, ``catching_up`` and ``veiling``.
"""
