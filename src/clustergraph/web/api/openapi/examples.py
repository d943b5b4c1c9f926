"""Examples of calls, written beside the call with gaps for what differs from version to version.

What fills the gaps is chosen in ``listing.sample``, the calls are made in ``trying``, and
``describing`` puts both into the OpenAPI description. So an example is always one that works here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final

__all__ = ["GAPPED", "Example", "examples", "filled"]

GAPPED: Final = "x-gapped-examples"
"""Where an operation has its examples until they are filled in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A call with gaps, such as ``{name}``.

    ``name`` is the example's own, unlike the others of the operation. ``path`` and ``query`` have
    the values of parameters; ``body`` is JSON, or None.
    """

    name: str
    summary: str
    path: Mapping[str, Any] = field(default_factory=dict)
    query: Mapping[str, Any] = field(default_factory=dict)
    body: Any = None


def examples(*each: Example) -> dict[str, Any]:
    """Return what to say of an operation (``openapi_extra``) that has these examples."""
    return {GAPPED: [asdict(example) for example in each]}


def filled(gapped: list[dict[str, Any]], words: Mapping[str, str]) -> Iterator[Example]:
    """Yield the examples whose gaps the words can fill.

    >>> call = examples(Example(name="a", summary="b", query={"q": "{name}", "limit": "2"}))
    >>> [example.query for example in filled(call[GAPPED], {"name": "{Ruse}"})]
    [{'q': '{Ruse}', 'limit': '2'}]
    >>> list(filled(call[GAPPED], {}))
    []
    """
    for example in gapped:
        try:
            yield Example(**_filled(example, words))
        except KeyError:
            continue  # this version has nothing of the kind


def _filled(value: Any, words: Mapping[str, str]) -> Any:
    match value:
        case str():
            return value.format_map(words)
        case dict():
            return {key: _filled(each, words) for key, each in value.items()}
        case list() | tuple():
            return [_filled(each, words) for each in value]
        case _:
            return value
