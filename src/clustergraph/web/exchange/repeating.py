"""Parameters and fields that are given twice: which of the two shall hold is nobody's guess."""

from collections.abc import Collection, Iterable

from clustergraph.errors import InvalidParameter

__all__ = ["refuse_repeated"]


def refuse_repeated(pairs: Iterable[tuple[str, str]], *, lists: Collection[str] = ()) -> None:
    """See to it that each name has one value, but for the names of ``lists``.

    Raises:
        InvalidParameter: when one has another value the second time.
    """
    known: dict[str, str] = {}
    for name, value in pairs:
        first = known.setdefault(name, value)
        if value != first and name not in lists:
            raise InvalidParameter(name, f"{first}, then {value}", "given once")
