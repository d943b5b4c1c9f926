"""The two ways to say the same: in forms (0.1 and 0.2), or by routes and JSON (1.0).

A dialect makes requests and reads answers into what both have in common, so that checks are
written once. It knows what a message looks like, not what is right or wrong with a service.
"""

from typing import TypeAlias

from clustergraph.recon_check.dialects.forms import Forms
from clustergraph.recon_check.dialects.queries import (
    Asked,
    Manifest,
    Query,
    Record,
    Results,
    Rows,
    records_of,
)
from clustergraph.recon_check.dialects.routes import Routes
from clustergraph.recon_check.requirements import Specification

__all__ = [
    "Asked",
    "Dialect",
    "Forms",
    "Manifest",
    "Query",
    "Record",
    "Results",
    "Routes",
    "Rows",
    "dialect_of",
    "records_of",
]

Dialect: TypeAlias = Forms | Routes


def dialect_of(specification: Specification) -> Dialect:
    """Return the dialect of a version."""
    if specification is Specification.V1_0_DRAFT:
        return Routes()
    return Forms(specification)
