"""Tables in SSSOM are read as they are written, and what is wrong is told by file and line."""

from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from clustergraph.errors import LinksError
from clustergraph.iris import BASE, graph_iri
from clustergraph.model import Iri
from clustergraph.rdf.prefixes import PREFIXES
from clustergraph.rdf.sssom import SEMAPV, SSSOM, Match, match_quads, read_sssom, write_sssom

EXACT = Iri(f"{PREFIXES['skos']}exactMatch")
ASTANA = Match(
    subject=Iri(f"{BASE}id/astana-aaaaaaaa"),
    subject_label="Astana",
    relation=EXACT,
    object=Iri("https://sws.geonames.org/1526273/"),
    object_label="Astana",
    justification=Iri(f"{SEMAPV}ManualMappingCuration"),
    confidence=0.97,
    author="Ada",
    on="2026-11-22",
    comment="the capital",
    object_source="https://sws.geonames.org/",
)
BY_A_TOOL = Match(
    subject=Iri(f"{BASE}id/wood-aaaaaaaa"),
    relation=Iri(f"{PREFIXES['skos']}broadMatch"),
    object=Iri("https://example.org/wood"),
    justification=Iri(f"{SEMAPV}LexicalMatching"),
    tool="a tool",
)
TABLE = """\
#mapping_set_id: https://example.org/set
#mapping_set_title: "Places: all of them"
#object_source: https://sws.geonames.org/
#curie_map:
#  id: https://w3id.org/clustergraph/id/
#  geonames: "https://sws.geonames.org/"
subject_id\tpredicate_id\tobject_id\tmapping_justification\tconfidence\tcomment\tmapping_date\tcardinality
id:a\tskos:exactMatch\tgeonames:1/\tsemapv:MappingChaining\t1\t\t\t1:1

id:b\tskos:exactMatch\thttps://sws.geonames.org/2/\tsemapv:MappingChaining\t\twhy
"""


def written(*matches: Match) -> str:
    return write_sssom(matches, set_id="https://example.org/set", title="A set", description="All")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "links.sssom.tsv"


def test_a_table_is_read_as_it_was_written(path: Path) -> None:
    path.write_text(written(ASTANA, BY_A_TOOL), encoding="utf-8")
    assert read_sssom(path) == (ASTANA, BY_A_TOOL)


def test_what_all_rows_share_stands_in_the_header_once(path: Path) -> None:
    text = written(ASTANA)
    assert "#object_source: https://sws.geonames.org/\n" in text
    assert "object_source" not in text.splitlines()[-2]
    path.write_text(text, encoding="utf-8")
    assert read_sssom(path) == (ASTANA,)


def test_an_empty_table_is_a_table(path: Path) -> None:
    path.write_text(written(), encoding="utf-8")
    assert read_sssom(path) == ()


def test_only_the_prefixes_that_are_used_are_declared() -> None:
    header = [line for line in written(ASTANA).splitlines() if line.startswith("#  ")]
    assert [line.split(":")[0].strip("# ") for line in header] == ["id", "geonames"]


def test_a_break_in_a_cell_does_not_break_the_row(path: Path) -> None:
    path.write_text(written(replace(ASTANA, comment="the\n\tcapital")), encoding="utf-8")
    assert read_sssom(path) == (ASTANA,)


