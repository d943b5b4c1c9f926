"""Test any reconciliation service against the specification, a line for each requirement.

::

    requirements    what the specification asks, version by version (specification.tsv)
    checks          one function for each requirement: it asks the service and judges
    visits          what is asked of one service, each thing once; the samples that checks need
    dialects        how 0.1 and 0.2 say it (forms) and how 1.0 does (routes)
    shapes          the forms of messages, and what is wrong with one
    wire            requests and answers: patient, bounded, never an exception
    reports         what was found, as values
    telling         the same in lines for people

Nothing here knows ClusterGraph: a service is an address.
"""

from clustergraph.recon_check.checking import check, check_declared
from clustergraph.recon_check.findings import Finding, Outcome, Verdict
from clustergraph.recon_check.reports import Report, Round
from clustergraph.recon_check.requirements import (
    Level,
    Requirement,
    Specification,
    requirements_of,
)
from clustergraph.recon_check.telling import tell
from clustergraph.recon_check.wire import Wire

__all__ = [
    "Finding",
    "Level",
    "Outcome",
    "Report",
    "Requirement",
    "Round",
    "Specification",
    "Verdict",
    "Wire",
    "check",
    "check_declared",
    "requirements_of",
    "tell",
]
