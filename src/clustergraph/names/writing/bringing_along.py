"""Bring an index along with what was written since it was made: a small part beside the large one.

What is touched is deleted where it was, and stands in a new part. Small parts are written together
with what comes new, as long as that is soon done; a search asks all of them.
"""

import hashlib
import shutil
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Final

from clustergraph.model import Iri
from clustergraph.names.card import Card
from clustergraph.names.files.cards import Filed
from clustergraph.names.files.opening import note_stamp, open_parts, part_path, read_stamp
from clustergraph.names.files.parts import Part, Parts
from clustergraph.names.writing.part_writing import index_writer, write_part

__all__ = ["bring_names_along"]

_DELETING_BYTES: Final = 15_000_000
"""The least that a writer takes."""
_SMALL: Final = 64
"""To write so many cards takes no longer than to begin a part."""
_SOON_DONE: Final = 512
"""No more than so many are written together, but for where there are too many parts."""
_MOST_PARTS: Final = 12
"""Each costs a search some hundredths of a millisecond."""
_FEW: Final = 3
"""So many become one where there are too many: not all, that no write takes very long."""


def bring_names_along(folder: Path, cards: Iterable[Card], gone: Iterable[Iri]) -> str:
    """Put cards into the index in the folder, in place of those of the same things.

    What is equal to what the index has is passed over; nothing changes where all is. No file is
    written into: where another is put in its place, other folders with the same file keep theirs.
    Some tenths of a millisecond a card, however large the index is, also for cards that came before
    and are written again with these: up to some hundreds, now and then some thousand.

    Languages have the orders that they had when the index was built: things with names in one that
    is new stand in the order of the default language until the next build.

    Args:
        folder: that of the index.
        cards: what things are called now, each thing once.
        gone: what the index knows no more; nothing that is in ``cards``.

    Returns:
        The stamp of the index as it is then: indexes of one stamp hold the same.

    Raises:
        StoreError: when there is no index, it is damaged, or of another shape.
        HomeNotWritable: when the system takes no more.
    """
    parts = open_parts(folder)
    index = Parts(parts)
    new = [filed for filed in map(Filed.of, cards) if _is_new(filed, index)]
    dropped = _where(parts, {*gone, *(filed.card.iri for filed in new)})
    if not new and not any(dropped.values()):
        return read_stamp(folder)
    digest = hashlib.sha256(read_stamp(folder).encode() + _told(dropped))
    kept, again = _parted(parts, dropped, len(new))
    for part in kept:
        _drop(part_path(folder, part.number), dropped[part.number])
    for part in again:
        shutil.rmtree(part_path(folder, part.number))
        new += (filed for filed in part.filed() if filed.card.iri not in dropped[part.number])
    if new:
        number = parts[-1].number + 1
        write_part(part_path(folder, number), new, digest, languages=_languages(kept))
    return note_stamp(folder, digest.hexdigest())


def _is_new(filed: Filed, index: Parts) -> bool:
    known = index.find(filed.card.iri)
    return known is None or known.stored != filed.stored


def _where(parts: Sequence[Part], things: Collection[Iri]) -> Mapping[int, frozenset[Iri]]:
    """Return which of the things each part has, by its number."""
    return {part.number: frozenset(filter(part.has, things)) for part in parts}


def _told(dropped: Mapping[int, Iterable[Iri]]) -> bytes:
    """Tell what is dropped, wherever it is, in one order."""
    return "\n".join(sorted(chain(*dropped.values()))).encode()


def _parted(
    parts: Sequence[Part], dropped: Mapping[int, Collection[Iri]], size: int
) -> tuple[list[Part], list[Part]]:
    """Tell which parts to keep, and which to write again with so many new cards."""
    built, *later = parts
    kept = [part for part in later if part.size > len(dropped[part.number])]
    while size and kept and _is_soon_written(kept[-1].size, size):
        size += kept.pop().size
    if len(kept) >= _MOST_PARTS:
        few = sorted(kept, key=lambda part: part.size)[:_FEW]
        kept = [part for part in kept if part not in few]
    return [built, *kept], [part for part in later if part not in kept]


def _is_soon_written(size: int, beside: int) -> bool:
    """Tell whether to write so many cards again with others, so that parts do not get many."""
    return size <= max(2 * beside, _SMALL) and size + beside <= _SOON_DONE


def _drop(folder: Path, things: Collection[Iri]) -> None:
    """Delete the cards of things from a part; its documents keep their numbers."""
    if not things:
        return
    for lock in folder.glob("*.lock"):
        lock.unlink()  # it may be another version's too, which must not be locked
    with index_writer(folder, _DELETING_BYTES) as writer:
        for thing in things:
            writer.delete_documents_by_term("iri", thing)


def _languages(parts: Iterable[Part]) -> Sequence[str]:
    """Return the languages that have orders in the oldest part with any card."""
    return next((part.orders.languages for part in parts if part.size), ())
