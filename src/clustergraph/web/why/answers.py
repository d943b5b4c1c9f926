"""The JSON form of an explanation: it says what the page says."""

import json
from collections.abc import Mapping
from typing import Any

from clustergraph.operations.proving.explained import Explanation
from clustergraph.operations.proving.plain import as_plain
from clustergraph.operations.quote import Passage
from clustergraph.operations.written import writes_to
from clustergraph.rdf.prefixes import expand
from clustergraph.web.evidence.showing import Exhibitor, report_name
from clustergraph.web.evidence.writers import log_of
from clustergraph.web.exchange.root_path import rooted_address
from clustergraph.web.linking import Linker
from clustergraph.web.visit import Visit

__all__ = ["explanation_answer"]

_OF_DOCUMENT = ("publisher", "issued", "language")


def explanation_answer(visit: Visit, found: Explanation) -> bytes:
    """Write an explanation as JSON, each passage with its context and its document's facts."""
    exhibitor = Exhibitor(visit, Linker(visit.labels, visit.reader))

    def more(passage: Passage) -> Mapping[str, Any]:
        context = exhibitor.contexts.of(passage)
        known = exhibitor.facts(passage.document.iri)
        return {
            "context": {
                "before": context.before,
                "after": context.after,
                "start": context.start,
                "end": context.end,
            },
            "source": {name: known.get(expand(f"dcterms:{name}"), "") for name in _OF_DOCUMENT},
            "report": rooted_address(visit.reader.to("/report", statement=report_name(passage))),
        }

    plain = {"version": visit.version_id, **as_plain(found, more), "writes": _writes(visit, found)}
    return json.dumps(plain, ensure_ascii=False).encode()


def _writes(visit: Visit, found: Explanation) -> list[dict[str, object]]:
    """Tell who wrote last to each graph that is named as one into which people wrote."""
    graphs = {name for way in found.ways for step in way.steps for name in step.written}
    return [
        {
            "graph": each.graph,
            "total": each.total,
            "last": each.last.as_values() if each.last else None,
        }
        for each in (writes_to(graphs, log_of(visit)) if graphs else ())
    ]
