"""How a page of results leads to the next one; what a token means is for what was asked to say."""

from clustergraph.web.visit import Visit

__all__ = ["next_address", "next_links"]


def next_address(visit: Visit, token: str | None) -> str | None:
    """Return the address of the page that begins at a token; None where there is no more."""
    return visit.address(next=token) if token else None


def next_links(address: str | None) -> list[tuple[str, str, str]]:
    """Return the links to the next page for a Link header (RFC 8288): one or none."""
    return [(address, "next", "")] if address else []
