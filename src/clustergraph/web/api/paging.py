"""How a page of results leads to the next one; what a token means is for what was asked to say."""

from collections.abc import Callable, Iterator

from clustergraph.operations.look_up import Findings
from clustergraph.web.visit import Visit

__all__ = ["next_address", "next_links", "with_following"]


def next_address(visit: Visit, token: str | None) -> str | None:
    """Return the address of the page that begins at a token; None where there is no more."""
    return visit.address(next=token) if token else None


def next_links(address: str | None) -> list[tuple[str, str, str]]:
    """Return the links to the next page for a Link header (RFC 8288): one or none."""
    return [(address, "next", "")] if address else []


def with_following(found: Findings, go_on: Callable[[str], Findings]) -> Iterator[Findings]:
    """Yield a page and all that follow it, each looked for when it is asked for by its token."""
    yield found
    while found.next is not None:
        found = go_on(found.next)
        yield found
