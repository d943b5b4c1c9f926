from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store, Triple

from clustergraph.iris import concept_iri, document_iri, graph_iri
from clustergraph.model import (
    Document,
    DocumentGraph,
    Iri,
    LangString,
    Modality,
    PartialDate,
    ResolvedGraph,
    Review,
    ReviewStatus,
    YearlessDate,
)
from clustergraph.rdf.encode import encode
from clustergraph.resolving import Registry, resolve
from clustergraph.vocab import CG
from given.sketches import Sketch
from given.strategies import corpora, unhurried

RUN = Iri("https://w3id.org/clustergraph/run/0123456789abcdef")
XSD = "http://www.w3.org/2001/XMLSchema#"
TODAY = date(2026, 11, 21)

FUNDERS_1_1 = """
    PREFIX cg: <https://w3id.org/clustergraph/ns#>
    PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
    SELECT ?funded ?funder ?quote ?document {
      ?evidence rdf:subject ?funded ; rdf:predicate cg:fundedBy ; rdf:object ?funder ;
                cg:quote ?quote ; cg:inDocument ?document .
    } ORDER BY ?funded ?funder ?quote ?document"""
FUNDERS_1_2 = """
    PREFIX cg: <https://w3id.org/clustergraph/ns#>
    SELECT ?funded ?funder ?quote ?document {
      ?funded cg:fundedBy ?funder {| cg:quote ?quote ; cg:inDocument ?document |} .
    } ORDER BY ?funded ?funder ?quote ?document"""


def resolved(*graphs: DocumentGraph) -> ResolvedGraph:
    return resolve(graphs, Registry(), today=TODAY).graph


def quads_of(*graphs: DocumentGraph) -> list[Quad]:
    return list(encode(resolved(*graphs), run=RUN))


def store_of(quads: list[Quad]) -> Store:
    store = Store()
    store.extend(quads)
    return store


def rows(store: Store, query: str) -> list[tuple[str, ...]]:
    solutions = store.query(query, use_default_graph_as_union=True)
    return [tuple(str(value) for value in solution) for solution in solutions]  # type: ignore[union-attr]


def values(quads: list[Quad], predicate: Iri) -> set[object]:
    return {quad.object for quad in quads if quad.predicate == NamedNode(predicate)}


def financed() -> list[DocumentGraph]:
    """Two documents on who pays for one project, one of them in two passages."""
    english = Sketch("CANDY V is funded by the EU. The EU pays for CANDY V.")
    project = english.entity(CG.Project, "CANDY V")
    union = english.entity(CG.Organisation, "European Union", "EU")
    for quote in ("CANDY V is funded by the EU", "The EU pays for CANDY V"):
        english.fact(project, CG.fundedBy, union, quote=quote)
    polish = Sketch("CANDY V finansuje EU i FZ.", language="pl")
    project = polish.entity(CG.Project, "CANDY V")
    for funder in ("EU", "FZ"):
        polish.fact(project, CG.fundedBy, polish.entity(CG.Organisation, funder))
    return [english.graph, polish.graph]


@unhurried
@given(graphs=corpora())
def test_there_is_no_blank_node(graphs: list[DocumentGraph]) -> None:
    terms = {term for quad in quads_of(*graphs) for term in (quad.subject, quad.object)}
    assert not any(isinstance(term, BlankNode) for term in terms)


@unhurried
@given(graphs=corpora())
def test_no_triple_stands_twice(graphs: list[DocumentGraph]) -> None:
    triples = Counter((quad.subject, quad.predicate, quad.object) for quad in quads_of(*graphs))
    assert not [triple for triple, count in triples.items() if count > 1]


@unhurried
@given(graphs=corpora())
def test_each_quote_is_the_text_at_its_offsets(graphs: list[DocumentGraph]) -> None:
    resolved_graph = resolved(*graphs)
    texts = {document_iri(each.id): each.text for each in resolved_graph.documents}
    store = store_of(list(encode(resolved_graph, run=RUN)))
    query = """PREFIX cg: <https://w3id.org/clustergraph/ns#>
        SELECT ?document ?quote ?start ?end {
          ?e cg:inDocument ?document ; cg:quote ?quote ; cg:quoteStart ?start ; cg:quoteEnd ?end
        }"""
    for row in store.query(query, use_default_graph_as_union=True):  # type: ignore[union-attr]
        text = texts[Iri(row["document"].value)]
        start, end = (int(row[name].value) for name in ("start", "end"))
        assert text[start:end] == row["quote"].value


