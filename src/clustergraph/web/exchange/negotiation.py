"""Which of the media types on offer suits a client's Accept header best (RFC 9110, section 12.5.1).

Where none suits, the client is told 406. Pure functions; what is offered where is decided by each
resource (``web.offers`` for a thing).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from starlette.datastructures import Headers

from clustergraph.coding import read_quality
from clustergraph.errors import NotAcceptable

__all__ = ["accept_of", "choose_media_type", "prefers_html"]

_MOST_CHARACTERS = 4_096
"""A longer Accept header is read up to here only."""
_QUOTED = r'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)'
"""What is quoted, commas and semicolons with the rest; where no quote ends it, to the end."""
_MEMBERS = re.compile(rf'(?:{_QUOTED}|[^,"])+', re.DOTALL)
_PARTS = re.compile(rf'(?:{_QUOTED}|[^;"])+', re.DOTALL)
_ESCAPE = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class _Range:
    """A media range of an Accept header; ``*`` stands for any type or subtype."""

    type: str
    subtype: str
    parameters: frozenset[tuple[str, str]]
    quality: float

    def fit(self, offer: "_Range") -> tuple[int, int, int] | None:
        """Say how specifically the range names the offer; None where it does not.

        A parameter that the offer says nothing of does not matter.
        """
        if self.type not in ("*", offer.type) or self.subtype not in ("*", offer.subtype):
            return None
        offered = dict(offer.parameters)
        if any(name in offered and offered[name] != value for name, value in self.parameters):
            return None
        shared = self.parameters & offer.parameters
        return (self.type != "*", self.subtype != "*", len(shared))


def _ranges(accept: str) -> tuple[_Range, ...]:
    members = _MEMBERS.findall(accept[:_MOST_CHARACTERS])
    return tuple(found for member in members if (found := _range(member)) is not None)


def accept_of(headers: Headers) -> str | None:
    """Return the Accept header, its lines as one (RFC 9110, section 5.3); None where it is missing.

    >>> accept_of(Headers(raw=[(b"accept", b"text/csv;q=0.5"), (b"accept", b"text/html")]))
    'text/csv;q=0.5, text/html'
    """
    return ", ".join(headers.getlist("accept")) or None


def choose_media_type(accept: str | None, offers: Sequence[str]) -> str:
    """Return the offer that the client likes best, the first of equals.

    A missing or empty header takes the first offer. What in the header is no media range is passed
    over.

    >>> choose_media_type("text/csv;q=0.5, application/*", ["text/csv", "application/json"])
    'application/json'

    Raises:
        NotAcceptable: when none suits.
    """
    if accept is None or not accept.strip():
        return offers[0]
    return _best(accept, tuple(offers))


def prefers_html(accept: str | None) -> bool:
    """Tell whether the client would rather have a page than anything that programs read.

    >>> prefers_html("text/html,*/*;q=0.8"), prefers_html("*/*"), prefers_html(None)
    (True, False, False)
    """
    offers = ("application/json", "text/turtle", "text/html")
    try:
        return choose_media_type(accept, offers) == "text/html"
    except NotAcceptable:
        return False


@lru_cache(maxsize=1024)  # clients send few different headers, and each with many requests
def _best(accept: str, offers: tuple[str, ...]) -> str:
    ranges = _ranges(accept)
    ranked = [
        (quality, shared, -position)
        for position, offer in enumerate(offers)
        for quality, shared in _likings(offer, ranges)
    ]
    quality, _, position = max(ranked, default=(0.0, 0, 0))
    if quality <= 0:
        raise NotAcceptable(accept, offers)
    return offers[-position]


def _likings(offer: str, ranges: Sequence[_Range]) -> Iterator[tuple[float, int]]:
    """Yield the quality of the range that names the offer best, and how many parameters agree."""
    wanted = _range(offer)
    if wanted is None:
        return
    fits = [(fit, range_.quality) for range_ in ranges if (fit := range_.fit(wanted)) is not None]
    if fits:
        fit, quality = max(fits)
        yield quality, fit[2]


def _range(text: str) -> _Range | None:
    name, *parts = (part.strip() for part in _PARTS.findall(text) or ("",))
    type_, slash, subtype = name.lower().partition("/")
    if not (type_ and slash and subtype) or (type_ == "*" and subtype != "*"):
        return None
    parameters = [_parameter(part) for part in parts if part]
    quality = next((value for name, value in parameters if name == "q"), "1")
    return _Range(
        type_,
        subtype,
        frozenset(pair for pair in parameters if pair[0] not in ("q", "charset")),
        read_quality(quality),
    )


def _parameter(text: str) -> tuple[str, str]:
    name, _, value = (part.strip().lower() for part in text.partition("="))
    return name, _ESCAPE.sub(r"\1", value.strip('"'))
