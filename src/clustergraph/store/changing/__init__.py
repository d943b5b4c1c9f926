"""Updates and whole graphs, written into a draft's store, and exactly what that changes.

``change`` says what can be done, ``steps`` carries out an update's operations one by one, by
``templates`` and a ``ledger`` of what came and went; ``mistakes`` finds where one is wrong.
"""

from clustergraph.store.changing.change import (
    Change,
    add_to_graphs,
    apply_update,
    drop_graph,
    replace_graph,
)

__all__ = ["Change", "add_to_graphs", "apply_update", "drop_graph", "replace_graph"]