@unhurried
@given(graphs=corpora())
def test_each_asserted_relation_has_evidence_and_both_faces_agree(
    graphs: list[DocumentGraph],
) -> None:
    quads = quads_of(*graphs)
    asserted = {
        (quad.subject, quad.predicate, quad.object)
        for quad in quads
        if quad.graph_name == NamedNode(graph_iri("asserted"))
        and quad.predicate.value.startswith("https://w3id.org/clustergraph/ns#")
    }
    faces: dict[object, dict[str, object]] = {}
    for quad in quads:
        name = quad.predicate.value.removeprefix("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
        faces.setdefault(quad.subject, {})[name] = quad.object
    reified = set()
    for face in faces.values():
        triple = face.get("reifies")
        if isinstance(triple, Triple):
            ends = (triple.subject, triple.predicate, triple.object)
            assert ends == (face["subject"], face["predicate"], face["object"])
            reified.add(ends)
    assert reified == asserted


@unhurried
@given(graphs=corpora())
def test_the_store_holds_as_many_quads_as_were_made(graphs: list[DocumentGraph]) -> None:
    quads = quads_of(*graphs)
    assert len(store_of(quads)) == len(quads)
    assert quads_of(*reversed(graphs)) == quads


def test_funder_with_quote_gives_equal_rows_in_sparql_1_1_and_1_2() -> None:
    store = store_of(quads_of(*financed()))
    answer = rows(store, FUNDERS_1_1)
    assert answer == rows(store, FUNDERS_1_2)
    assert [row[2] for row in answer if "european-union" in row[1]] == [
        '"CANDY V finansuje EU i FZ."@pl',
        '"CANDY V is funded by the EU"@en',
        '"The EU pays for CANDY V"@en',
    ]
    assert len(answer) == 4


@pytest.mark.parametrize(
    ("said", "datatype"),
    [
        (PartialDate(2018), "gYear"),
        (PartialDate(2018, 2), "gYearMonth"),
        (PartialDate(2018, 2, 19), "date"),
        (YearlessDate(2, 19), "gMonthDay"),
    ],
)
def test_a_date_is_typed_by_its_precision(said: PartialDate | YearlessDate, datatype: str) -> None:
    sketch = Sketch("the kick-off")
    event = sketch.entity(CG.Event, "kick-off", named=False)
    sketch.fact(event, CG.startDate, said)
    literal = Literal(str(said), datatype=NamedNode(XSD + datatype))
    assert values(quads_of(sketch.graph), CG.startDate) == {literal}


@pytest.mark.parametrize(
    ("predicate", "datatype"),
    [(CG.participantCount, "nonNegativeInteger"), (CG.sequenceNumber, "positiveInteger")],
)
def test_a_count_has_the_datatype_of_its_range(predicate: Iri, datatype: str) -> None:
    sketch = Sketch("the 4th week")
    week = sketch.entity(CG.Training, "4th week", named=False)
    sketch.fact(week, predicate, 4)
    quads = quads_of(sketch.graph)
    assert values(quads, predicate) == {Literal("4", datatype=NamedNode(XSD + datatype))}
    store = store_of(quads)
    (row,) = rows(store, f"SELECT (?o + 1 AS ?more) {{ ?s <{predicate}> ?o }}")
    assert row == (f'"5"^^<{XSD}integer>',)


def test_a_topic_is_text_in_the_language_of_its_document() -> None:
    sketch = Sketch("szkolenie o zarządzaniu", language="pl")
    training = sketch.entity(CG.Training, "szkolenie", named=False)
    sketch.fact(training, CG.topic, LangString("zarządzanie", "pl"))
    assert values(quads_of(sketch.graph), CG.topic) == {Literal("zarządzanie", language="pl")}


def test_evidence_says_how_its_passage_puts_it() -> None:
    sketch = Sketch("Jordi Conejos, former Director General, Government of Catalonia, over 3")
    person = sketch.entity(CG.Person, "Jordi Conejos")
    body = sketch.entity(CG.Organisation, "Government of Catalonia")
    sketch.fact(
        person,
        CG.affiliatedWith,
        body,
        rule="en.role",
        confidence=0.97,
        role="former Director General",
        former=True,
        at_least=True,
        modality=Modality.REPORTED,
    )
    quads = quads_of(sketch.graph)
    assert values(quads, CG.roleAsWritten) == {Literal("former Director General", language="en")}
    assert values(quads, CG.former) == values(quads, CG.atLeast) == {Literal(True)}
    modality = NamedNode("https://w3id.org/clustergraph/voc/modality/reported")
    assert values(quads, CG.modality) == {modality}
    decimal = NamedNode(XSD + "decimal")
    assert values(quads, CG.confidence) == {Literal("0.97", datatype=decimal)}
    assert values(quads, CG.rule) == {Literal("en.role")}


def test_what_a_passage_does_not_say_is_left_out() -> None:
    quads = quads_of(*financed())
    for predicate in (CG.roleAsWritten, CG.former, CG.atLeast):
        assert values(quads, predicate) == set()


def test_a_label_stands_once_a_language_and_for_plain_clients_too() -> None:
    skos, rdfs = "http://www.w3.org/2004/02/skos/core#", "http://www.w3.org/2000/01/rdf-schema#"
    sketch = Sketch("EFCE")
    sketch.entity(CG.Organisation, "European Foundation", "EFCE")
    quads = quads_of(sketch.graph)
    preferred = {Literal("European Foundation", language="en")}
    assert values(quads, Iri(f"{skos}prefLabel")) == preferred
    assert values(quads, Iri(f"{rdfs}label")) == preferred
    assert values(quads, Iri(f"{skos}altLabel")) == {Literal("EFCE", language="en")}


def test_a_document_is_described_by_what_is_known_of_it() -> None:
    plain = Sketch("Text.").document
    rich = Document(
        id=plain.id,
        sha256=plain.sha256,
        name="news.txt",
        text=plain.text,
        language="en",
        title="News",
        published=PartialDate(2018, 3),
        publisher="EFCE",
        source="https://example.org/news",
    )
    graph = ResolvedGraph(documents=(rich,), entities=(), statements=())
    described = {
        quad.predicate.value.rsplit("/", 1)[-1]: str(quad.object)
        for quad in encode(graph, run=RUN)
        if quad.graph_name == NamedNode(graph_iri(f"doc/{rich.id}"))
    }
    assert described == {
        "22-rdf-syntax-ns#type": f"<{CG.Document}>",
        "identifier": '"news.txt"',
        "language": '"en"',
        "title": '"News"@en',
        "issued": f'"2018-03"^^<{XSD}gYearMonth>',
        "publisher": '"EFCE"',
        "source": '"https://example.org/news"',
        "ns#sha256": f'"{rich.sha256}"',
        "ns#characterCount": f'"5"^^<{XSD}nonNegativeInteger>',
    }


def test_merged_iris_point_on_and_lost_ones_say_only_that_they_are_deprecated() -> None:
    old, new, gone = (
        Iri(f"https://w3id.org/clustergraph/id/{name}-aaaaaaaa") for name in ("old", "new", "gone")
    )
    graph = ResolvedGraph(
        documents=(), entities=(), statements=(), redirects=((old, new),), gone=(gone,)
    )
    store = store_of(list(encode(graph, run=RUN)))
    redirects = f"""PREFIX owl: <http://www.w3.org/2002/07/owl#>
        PREFIX dcterms: <http://purl.org/dc/terms/>
        SELECT ?old ?new {{ GRAPH <{graph_iri("redirects")}>
          {{ ?old owl:deprecated true OPTIONAL {{ ?old dcterms:isReplacedBy ?new }} }} }}
        ORDER BY ?old"""
    assert rows(store, redirects) == [(f"<{gone}>", "None"), (f"<{old}>", f"<{new}>")]


def test_the_run_used_all_documents() -> None:
    graphs = financed()
    meta = NamedNode(graph_iri("meta"))
    quads = [quad for quad in quads_of(*graphs) if quad.graph_name == meta]
    assert {quad.subject for quad in quads} == {NamedNode(RUN)}
    assert values(quads, Iri("http://www.w3.org/ns/prov#used")) == {
        NamedNode(document_iri(graph.document.id)) for graph in graphs
    }


def test_who_looked_at_a_passage_is_told_with_day_and_note() -> None:
    review = Review(status=ReviewStatus.CONFIRMED, by="Ada", on=date(2026, 11, 20), note="I asked.")
    sketch = Sketch("EFCE leads Alpha.")
    alpha, efce = sketch.entity(CG.Project, "Alpha"), sketch.entity(CG.Organisation, "EFCE")
    sketch.fact(alpha, CG.coordinatedBy, efce, review=review)
    sketch.fact(alpha, CG.startDate, PartialDate(2018))
    quads = quads_of(sketch.graph)
    assert values(quads, CG.reviewedBy) == {Literal("Ada")}
    day = Literal("2026-11-20", datatype=NamedNode(f"{XSD}date"))
    assert values(quads, CG.reviewedOn) == {day}
    assert values(quads, CG.reviewNote) == {Literal("I asked.")}
    assert values(quads, CG.reviewStatus) == {
        NamedNode(concept_iri("review-status", status)) for status in ("confirmed", "machine")
    }


def test_a_review_without_a_note_has_none() -> None:
    review = Review(status=ReviewStatus.CONFIRMED, by="Ada", on=date(2026, 11, 20))
    sketch = Sketch("Alpha began in 2018.")
    sketch.fact(sketch.entity(CG.Project, "Alpha"), CG.startDate, PartialDate(2018), review=review)
    assert not values(quads_of(sketch.graph), CG.reviewNote)
