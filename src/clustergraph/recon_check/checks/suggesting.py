"""Checks of the services that complete what is typed (section 6), for each kind they complete."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from clustergraph.recon_check.checks.checking import Check
from clustergraph.recon_check.dialects import Forms
from clustergraph.recon_check.dialects.items import SUGGESTIONS
from clustergraph.recon_check.findings import Unmet, Verdict, judged
from clustergraph.recon_check.replies import Suggestions
from clustergraph.recon_check.requirements import KINDS
from clustergraph.recon_check.samples import Sample, identifiers_of, samples_of
from clustergraph.recon_check.shapes import filled_text, record, shown, text
from clustergraph.recon_check.visits import Visit

__all__ = ["CHECKS"]

_LEAST_BEGINNING: Final = 3


def _answers(visit: Visit, kind: str) -> Verdict:
    suggestions = visit.suggestions(kind)
    return judged(_problems(suggestions, kind), suggestions.reply.exchange)


def _problems(suggestions: Suggestions, kind: str) -> Iterator[str]:
    """Tell why something is no answer to a prefix."""
    if suggestions.reply.problem:
        yield suggestions.reply.problem
        return
    yield from SUGGESTIONS[kind](suggestions.reply.value, "$")


def _skips(visit: Visit, kind: str) -> Verdict:
    all_ = visit.suggestions(kind)
    rest = visit.suggest(kind, all_.prefix, skip=1)
    problems = list(_problems(rest, kind))
    before, after = identifiers_of(all_.items), identifiers_of(rest.items)
    if not problems and before and after[:1] != before[1:2] and after[:1] == before[:1]:
        problems = [f"after skipping one the first is {shown(before[0])} as before"]
    return judged(problems, rest.reply.exchange, all_.reply.exchange)


def _limit(visit: Visit, kind: str) -> Verdict:
    one = visit.suggest(kind, visit.suggestions(kind).prefix, limit=1)
    problems = list(_problems(one, kind))
    if len(one.items) > 1:
        problems.append(f"there are {len(one.items)} suggestions for a limit of 1")
    return judged(problems, one.reply.exchange)


def _empty(visit: Visit, kind: str) -> Verdict:
    suggestions = visit.suggest(kind, "")
    return judged(_problems(suggestions, kind), suggestions.reply.exchange)


def _by_name(visit: Visit, kind: str) -> Verdict:
    item = _item(visit, kind)
    return _suggested(visit, kind, item, item.name)


def _by_identifier(visit: Visit, kind: str) -> Verdict:
    item = _item(visit, kind)
    return _suggested(visit, kind, item, item.identifier)


def _suggested(visit: Visit, kind: str, item: Sample, prefix: str) -> Verdict:
    found = visit.suggest(kind, prefix)
    problems = list(_problems(found, kind))
    hidden = bool(found.items) and all(one.get("name") == item.name for one in found.items)
    if not problems and not hidden and item.identifier not in identifiers_of(found.items):
        problems = [f"{shown(item.name)} ({shown(item.identifier)}) is not suggested"]
    return judged(problems, found.reply.exchange)


def _beginning(visit: Visit, kind: str) -> Verdict:
    name = _item(visit, kind).name
    found = visit.suggest(kind, name[: max(_LEAST_BEGINNING, len(name) // 2)].rstrip())
    problems = list(_problems(found, kind))
    if not problems and not found.items:
        problems = [f"nothing is suggested for {shown(found.prefix)}, though {shown(name)} is"]
    return judged(problems, found.reply.exchange)


def _flyout(visit: Visit, kind: str) -> Verdict:
    if not isinstance(visit.dialect, Forms):
        raise Unmet("this version has no flyouts")
    identifier = _item(visit, kind).identifier
    request = visit.dialect.flyout(visit.endpoint, visit.manifest, kind, identifier)
    if request is None:
        reason = f"the manifest declares no flyout for {kind}"
        raise Unmet(reason)
    reply = visit.reply(request)
    problems = [reply.problem] if reply.problem else []
    if not problems:
        problems = list(record({"id": filled_text, "html": text})(reply.value, "$"))
    if not problems and reply.fields.get("id") != identifier:
        problems = [f"$.id is {shown(reply.fields.get('id'))}, not {shown(identifier)}"]
    return judged(problems, reply.exchange)


def _item(visit: Visit, kind: str) -> Sample:
    items = samples_of(visit.suggestions(kind).items)
    if not items:
        raise Unmet("nothing was suggested for any prefix that was tried")
    return items[0]


_OF_A_KIND: Final[Mapping[str, Callable[[Visit, str], Verdict]]] = {
    "answers": _answers,
    "skips": _skips,
    "limit": _limit,
    "empty": _empty,
    "name": _by_name,
    "identifier": _by_identifier,
    "beginning": _beginning,
    "flyout": _flyout,
}


def _of(kind: str, check: Callable[[Visit, str], Verdict]) -> Check:
    def of_kind(visit: Visit) -> Verdict:
        return check(visit, kind)

    return of_kind


CHECKS: Final[Mapping[str, Check]] = {
    f"suggest-{kind}-{name}": _of(kind, check)
    for kind in KINDS
    for name, check in _OF_A_KIND.items()
}
