"""The settings of a column that a table is extended by: how both versions offer and read them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from clustergraph.operations.reconciling.extending import Column, Content
from clustergraph.operations.reconciling.schema import Property
from clustergraph.web.reconcile.limits import CELL_VALUES
from clustergraph.web.reconcile.reading import choice_of, fields_of, refuse

__all__ = ["SETTINGS", "Setting", "column_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a person may choose for a column, as a field of a form; ``choices`` are for a select."""

    id: str
    name: str
    type: str
    default: str | int
    help: str
    choices: Mapping[str, str] | None = None


SETTINGS: Final = (
    Setting(
        id="limit",
        name="Most values",
        type="number",
        default=0,
        help="How many values a row may have; 0 for all.",
    ),
    Setting(
        id="content",
        name="What of each value",
        type="select",
        default=Content.VALUES.value,
        help="Quotes are the exact words of the documents that say so.",
        choices={
            Content.VALUES: "the value, or the thing",
            Content.NAMES: "its name",
            Content.IRIS: "its IRI",
            Content.QUOTES: "the words that say so",
            Content.DOCUMENTS: "the documents that say so",
        },
    ),
    Setting(
        id="language",
        name="Language of texts",
        type="text",
        default="",
        help="Such as en, pl or bg: texts in this language, and in none; empty for all.",
    ),
)


def column_of(where: str, property_: Property, settings: Any) -> Column:
    """Read what was chosen for a column; clients send numbers as texts too.

    Raises:
        InvalidParameter: when there is no such setting, or no such choice.
    """
    chosen = fields_of(where, settings or {}, [setting.id for setting in SETTINGS])
    return Column(
        property=property_,
        limit=_limit(f"{where}/limit", chosen.get("limit", 0)),
        content=choice_of(f"{where}/content", chosen.get("content", Content.VALUES), Content),
        language=str(chosen.get("language", "")).strip().lower(),
    )


def _limit(where: str, value: Any) -> int:
    text = str(value).strip().removesuffix(".0") or "0"
    if not text.isdecimal() or int(text) > CELL_VALUES:
        refuse(where, value, f"a whole number from 0 to {CELL_VALUES}")
    return int(text)
