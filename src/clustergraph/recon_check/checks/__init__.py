"""One check for each requirement: it asks through the visit and says what it saw."""

from collections.abc import Mapping
from typing import Final

from clustergraph.recon_check.checks import (
    candidates,
    extending,
    languages,
    manifests,
    matching,
    origins,
    previewing,
    proposing,
    queries,
    refusing,
    suggesting,
)
from clustergraph.recon_check.checks.checking import Check

__all__ = ["CHECKS", "Check"]

_ALL: Final = (
    manifests,
    origins,
    refusing,
    matching,
    candidates,
    queries,
    previewing,
    suggesting,
    proposing,
    extending,
    languages,
)

CHECKS: Final[Mapping[str, Check]] = {
    key: check for module in _ALL for key, check in module.CHECKS.items()
}
"""By the key of the requirement."""
