"""What is linked to what elsewhere: sectors to our tree, places by their codes, each justified."""

import importlib.util
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from clustergraph.errors import LinksError
from clustergraph.iris import BASE, concept_iri, gazetteer_iri, graph_iri
from clustergraph.languages import load_gazetteer
from clustergraph.locations import CURATION
from clustergraph.locations import LINKS as TABLES
from clustergraph.model import Iri, LangString, MentionPlace, ResolvedEntity, ResolvedGraph, Span
from clustergraph.operations.building.link import (
    link_quads,
    read_decided,
    read_shipped,
    stale_links,
)
from clustergraph.operations.describing.linked import link_rows, links_of
from clustergraph.rdf.prefixes import PREFIXES
from clustergraph.rdf.sssom import SEMAPV, Match, read_sssom
from clustergraph.sparql.catalogue import find_query
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

IT = Iri("https://w3id.org/clustergraph/id/it-aaaaaaaa")
OLD = Iri("https://w3id.org/clustergraph/id/old-aaaaaaaa")
EXACT = Iri(f"{PREFIXES['skos']}exactMatch")
FORMS = {
    "http://publications.europa.eu/resource/authority/country": (
        r"http://publications\.europa\.eu/resource/authority/country/[A-Z]{3}"
    ),
    "https://sws.geonames.org/": r"https://sws\.geonames\.org/[1-9]\d*/",
    "http://data.europa.eu/nuts": r"http://data\.europa\.eu/nuts/code/[A-Z]{2}[0-9A-Z]{1,3}",
}
"""The addresses that each register gives."""
DECIDED = """\
#curie_map:
#  id: https://w3id.org/clustergraph/id/
subject_id\tpredicate_id\tobject_id\tmapping_justification\tauthor_label\tmapping_date\tcomment
id:it-aaaaaaaa\tskos:exactMatch\thttps://example.org/it\tsemapv:ManualMappingCuration\tAda\t2026-11-22\twhy
"""

LINKS = NamedNode(graph_iri("links"))
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
PREF_LABEL = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
RIGHT = {
    ("Agricultural Machinery", "exactMatch", "agricultural-machinery"),
    ("Clothing Design", "exactMatch", "fashion-design"),
    ("Contract Manufacturing (furniture)", "broadMatch", "furniture"),
    ("Gourmet Food", "broadMatch", "food"),
    ("Interior Design", "exactMatch", "interior-design"),
    ("Microelectronics", "exactMatch", "microelectronics"),
    ("Nature Tourism", "exactMatch", "nature-tourism"),
    ("Technical Textile", "exactMatch", "technical-textiles"),
    ("Wedding Textile", "broadMatch", "textiles"),
    ("Wedding Tourism", "broadMatch", "tourism"),
    ("Wicker", "exactMatch", "wickerwork"),
    ("agribusiness", "exactMatch", "agrifood"),
    ("agriculture", "exactMatch", "agriculture"),
    ("energy efficiency", "exactMatch", "energy-efficiency"),
    ("metalworking", "exactMatch", "metalworking"),
}
"""What a person who knows the documents would link; a new sector is to be judged and added."""


def _label(graph: GraphStore, iri: NamedNode) -> str:
    labels = (quad.object for quad in graph.quads(iri, PREF_LABEL))
    (english,) = (v for v in labels if isinstance(v, Literal) and v.language == "en")
    return english.value


def _local(term: object) -> str:
    assert isinstance(term, NamedNode)
    return Iri(term.value).local


def _labels(graph: GraphStore, branch: str) -> list[str]:
    """The sectors of the clusters in a branch."""
    rows = graph.select(find_query("clusters-in-branch"), branch=concept_iri("sectors", branch))
    sectors = {row["sector"] for row in rows}
    return sorted(_label(graph, sector) for sector in sectors if isinstance(sector, NamedNode))


def _graph_of(kind: Iri, name: str, gazetteer: str = "") -> ResolvedGraph:
    entity = ResolvedEntity(
        iri=IT,
        kind=kind,
        labels=(LangString(name, "en"),),
        mentions=(MentionPlace("d1", Span(0, 1)),),
        gazetteer=gazetteer,
    )
    return ResolvedGraph(documents=(), entities=(entity,), statements=(), redirects=((OLD, IT),))


def _linked(graph: ResolvedGraph, *decided: Match) -> list[Quad]:
    """The links alone, without what justifies them."""
    quads = link_quads(graph, decided)
    return [quad for quad in quads if quad.predicate.value.endswith("Match")]


def _decided(subject: Iri = IT, object_: str = "https://example.org/it") -> Match:
    return Match(
        subject=subject,
        relation=EXACT,
        object=Iri(object_),
        justification=Iri(f"{SEMAPV}ManualMappingCuration"),
        author="Ada",
        on="2026-11-22",
        comment="why",
    )


