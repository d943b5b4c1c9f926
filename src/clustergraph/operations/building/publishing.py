"""The last step of a build: its draft becomes the current version, with what was written meanwhile.

How a draft becomes a version is the store's; how what was written comes in is ``catching_up``'s.
"""

import math
from typing import Final

from clustergraph.operations.building.filling import Filled
from clustergraph.operations.writing.catching_up import bring_in
from clustergraph.operations.writing.keeping import Keeping
from clustergraph.store.versions import Draft, Home, Version

__all__ = ["publish"]

_AS_LONG_AS_IT_TAKES: Final = math.inf


def publish(draft: Draft, filled: Filled, kept: Keeping, home: Home) -> tuple[Version, bool]:
    """Publish a draft; return what is current now, and whether it was not so before.

    It is alone in the home: nothing is written between the last look at it and the new version.

    Raises:
        HomeNotWritable: when the home can't be written.
    """
    kept.write_log(draft.writes_path)
    with home.alone(_AS_LONG_AS_IT_TAKES):
        before = home.current_id
        version = _publish(draft, filled, kept, home)
    return version, version.id != before


def _publish(draft: Draft, filled: Filled, kept: Keeping, home: Home) -> Version:
    later = kept.now(home)
    meanwhile = kept.change_to(later)
    built = draft.publish(
        filled.content_hash,
        names=filled.names,
        adjacency=filled.adjacency,
        is_current=not meanwhile,
    )
    return bring_in(meanwhile, later, built, home) if meanwhile else built
