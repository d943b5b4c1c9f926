"""How facets and their values are called in addresses, of lists for people and for programs."""

from collections.abc import Mapping
from typing import Final

from clustergraph.iris import BASE

__all__ = ["BESIDE_CLASSES", "FACETS", "spelled"]

FACETS: Final[Mapping[str, str]] = {
    "type": "cls",
    "place": "country",
    "sector": "sector",
    "programme": "programme",
    "year": "year",
    "source_language": "source_language",
}
"""The parameters that narrow a list, and what the index calls them."""
BESIDE_CLASSES: Final = tuple(name for name in FACETS if name != "type")
"""Those that narrow the list of one class."""
_BEGINNINGS: Final = (f"{BASE}id/", f"{BASE}voc/sectors/", f"{BASE}ns#")


def spelled(value: str) -> str:
    """Spell a value as an address does.

    >>> spelled("https://w3id.org/clustergraph/voc/sectors/agrifood"), spelled("2018")
    ('agrifood', '2018')
    """
    for beginning in _BEGINNINGS:
        value = value.removeprefix(beginning)
    return value
