"""Read the items of a batch; one that can't be read says why, and harms no other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from clustergraph.errors import InvalidParameter, TooManyAtOnce
from clustergraph.model import Iri
from clustergraph.operations.listing.filter_values import place_meant
from clustergraph.operations.look_up import kinds_named
from clustergraph.operations.look_up.batch import Item
from clustergraph.web.api.shapes.batch import MOST_ITEMS, BatchRequest, ItemShape
from clustergraph.web.limiting.json_texts import in_a_sentence
from clustergraph.web.problems.misfits import misfits_of, wanted
from clustergraph.web.visit import Visit

__all__ = ["Asked", "asked_items", "read_request"]

_ITEM = TypeAdapter(ItemShape)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An item as it was asked: either ``item`` can be looked up, or ``fault`` says why not."""

    text: str | None = None
    key: str | int | None = None
    item: Item | None = None
    fault: str = ""


def read_request(value: Any) -> tuple[list[Any], BatchRequest]:
    """Read what was sent, but for its items; a list alone is a list of items.

    Raises:
        InvalidParameter: when it is no batch, or an empty one.
        TooManyAtOnce: when it has too many items.
    """
    said = {"items": value} if isinstance(value, list) else value
    if not isinstance(said, Mapping) or not isinstance(said.get("items"), list):
        raise InvalidParameter("the body", in_a_sentence(value), 'an object with a list of "items"')
    items = said["items"]
    if len(items) > MOST_ITEMS:
        raise TooManyAtOnce("items", len(items), MOST_ITEMS)
    if not items:
        raise InvalidParameter("items", "a list of 0", f"a list of 1 to {MOST_ITEMS}")
    try:
        return items, BatchRequest.model_validate({**said, "items": []})
    except ValidationError as error:
        wrong = error.errors()[0]
        name = "/".join(map(str, wrong["loc"]))
        wish = wanted(wrong, BatchRequest.model_fields)
        raise InvalidParameter(name, in_a_sentence(wrong["input"]), wish) from None


def asked_items(visit: Visit, items: Iterable[Any]) -> list[Asked]:
    """Read the items; whose class or place there is not can't be looked up."""
    reader = _Reader(visit)
    return [reader.read(item) for item in items]


class _Reader:
    """Finds each class and place that items name once."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit
        self._place = cache(self._find_place)

    def read(self, said: Any) -> Asked:
        if isinstance(said, str):
            return Asked(text=said, item=Item(text=said))
        try:
            shape = _ITEM.validate_python(said)
        except ValidationError as error:
            return Asked(key=_key(said), fault=misfits_of(error, ItemShape.model_fields))
        text = shape.text if shape.value is None else shape.value
        try:
            return Asked(text=text, key=shape.key, item=self._item(shape, text or ""))
        except InvalidParameter as error:
            return Asked(text=text, key=shape.key, fault=str(error))

    def _item(self, shape: ItemShape, text: str) -> Item:
        kinds = (kind for name in _several(shape.type) for kind in kinds_named(name))
        return Item(
            text=text,
            scheme=shape.scheme,
            kinds=frozenset(kinds),
            places=frozenset(map(self._place, _several(shape.place))),
            names_in=shape.lang,
        )

    def _find_place(self, name: str) -> Iri:
        return place_meant(self._visit.opened, name)


def _several(value: str | list[str]) -> list[str]:
    values = [value] if isinstance(value, str) else value
    return [each for each in values if each.strip()]


def _key(said: Any) -> str | int | None:
    key = said.get("key") if isinstance(said, Mapping) else None
    return key if isinstance(key, str | int) else None
