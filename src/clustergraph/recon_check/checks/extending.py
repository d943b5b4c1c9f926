"""Checks of the values that data extension brings (sections 7.3 and 7.4)."""

from collections.abc import Iterator, Mapping
from typing import Final

from clustergraph.recon_check.checks.checking import Check
from clustergraph.recon_check.dialects import Forms, Record, Rows, records_of
from clustergraph.recon_check.dialects.items import COLUMN
from clustergraph.recon_check.findings import Unmet, Verdict, judged
from clustergraph.recon_check.replies import Reply
from clustergraph.recon_check.samples import identifiers_of
from clustergraph.recon_check.shapes import list_of, shown
from clustergraph.recon_check.visits import Visit

__all__ = ["CHECKS"]

_EXAMPLES: Final[Mapping[object, object]] = {"number": 1, "text": "", "checkbox": False}


def _answers(visit: Visit) -> Verdict:
    return judged(_problems(visit, visit.values_reply), visit.values_reply.exchange)


def _problems(visit: Visit, reply: Reply) -> list[str]:
    return [reply.problem] if reply.problem else list(visit.dialect.rows(reply.value).problems)


def _by_get(visit: Visit) -> Verdict:
    if not isinstance(visit.dialect, Forms):
        raise Unmet("this version has no such request")
    posted = _readable(visit)
    reply = visit.reply(visit.dialect.extend_by_get(visit.endpoint, *visit.wanted))
    problems = _problems(visit, reply)
    if not problems and visit.dialect.rows(reply.value).values.keys() != posted.values.keys():
        problems = ["the rows are not those of the same query when posted"]
    return judged(problems, reply.exchange, visit.values_reply.exchange)


def _columns(visit: Visit) -> Verdict:
    rows = _readable(visit)
    problems = list(list_of(COLUMN)(list(rows.columns), "$.meta"))
    there = identifiers_of(records_of(list(rows.columns)))
    asked = visit.wanted[1]
    problems += [f"$.meta lacks the property {one!r}" for one in asked if one not in there]
    problems += [f"$.meta has {shown(one)}, not asked for" for one in there if one not in asked]
    return judged(problems, visit.values_reply.exchange)


def _rows(visit: Visit) -> Verdict:
    return judged(_missing(visit, _readable(visit)), visit.values_reply.exchange)


def _missing(visit: Visit, rows: Rows) -> Iterator[str]:
    entities, properties = visit.wanted
    for entity in entities:
        if entity not in rows.values:
            yield f"$.rows lacks the entity {entity!r}"
            continue
        lacking = [one for one in properties if one not in rows.values[entity]]
        yield from (f"the row of {entity!r} lacks the property {one!r}" for one in lacking)


def _values(visit: Visit) -> Verdict:
    return judged(_malformed(visit, _readable(visit)), visit.values_reply.exchange)


def _malformed(visit: Visit, rows: Rows) -> Iterator[str]:
    form = list_of(visit.dialect.value)
    for entity, row in rows.values.items():
        for property_, values in row.items():
            yield from form(values, f"the value of {entity!r}, {property_!r}")


def _settings(visit: Visit) -> Verdict:
    extend = visit.manifest.get("extend")
    definitions = extend.get(visit.dialect.settings) if isinstance(extend, dict) else None
    chosen = _chosen(records_of(definitions), visit.dialect.setting_name)
    if not chosen:
        raise Unmet("the manifest offers no settings")
    entities, properties = visit.wanted
    asked = dict.fromkeys(properties, chosen)
    reply = visit.reply(visit.dialect.extend(visit.endpoint, entities, asked))
    return judged(_problems(visit, reply), reply.exchange)


def _chosen(definitions: list[Record], name: str) -> Record:
    """Return a value for each setting: its default, or the least that its kind allows."""
    return {
        key: one.get("default", _example(one))
        for one in definitions
        if isinstance(key := one.get(name), str)
    }


def _example(definition: Record) -> object:
    if definition.get("type") == "select":
        return next((one.get("value") for one in records_of(definition.get("choices"))), "")
    kind = definition.get("type")
    return _EXAMPLES.get(kind) if isinstance(kind, str) else None


def _readable(visit: Visit) -> Rows:
    if _problems(visit, visit.values_reply):
        raise Unmet("there is no readable answer to a query for values")
    return visit.dialect.rows(visit.values_reply.value)


CHECKS: Final[Mapping[str, Check]] = {
    "extend-answers": _answers,
    "extend-get": _by_get,
    "extend-columns": _columns,
    "extend-rows": _rows,
    "extend-values": _values,
    "extend-settings": _settings,
}