def test_every_sector_of_our_documents_is_linked_as_a_person_would(our_graph: GraphStore) -> None:
    sectors = [quad.subject for quad in our_graph.quads(None, TYPE, NamedNode(CG.Sector))]
    links = {
        (_label(our_graph, sector).lower(), _local(link.predicate), _local(link.object))
        for sector in sectors
        if isinstance(sector, NamedNode)
        for link in our_graph.quads(sector, graph=LINKS)
        if link.predicate.value.startswith(PREFIXES["skos"])
    }
    assert links == {(name.lower(), relation, concept) for name, relation, concept in RIGHT}
    assert len(sectors) == len(links)


@pytest.mark.parametrize(
    ("branch", "sectors"),
    [
        ("textiles", ["Technical Textile", "Wedding Textile"]),
        ("textiles-and-clothing", ["Clothing Design", "Technical Textile", "Wedding Textile"]),
        ("creative-industries", ["Clothing Design", "Interior Design"]),
        ("tourism", ["Nature Tourism", "Wedding Tourism"]),
        ("mining", []),
    ],
)
def test_the_clusters_of_a_branch_are_found_down_the_tree(
    our_graph: GraphStore, branch: str, sectors: list[str]
) -> None:
    assert _labels(our_graph, branch) == sectors


def test_a_sector_that_no_label_fits_has_no_link() -> None:
    assert list(link_quads(_graph_of(CG.Sector, "Party supplies"))) == []


def test_only_sectors_are_linked() -> None:
    assert _linked(_graph_of(CG.Cluster, "Tourism")) == []
    assert len(_linked(_graph_of(CG.Sector, "Tourism"))) == 1


# -- Places ----------------------------------------------------------------------------------------


def test_a_country_is_linked_by_its_code() -> None:
    links = _linked(_graph_of(CG.Country, "Kazakhstan", "country:KZ"))
    assert [str(link.object) for link in links] == [
        "<http://publications.europa.eu/resource/authority/country/KAZ>",
        "<https://sws.geonames.org/1522867/>",
    ]


def test_a_city_is_linked_by_its_number_and_a_region_of_nuts_by_its_code() -> None:
    (city,) = _linked(_graph_of(CG.City, "Shymkent", "city:1518980"))
    assert city.object == NamedNode("https://sws.geonames.org/1518980/")
    (region,) = _linked(_graph_of(CG.Region, "Southwestern Bulgaria", "region:BG41"))
    assert region.object == NamedNode("http://data.europa.eu/nuts/code/BG41")


@pytest.mark.parametrize(
    ("kind", "name", "key"),
    [
        (CG.Country, "Georgia", "country:GE"),
        (CG.City, "London", "city:2643743"),
        (CG.Country, "Kosovo", "country:XK"),
        (CG.Region, "Catalonia", "region:ES-CT"),
        (CG.Region, "Central Asia", "region:central-asia"),
        (CG.City, "Shymkent", ""),
    ],
)
def test_what_is_ambiguous_or_has_no_certain_code_is_not_linked(
    kind: Iri, name: str, key: str
) -> None:
    assert _linked(_graph_of(kind, name, key)) == []


def test_a_link_of_a_place_says_by_which_key_and_why() -> None:
    quads = list(link_quads(_graph_of(CG.Country, "Kazakhstan", "country:KZ")))
    reasons = {str(quad.object) for quad in quads if quad.predicate.value.endswith("#comment")}
    assert any("it is country:KZ" in reason and "KZ is KAZ." in reason for reason in reasons)


# -- What people linked ----------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "links.sssom.tsv").write_text(DECIDED, encoding="utf-8")
    return tmp_path


def test_people_link_what_the_mappers_did_not_recognise(folder: Path) -> None:
    links = _linked(_graph_of(CG.City, "Somewhere"), *read_decided(folder))
    assert [link.object for link in links] == [NamedNode("https://example.org/it")]


def test_a_folder_without_a_table_links_nothing(tmp_path: Path) -> None:
    assert read_decided(tmp_path) == ()


def test_a_link_follows_its_thing_where_that_was_merged() -> None:
    (link,) = _linked(_graph_of(CG.City, "Somewhere"), _decided(OLD))
    assert link.subject == NamedNode(IT)


def test_a_link_of_something_that_is_gone_is_stale_and_stops_nothing() -> None:
    graph = _graph_of(CG.City, "Somewhere")
    gone = replace(_decided(Iri(f"{BASE}id/gone-aaaaaaaa")), location="there/links.sssom.tsv:7")
    assert _linked(graph, gone) == []
    (line,) = stale_links(graph, [gone, _decided()])
    assert line.startswith("links.sssom.tsv:7: ")
    assert "gone" not in line
    assert stale_links(graph, [_decided(), _decided(OLD)]) == ()


