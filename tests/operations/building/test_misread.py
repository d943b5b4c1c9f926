"""What machines misread stops a build, or is left out and told; what people said never is."""

from datetime import date
from pathlib import Path

import pytest

from clustergraph.errors import GraphNotValid
from clustergraph.operations.build import Built, build
from clustergraph.operations.building.inputs import default_curation, default_registry
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home

TODAY = date(2026, 1, 1)
CIRCLE = (
    "The project Beta is part of the project Gamma. The project Gamma is part of the project Beta."
)
SOUND = "The project Beta is funded by the Government of Finland."
DECISIONS = "decision\tdocument\tsubject\tpredicate\tobject\tquote\trole\tqualifiers\tby\ton\twhy"


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "circle.txt").write_text(CIRCLE, encoding="utf-8")
    (folder / "sound.txt").write_text(SOUND, encoding="utf-8")
    return folder


def _build(documents: Path, *, skip_bad: bool) -> Built:
    home = Home(documents.with_name("home"))
    return build(documents, default_registry(documents), home, today=TODAY, skip_bad=skip_bad)


def _confirm(documents: Path, subject: str, object_: str) -> None:
    quote = f"The project {subject} is part of the project {object_}"
    row = f"confirm\tcircle.txt\t{subject}\tpartOf\t{object_}\t{quote}\t\t\tAda\t2026-01-01\t"
    folder = default_curation(documents)
    folder.mkdir(exist_ok=True)
    table = folder / "statements.tsv"
    known = table.read_text("utf-8") if table.exists() else f"{DECISIONS}\n"
    table.write_text(f"{known}{row}\n", encoding="utf-8")


def test_a_misreading_stops_a_build_and_says_what_to_do(documents: Path) -> None:
    with pytest.raises(GraphNotValid) as refused:
        _build(documents, skip_bad=False)
    assert "This is a part of its own part" in str(refused.value)
    assert str(refused.value).endswith("leave out what machines misread with --skip-bad.")


def test_skipping_leaves_out_what_was_misread_and_publishes_the_rest(documents: Path) -> None:
    built = _build(documents, skip_bad=True)
    assert built.report["relations"] == {"fundedBy": 1}
    told = [str(each) for each in built.skipped]
    assert len(told) == 2
    assert told[0].startswith("circle.txt: «The project Beta is part of the project Gamma")
    assert all("This is a part of its own part" in each for each in told)
    assert built.version.report["skipped"] == told


def test_what_was_left_out_has_no_passage_either(documents: Path) -> None:
    graph = GraphStore.open(_build(documents, skip_bad=True).version.store_path)
    assert not [quad for quad in graph.quads() if "part of the project" in str(quad.object)]


def test_the_reading_that_a_person_confirmed_stays_and_the_other_goes(documents: Path) -> None:
    _confirm(documents, "Beta", "Gamma")
    built = _build(documents, skip_bad=True)
    assert built.report["relations"] == {"fundedBy": 1, "partOf": 1}
    assert [str(each).partition("»")[0] for each in built.skipped] == [
        "circle.txt: «The project Gamma is part of the project Beta."
    ]


def test_what_people_said_is_for_people_to_mend(documents: Path) -> None:
    _confirm(documents, "Beta", "Gamma")
    _confirm(documents, "Gamma", "Beta")
    with pytest.raises(GraphNotValid):
        _build(documents, skip_bad=True)
