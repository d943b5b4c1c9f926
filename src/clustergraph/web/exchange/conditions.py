"""What a client has already, by the tags that its request names (RFC 9110, section 13.1)."""

from collections.abc import Set as AbstractSet

__all__ = ["has", "tags_in"]


def tags_in(if_none_match: str | None) -> frozenset[str]:
    """Read If-None-Match: its tags in their quotes, weak and strong ones alike (section 13.1.2).

    >>> sorted(tags_in('W/"a", "b"')), tags_in(None)
    (['"a"', '"b"'], frozenset())
    """
    if if_none_match is None:
        return frozenset()
    return frozenset(tag.strip().removeprefix("W/") for tag in if_none_match.split(","))


def has(known_tags: AbstractSet[str], tag: str) -> bool:
    """Tell whether the client has the answer of that tag, which is strong, or any (``*``).

    >>> has({'"a"'}, '"a"'), has({"*"}, '"b"'), has(set(), '"a"')
    (True, True, False)
    """
    return not known_tags.isdisjoint({tag, "*"})
