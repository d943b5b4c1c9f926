"""Keep an engine elsewhere in step with this home, which stays the record of what is said.

``publish`` sends it a version, ``mirror`` each write. How it is spoken to is known in
``store.remote``.
"""
