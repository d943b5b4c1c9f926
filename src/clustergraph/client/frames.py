"""Data frames of what was found. Only who imports this module needs pandas (``[pandas]``)."""

from collections.abc import Iterable
from dataclasses import Field, fields
from typing import Any, ClassVar, Protocol

from clustergraph.client.tables import Table
from clustergraph.errors import MissingExtra

try:
    from pandas import DataFrame
except ImportError as error:
    raise MissingExtra("A data frame", package="pandas", extra="pandas") from error

__all__ = ["to_frame"]


class _Record(Protocol):
    """What a dataclass makes."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


def to_frame(found: Table | Iterable[_Record]) -> DataFrame:
    """Make a data frame: a column for each variable of a query, or for each field of results.

    Numbers, dates and truth values come as such; what is not bound is ``None``.
    """
    if isinstance(found, Table):
        return DataFrame(
            found.values(), columns=list(found.variables), dtype=object
        ).infer_objects()
    return DataFrame([_cells(record) for record in found])


def _cells(record: _Record) -> dict[str, object]:
    return {field.name: getattr(record, field.name) for field in fields(record)}
