"""Under which conditions a client wants its write to happen (RFC 9110, section 13).

A version's id is the entity tag of all that it says. What is answered in one of several formats has
the id and more in its tag, parted by a dot: so the tag of any answer names its version.
"""

from dataclasses import dataclass
from typing import Final

from starlette.datastructures import Headers

__all__ = ["Conditions", "tag_of"]

_ANY: Final = "*"
_PARTS: Final = "."


def tag_of(version_id: str, *parts: str) -> str:
    """Return the strong entity tag of an answer of a version, in its quotes.

    >>> tag_of("20260101T000000Z-0123456789abcdef", "ttl", "gzip")
    '"20260101T000000Z-0123456789abcdef.ttl.gzip"'
    """
    return f'"{_PARTS.join((version_id, *parts))}"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """What must hold for a write to happen.

    Attributes:
        versions: the ids of the versions of which one must be current; None where any may be.
        not_versions: the ids of those that must not be.
        must_exist: whether what is written to must be there.
        must_be_new: whether it must not be there.
    """

    versions: tuple[str, ...] | None = None
    not_versions: tuple[str, ...] = ()
    must_exist: bool = False
    must_be_new: bool = False

    @classmethod
    def of(cls, headers: Headers) -> "Conditions":
        """Read If-Match and If-None-Match; an id may also stand there without quotes.

        An If-Match that names nothing holds for nothing: whoever sends one has lost the tag that
        should guard what others wrote.
        """
        match, none_match = _tags(headers, "if-match"), _tags(headers, "if-none-match")
        names_versions = "if-match" in headers and _ANY not in match
        return cls(
            versions=_ids(match, is_strong=True) if names_versions else None,
            not_versions=_ids(none_match),
            must_exist=_ANY in match,
            must_be_new=_ANY in none_match,
        )

    @property
    def depend_on_current(self) -> bool:
        """Whether one must look at what is current to know whether they hold."""
        return self.must_exist or self.must_be_new or bool(self.not_versions)

    def hold(self, version_id: str, *, is_there: bool) -> bool:
        """Tell whether they hold where that version is current."""
        return (
            (self.versions is None or version_id in self.versions)
            and version_id not in self.not_versions
            and not (self.must_exist and not is_there)
            and not (self.must_be_new and is_there)
        )


def _tags(headers: Headers, name: str) -> tuple[str, ...]:
    whole = ",".join(headers.getlist(name))
    return tuple(tag.strip() for tag in whole.split(",") if tag.strip())


def _ids(tags: tuple[str, ...], *, is_strong: bool = False) -> tuple[str, ...]:
    """Return the ids in tags; weak ones count only where the same in other bytes is enough."""
    counting = (tag for tag in tags if not (is_strong and tag.startswith("W/")))
    return tuple(tag.removeprefix("W/").strip('"').partition(_PARTS)[0] for tag in counting)
