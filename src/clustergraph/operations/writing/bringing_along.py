"""Keep what lies beside a draft's store in step with it: the index of names, the relations.

Only what a change has touched is looked at; what follows by the rules, and the dumps, wait for the
next build.
"""

import shutil
from collections.abc import Mapping
from typing import Final

from clustergraph.names.files.opening import open_parts
from clustergraph.names.files.parts import Parts
from clustergraph.names.writing.bringing_along import bring_names_along
from clustergraph.names.writing.storing import build_names
from clustergraph.operations.look_up import cards
from clustergraph.operations.look_up.cards import cards_of
from clustergraph.operations.relating.relate import adjacency_of, bring_relations_along
from clustergraph.operations.writing.touched import Touched
from clustergraph.store.changing import Change
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Draft

__all__ = ["bring_along"]

_FEW: Final = 500
"""So many things are soon done, one by one."""
_TIMES_AS_LONG: Final = 3
"""A thing that is looked at by itself, compared with one among all."""


def bring_along(
    draft: Draft,
    change: Change,
    touched: Touched,
    *,
    graph: GraphStore,
    before: GraphStore,
    stamps: Mapping[str, str],
) -> dict[str, str]:
    """Bring a draft's names and relations in step with its store; return their stamps.

    The draft has an index and a table, of the store before the change. Takes some milliseconds for
    each thing; where most things were touched, and many, both are made anew.

    Args:
        draft: what is being written.
        change: what has changed.
        touched: whose names, and so on, have changed by that.
        graph: the store after the change.
        before: the store before.
        stamps: those of the index and the table that the draft has (see ``Version.stamps``).
    """
    if _is_most(touched, draft):
        return _made_anew(draft, graph)
    found = list(cards_of(graph, touched.named))
    gone = touched.named.difference(card.iri for card in found)
    names = bring_names_along(draft.names_path, found, gone)
    adjacency = bring_relations_along(draft.adjacency_path, change, graph, before)
    return {"names": names or stamps["names"], "adjacency": adjacency}


def _is_most(touched: Touched, draft: Draft) -> bool:
    """Tell whether all together take less time than those that were touched one by one."""
    count = len(touched.named)
    return count > _FEW and count * _TIMES_AS_LONG > Parts(open_parts(draft.names_path)).size


def _made_anew(draft: Draft, graph: GraphStore) -> dict[str, str]:
    shutil.rmtree(draft.names_path)
    shutil.rmtree(draft.adjacency_path)
    return {
        "names": build_names(draft.names_path, cards(graph)),
        "adjacency": adjacency_of(graph).write(draft.adjacency_path),
    }
