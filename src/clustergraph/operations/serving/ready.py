"""Find out of a version what every lookup in it needs, before anybody asks."""

from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.identifying.register import register_of
from clustergraph.operations.identifying.standing import redirects_of

__all__ = ["make_ready"]


def make_ready(opened: OpenVersion) -> None:
    """Read the identifiers and the redirects of a version; up to a second, once for each version.

    Whoever asks in the meantime waits for it, and for nothing twice.
    """
    register_of(opened)
    redirects_of(opened)
