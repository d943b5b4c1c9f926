import json
from datetime import date

from pyoxigraph import Store

from clustergraph.operations.building.build_report import build_report
from clustergraph.operations.building.storing import Stored
from clustergraph.operations.validating.validation import Validation
from clustergraph.resolving import Registry, resolve
from clustergraph.store.graph import GraphStore
from given.sketches import CG, Sketch

TODAY = date(2026, 1, 1)


def _stored(*sketches: Sketch) -> Stored:
    resolved = resolve([sketch.graph for sketch in sketches], Registry(), today=TODAY)
    reader, nothing = GraphStore(Store()), Validation(results=())
    return Stored(resolved=resolved, reader=reader, inferred=7, validation=nothing)


def _sketch(text: str = "EFCE is in Barcelona.", *, language: str = "en") -> Sketch:
    sketch = Sketch(text, language=language, name=f"{language}.txt")
    efce = sketch.entity(CG.Organisation, "EFCE")
    sketch.fact(efce, CG.locatedIn, sketch.entity(CG.City, "Barcelona"))
    return sketch


def test_a_report_counts_what_there_is() -> None:
    report = build_report(_stored(_sketch()), (), ())
    counts = ("documents", "entities", "statements", "passages", "inferred")
    assert [report[name] for name in counts] == [1, 2, 1, 1, 7]
    assert report["classes"] == {"City": 1, "Organisation": 1}
    assert report["relations"] == {"locatedIn": 1}


def test_every_status_of_a_review_is_counted() -> None:
    reviews = build_report(_stored(_sketch()), (), ())["reviews"]
    assert reviews == {"machine": 1, "confirmed": 0, "added": 0, "rejected": 0, "disputed": 0}


def test_documents_are_counted_by_language_and_told_where_only_names_are_known() -> None:
    report = build_report(_stored(_sketch(), _sketch("EFCE w Barcelona.", language="fi")), (), ())
    assert report["languages"] == {"en": 1, "fi": 1}
    assert report["by_name_only"] == ["fi.txt"]


def test_what_is_stale_or_left_out_is_told_in_words_and_all_of_it_is_json() -> None:
    report = build_report(_stored(_sketch()), ["a link"], [ValueError("a file")])
    assert (report["stale"], report["skipped"]) == (["a link"], ["a file"])
    assert json.loads(json.dumps(report)) == report