def test_what_a_person_linked_is_not_linked_again() -> None:
    graph = _graph_of(CG.City, "Shymkent", "city:1518980")
    quads = list(link_quads(graph, [_decided(object_="https://sws.geonames.org/1518980/")]))
    assert sum(quad.predicate.value == EXACT for quad in quads) == 1
    assert any(quad.object == Literal("Ada") for quad in quads)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("id:it-aaaaaaaa", "https://example.org/other", "links nothing of ours"),
        ("https://example.org/it", "id:other-aaaaaaaa", "two things of ours"),
        ("skos:exactMatch", "owl:sameAs", "no mapping relation"),
        ("semapv:ManualMappingCuration", "https://example.org/why", "no term of semapv"),
        ("\tAda", "\t", "author_label is empty"),
        ("\t2026-11-22", "\t", "mapping_date is empty"),
        ("\twhy", "\t", "comment is empty"),
    ],
)
def test_a_row_that_a_person_can_not_mean_is_told_by_file_and_line(
    folder: Path, old: str, new: str, words: str
) -> None:
    path = folder / "links.sssom.tsv"
    path.write_text(DECIDED.replace(old, new), encoding="utf-8")
    with pytest.raises(LinksError, match=words) as caught:
        read_decided(folder)
    assert caught.value.location == f"{path}:4"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("skos:exactMatch", "skos:exactMach", "no mapping relation"),
        ("semapv:BackgroundKnowledgeBasedMatching", "skos:note", "no term of semapv"),
        ("gazetteer:", "id:", "no entry of the gazetteer"),
    ],
)
def test_a_shipped_row_that_can_not_be_meant_is_told_by_file_and_line(
    tmp_path: Path, old: str, new: str, words: str
) -> None:
    head, table = (TABLES / "nuts.sssom.tsv").read_text("utf-8").split("subject_id", 1)
    head = head.replace("#curie_map:\n", f"#curie_map:\n#  id: {BASE}id/\n")
    path = tmp_path / "nuts.sssom.tsv"
    path.write_text(f"{head}subject_id{table.replace(old, new, 1)}", "utf-8")
    with pytest.raises(LinksError, match=words) as caught:
        read_shipped(tmp_path)
    assert caught.value.location == f"{path}:{head.count(chr(10)) + 2}"


# -- The published links ---------------------------------------------------------------------------


def test_every_link_of_our_documents_is_justified_once(our_graph: GraphStore) -> None:
    links = [
        (quad.subject, quad.predicate, quad.object)
        for quad in our_graph.quads(graph=LINKS)
        if quad.predicate.value.startswith(PREFIXES["skos"])
    ]
    rows = Counter(
        (NamedNode(row.subject), NamedNode(row.relation), NamedNode(row.object))
        for row in link_rows(our_graph)
    )
    assert len(links) > 50
    assert rows == Counter(links)


def test_no_link_leads_to_a_thing_of_ours(our_graph: GraphStore) -> None:
    for row in link_rows(our_graph):
        assert row.subject.startswith(f"{BASE}id/")
        assert not row.object.startswith(f"{BASE}id/")


def test_links_have_the_form_that_their_register_gives(our_graph: GraphStore) -> None:
    rows = [row for row in link_rows(our_graph) if row.object_source in FORMS]
    assert rows
    for row in rows:
        assert re.fullmatch(FORMS[row.object_source], row.object)


def test_a_thing_knows_its_links_those_that_are_the_same_first(our_graph: GraphStore) -> None:
    rows = list(link_rows(our_graph))
    for subject in {row.subject for row in rows}:
        own = links_of(our_graph, subject)
        assert {row.object for row in own} == {r.object for r in rows if r.subject == subject}
        assert [row.relation != EXACT for row in own] == sorted(r.relation != EXACT for r in own)


def test_every_link_that_people_decided_on_is_published(our_graph: GraphStore) -> None:
    published = {(row.subject, row.object): row.author for row in link_rows(our_graph)}
    decided = read_decided(CURATION)
    assert decided
    for row in decided:
        assert published[row.subject, row.object] == row.author


# -- The tables ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_links", TABLES / "make_links.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_tables_are_what_the_gazetteer_makes_them(
    maker: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(maker, "HERE", tmp_path)
    maker.main()
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in TABLES.glob("*.tsv")}


def test_every_row_is_about_an_entry_of_the_gazetteer_and_has_the_right_form() -> None:
    gazetteer = load_gazetteer()
    for path in TABLES.glob("*.sssom.tsv"):
        for row in read_sssom(path):
            key = row.subject.removeprefix(gazetteer_iri(""))
            assert gazetteer.place(key).key == key
            assert re.fullmatch(FORMS[row.object_source], row.object)


def test_no_place_is_two_in_one_register_and_no_two_places_are_one() -> None:
    for path in TABLES.glob("*.sssom.tsv"):
        rows = read_sssom(path)
        assert len({row.subject for row in rows}) == len(rows) == len({row.object for row in rows})


def test_regions_are_linked_to_codes_of_nuts_2024_and_say_so() -> None:
    rows = list(read_sssom(TABLES / "nuts.sssom.tsv"))
    names = {row.object.local: row.subject_label for row in rows}
    assert names["HU1"] == "Central Hungary"
    assert not {"HU11", "PT16", "PT18"} & names.keys()
    assert not [code for code in names if code.startswith("UK")]
    assert {row.comment for row in rows} == {"The key is its code in NUTS 2024."}
