"""Checks of the proposal of properties to fetch (section 7.2)."""

from collections.abc import Mapping
from typing import Final

from clustergraph.recon_check.checks.checking import Check
from clustergraph.recon_check.dialects import records_of
from clustergraph.recon_check.dialects.items import PROPOSAL
from clustergraph.recon_check.findings import Unmet, Verdict, judged
from clustergraph.recon_check.replies import Reply
from clustergraph.recon_check.shapes import shown
from clustergraph.recon_check.visits import Visit

__all__ = ["CHECKS"]


def _offered(visit: Visit) -> Verdict:
    if "extend" not in visit.manifest:
        raise Unmet("the manifest declares no data extension")
    request = visit.dialect.propose(visit.endpoint, visit.manifest, "", None)
    problems = [] if request else ["the manifest's extend does not offer proposals"]
    return judged(problems, visit.manifest_reply.exchange)


def _answers(visit: Visit) -> Verdict:
    reply = visit.propose()
    return judged(_problems(reply), reply.exchange)


def _problems(reply: Reply) -> list[str]:
    return [reply.problem] if reply.problem else list(PROPOSAL(reply.value, "$"))


def _type(visit: Visit) -> Verdict:
    reply = visit.propose()
    if _problems(reply):
        raise Unmet("there is no readable proposal")
    named = reply.fields.get("type")
    problems = [] if named == visit.type else [f"$.type is {shown(named)}, not {visit.type!r}"]
    return judged(problems, reply.exchange)


def _limit(visit: Visit) -> Verdict:
    reply = visit.propose(limit=1)
    problems = _problems(reply)
    proposed = len(records_of(reply.fields.get("properties")))
    if proposed > 1:
        problems.append(f"there are {proposed} properties for a limit of 1")
    return judged(problems, reply.exchange)


CHECKS: Final[Mapping[str, Check]] = {
    "propose-offered": _offered,
    "propose-answers": _answers,
    "propose-type": _type,
    "propose-limit": _limit,
}