def test_a_table_of_others_is_read(path: Path) -> None:
    path.write_text(TABLE, encoding="utf-8")
    first, second = read_sssom(path)
    assert (first.subject, first.confidence) == (f"{BASE}id/a", 1.0)
    assert (second.object, second.comment) == ("https://sws.geonames.org/2/", "why")
    assert {first.object_source, second.object_source} == {"https://sws.geonames.org/"}


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("id:b", "no:b", 10, "prefix"),
        ("id:b", "b b", 10, "not an absolute IRI"),
        ("id:b", "", 10, "the column subject_id is empty"),
        ("MappingChaining\t1", "MappingChaining\t2", 8, "between 0 and 1"),
        ("MappingChaining\t1", "MappingChaining\tsure", 8, "float"),
        ("\t\t\t1:1", "\t\tyesterday\t1:1", 8, "isoformat"),
        ("\tobject_id", "\tobjet_id", 7, "the columns object_id are missing"),
    ],
)
def test_what_is_wrong_is_told_by_file_and_line(
    path: Path, old: str, new: str, line: int, words: str
) -> None:
    path.write_text(TABLE.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(LinksError, match=words) as caught:
        read_sssom(path)
    assert caught.value.location == f"{path}:{line}"


def test_a_table_that_is_not_there_or_no_text_is_told(path: Path) -> None:
    with pytest.raises(LinksError, match="can't be read") as caught:
        read_sssom(path)
    assert caught.value.location == str(path)
    path.write_bytes(b"\xff\xfe\xff")
    with pytest.raises(LinksError, match="can't be read"):
        read_sssom(path)


def test_a_match_becomes_a_triple_and_the_node_that_justifies_it() -> None:
    triple, *node = match_quads(ASTANA)
    assert triple.predicate == NamedNode(EXACT)
    said = {quad.predicate.value: quad.object for quad in node}
    assert said[f"{PREFIXES['owl']}annotatedSource"] == triple.subject
    assert said[f"{PREFIXES['owl']}annotatedProperty"] == triple.predicate
    assert said[f"{PREFIXES['owl']}annotatedTarget"] == triple.object
    assert said[f"{SSSOM}mapping_justification"] == NamedNode(ASTANA.justification)
    decimal, day = (NamedNode(f"{PREFIXES['xsd']}{name}") for name in ("decimal", "date"))
    assert said[f"{SSSOM}confidence"] == Literal("0.97", datatype=decimal)
    assert said[f"{PREFIXES['dcterms']}created"] == Literal("2026-11-22", datatype=day)
    assert said[f"{SSSOM}object_source"] == NamedNode("https://sws.geonames.org/")
    assert said[f"{SSSOM}object_label"] == Literal("Astana")
    assert said[f"{SSSOM}author_label"] == Literal("Ada")
    assert said[f"{PREFIXES['rdfs']}comment"] == Literal("the capital")
    assert {quad.graph_name for quad in (triple, *node)} == {NamedNode(graph_iri("links"))}


def test_a_justification_has_an_address_of_its_own_that_never_changes() -> None:
    quads = [*match_quads(ASTANA), *match_quads(BY_A_TOOL)]
    assert not any(isinstance(quad.subject, BlankNode) for quad in quads)
    nodes = {quad.subject for quad in quads if "/link/" in str(quad.subject)}
    assert len(nodes) == 2
    assert NamedNode(f"{BASE}link/aadd7926ed7338ef") in nodes


def test_what_nobody_says_is_not_said() -> None:
    said = {quad.predicate.value for quad in match_quads(BY_A_TOOL)}
    assert not said & {f"{SSSOM}confidence", f"{SSSOM}author_label", f"{PREFIXES['rdfs']}comment"}


def test_a_fault_that_its_reader_finds_is_told_at_the_line(path: Path) -> None:
    path.write_text(TABLE, encoding="utf-8")
    with pytest.raises(LinksError) as caught:
        read_sssom(path, lambda match: match.subject.local if match.comment else "")
    assert (caught.value.location, caught.value.reason) == (f"{path}:10", "b")


def test_letters_of_all_scripts_are_read(path: Path) -> None:
    path.write_text(written(replace(ASTANA, subject_label="Астана")), encoding="utf-8")
    assert [match.subject_label for match in read_sssom(path)] == ["Астана"]


def test_a_table_is_written_to_the_letter() -> None:
    assert written(replace(ASTANA, confidence=0.5)).split("\n") == [
        "#mapping_set_id: https://example.org/set",
        '#mapping_set_title: "A set"',
        '#mapping_set_description: "All"',
        "#license: https://creativecommons.org/licenses/by/4.0/",
        "#object_source: https://sws.geonames.org/",
        "#curie_map:",
        f"#  id: {BASE}id/",
        "#  geonames: https://sws.geonames.org/",
        (
            "subject_id\tsubject_label\tpredicate_id\tobject_id\tobject_label\tmapping_justification"
            "\tconfidence\tauthor_label\tmapping_date\tcomment"
        ),
        (
            "id:astana-aaaaaaaa\tAstana\tskos:exactMatch\tgeonames:1526273/\tAstana"
            "\tsemapv:ManualMappingCuration\t0.5\tAda\t2026-11-22\tthe capital"
        ),
        "",
    ]


@pytest.mark.parametrize(("number", "text"), [(1.0, "1"), (0.0, "0"), (0.97, "0.97")])
def test_a_number_has_no_digit_that_says_nothing(number: float, text: str) -> None:
    quads = match_quads(replace(ASTANA, confidence=number))
    said = {quad.predicate.value: quad.object for quad in quads}
    literal = said[f"{SSSOM}confidence"]
    assert isinstance(literal, Literal)
    assert literal.value == text
