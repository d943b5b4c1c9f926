"""What is told at addresses of which a version says nothing: why, or where the thing is now.

It lies beside the store, as a file of hashes, because the addresses themselves may name a person.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from clustergraph.errors import StoreError
from clustergraph.model import Iri, Withheld

__all__ = ["read_withheld", "told_of", "withheld_hash", "write_withheld"]

_WHY: Final = "why"
_REPLACED_BY: Final = "replaced_by"


def write_withheld(path: Path, withheld: Iterable[Withheld]) -> None:
    """Write the file; the same addresses give the same bytes."""
    told = {_hash(each.iri): _told(each) for each in withheld}
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")


def read_withheld(path: Path) -> Mapping[str, Mapping[str, str]]:
    """Read the file, for ``told_of``; one that is not there tells nothing.

    Raises:
        StoreError: when it is damaged: what it holds must not be taken for unknown.
    """
    try:
        told: Mapping[str, Mapping[str, str]] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        message = f"The list {path} of what is withheld can't be read ({error}); build it again."
        raise StoreError(message) from error
    return told


def told_of(iri: Iri, told: Mapping[str, Mapping[str, str]]) -> Withheld | None:
    """Return what is told at an address; None where it is not withheld."""
    found = told.get(_hash(iri))
    if found is None:
        return None
    replaced_by = Iri(found[_REPLACED_BY]) if _REPLACED_BY in found else None
    return Withheld(iri=iri, why=found.get(_WHY, ""), replaced_by=replaced_by)


def withheld_hash(content_hash: str, path: Path, texts: Path) -> str:
    """Chain the hash of a version's content to what it withholds; itself where that is nothing.

    The kept texts count too: which words are hidden in them does not follow from the content.
    """
    if not path.exists():
        return content_hash
    digest = hashlib.sha256(content_hash.encode())
    for each in (path, *sorted(texts.glob("*.txt"))):
        digest.update(each.read_bytes())
    return digest.hexdigest()


def _hash(iri: Iri) -> str:
    return hashlib.sha256(iri.encode()).hexdigest()


def _told(withheld: Withheld) -> dict[str, str]:
    if withheld.replaced_by:
        return {_REPLACED_BY: withheld.replaced_by}
    return {_WHY: withheld.why}
