"""Answer each item of a batch by itself: what is wrong with one keeps no other from its answer."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from clustergraph.errors import ClusterGraphError, Gone, InvalidParameter, NotFound
from clustergraph.web.problems.telling import problem_of

__all__ = ["Answered", "answer_each", "error_part", "fault_as_json"]

_Item = TypeVar("_Item")
_Answer = TypeVar("_Answer")
_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class Answered(Generic[_Answer]):
    """The answer to an item, or what is wrong with it."""

    answer: _Answer | None
    fault: ClusterGraphError | None = None


def answer_each(
    items: Iterable[tuple[_Key, _Item]], answer: Callable[[_Key, _Item], _Answer]
) -> dict[_Key, Answered[_Answer]]:
    """Answer the items in their order.

    Raises:
        ClusterGraphError: what is wrong with the first, when something is with all of them: then
            there is nothing to answer, and nobody should take that for an answer.
    """
    answered = {key: _answered(key, item, answer) for key, item in items}
    faults = [each.fault for each in answered.values() if each.fault]
    if faults and len(faults) == len(answered):
        raise faults[0]
    return answered


def fault_as_json(fault: ClusterGraphError) -> dict[str, Any]:
    """Tell what is wrong with one item, as a problem that came alone would (RFC 9457)."""
    return problem_of(fault).as_values()


def error_part(fault: ClusterGraphError | None) -> dict[str, Any]:
    """Return the field that tells what is wrong with an item, or none where nothing is."""
    return {"error": fault_as_json(fault)} if fault else {}


def _answered(
    key: _Key, item: _Item, answer: Callable[[_Key, _Item], _Answer]
) -> Answered[_Answer]:
    try:
        return Answered(answer(key, item))
    except (Gone, InvalidParameter, NotFound) as fault:
        return Answered(None, fault)
