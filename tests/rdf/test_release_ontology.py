"""A release is what the ontology's files say, in one file; it is made once and loses no term."""

import shutil
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from clustergraph.errors import OntologyError
from clustergraph.locations import ONTOLOGY
from clustergraph.rdf.release_ontology import (
    concepts_of,
    lost_terms,
    merged_text,
    release,
    version_of,
)
from clustergraph.rdf.turtle import line_about, read_turtle

FILES = {
    "align.ttl": """\
# Neighbours.

@prefix c: <http://c/> .
@prefix d: <http://d/> .


c:a c:p d:a .
""",
    "clustergraph.ttl": """\
# Of colours.

@prefix c:   <http://c/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .


# A banner
c:a a owl:Class .  # a remark
""",
}


@pytest.fixture
def ontology(tmp_path: Path) -> Path:
    """A copy of the ontology."""
    return Path(shutil.copytree(ONTOLOGY, tmp_path / "ontology"))


def test_a_release_holds_all_files_word_for_word_under_one_head_of_prefixes() -> None:
    assert merged_text("1.2.3", FILES) == (
        "# ClusterGraph ontology 1.2.3, as it was released: its files one after another.\n"
        "\n"
        "@prefix c:   <http://c/> .\n"
        "@prefix d:   <http://d/> .\n"
        "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        "\n\n"
        "# Of colours.\n\n\n# A banner\nc:a a owl:Class .  # a remark\n"
        "\n\n"
        "# Neighbours.\n\n\nc:a c:p d:a .\n"
    )


def test_the_order_in_which_files_are_given_does_not_matter() -> None:
    assert merged_text("1.2.3", dict(reversed(FILES.items()))) == merged_text("1.2.3", FILES)


def test_a_prefix_with_two_meanings_is_refused() -> None:
    odd = FILES | {"align.ttl": "@prefix c: <http://other/> .\n"}
    with pytest.raises(OntologyError, match=r"the prefix c: means <http://other/> here"):
        merged_text("1.2.3", dict(odd))


def test_a_release_says_what_the_files_say(ontology: Path) -> None:
    path = release(ontology)
    said = {str(t) for t in read_turtle(path) if "_:" not in str(t)}
    files = (q for f in ontology.glob("*.ttl") for q in parse(path=f, format=RdfFormat.TURTLE))
    assert said == {str(quad.triple) for quad in files if "_:" not in str(quad.triple)}
    assert path.name == f"{version_of(read_turtle(path))}.ttl"


def test_releasing_the_same_again_changes_nothing(ontology: Path) -> None:
    first = release(ontology).read_bytes()
    assert release(ontology).read_bytes() == first


def test_a_release_is_never_written_over(ontology: Path) -> None:
    path = release(ontology)
    file = ontology / "clustergraph.ttl"
    file.write_text(file.read_text("utf-8") + "# One more remark.\n", "utf-8")
    with pytest.raises(OntologyError, match=r"was released with other words; raise the version"):
        release(ontology)
    assert "One more remark" not in path.read_text("utf-8")


def test_a_term_that_is_gone_stops_a_release_and_is_named_with_the_place_where_it_stood(
    ontology: Path,
) -> None:
    file = ontology / "evidence.ttl"
    text = file.read_text("utf-8")
    start = text.index("cg:reviewNote\n")
    file.write_text(text[:start], "utf-8")
    with pytest.raises(OntologyError, match=r"cg:reviewNote stood here and is gone") as caught:
        release(ontology)
    earlier = ontology / "releases" / "0.2.0.ttl"
    assert caught.value.location == f"{earlier}:{line_about(earlier, 'cg:reviewNote')}"
    assert "owl:deprecated true" in caught.value.reason


def test_a_concept_that_is_gone_stops_a_release(ontology: Path) -> None:
    (ontology / "vocabularies" / "delivery-modes.ttl").unlink()
    with pytest.raises(OntologyError, match=r"delivery-modes/in-person stood here and is gone"):
        release(ontology)


def test_a_release_lists_the_concepts_that_there_are(ontology: Path) -> None:
    listed = release(ontology).with_suffix(".concepts.txt").read_text("utf-8").splitlines()
    assert listed == concepts_of(ontology)
    assert "training-topics/change-management" in listed


def test_a_deprecated_term_is_not_lost(ontology: Path) -> None:
    file = ontology / "evidence.ttl"
    text = file.read_text("utf-8")
    deprecated = text.replace("cg:reviewNote\n", "cg:reviewNote owl:deprecated true ;\n")
    file.write_text(deprecated, "utf-8")
    before = read_turtle(ontology / "releases" / "0.2.0.ttl")
    triples = [triple for path in ontology.glob("*.ttl") for triple in read_turtle(path)]
    assert lost_terms(before, triples) == []


def test_changes_that_nobody_wrote_down_stop_a_release(ontology: Path) -> None:
    (ontology / "CHANGELOG.md").write_text("# Changes\n", "utf-8")
    with pytest.raises(OntologyError, match=r"CHANGELOG\.md: it has no section on"):
        release(ontology)


def test_a_file_that_is_no_turtle_stops_a_release(ontology: Path) -> None:
    before = list((ontology / "releases").iterdir())
    (ontology / "align.ttl").write_text("no Turtle\n", "utf-8")
    with pytest.raises(OntologyError, match=r"align\.ttl:1: this is no Turtle"):
        release(ontology)
    assert list((ontology / "releases").iterdir()) == before
