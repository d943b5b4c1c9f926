"""The description of a version says in VoID and DCAT what is in it."""

from datetime import UTC, datetime
from pathlib import Path

import rdflib
from pyoxigraph import NamedNode
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, VOID, XSD, URIRef
from rdflib.namespace import FOAF, Namespace

from clustergraph.iris import BASE, dataset_iri
from clustergraph.operations.dataset_description.count_dataset import count_dataset
from clustergraph.operations.dataset_description.describe_dataset import dataset_quads
from clustergraph.operations.dataset_description.offer_dataset import Offered, offered_quads
from clustergraph.operations.dumping.dump import Dump, dumps_in
from clustergraph.rdf.formats import TURTLE
from clustergraph.rdf.write import write_quads
from clustergraph.store.graph import GraphStore
from clustergraph.store.writing import add_quads
from clustergraph.vocab import CG
from given.drawn_versions import document, draw_version, passage, thing

DATASET = URIRef(dataset_iri())
DCAT = Namespace("http://www.w3.org/ns/dcat#")  # rdflib knows the terms of DCAT 2
SPDX = Namespace("http://spdx.org/rdf/terms#")
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
HOST = "http://localhost:8000/"


def _described(graph: GraphStore) -> rdflib.Graph:
    return rdflib.Graph().parse(data=write_quads(dataset_quads(graph), TURTLE), format="turtle")


def _offered(graph: GraphStore, dumps: tuple[Dump, ...] = ()) -> rdflib.Graph:
    offered = Offered(
        version="20260102T030405Z-0123456789abcdef",
        of="20260102T030405Z-0123456789abcdef",
        created=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
        host=HOST,
        dumps=dumps,
        others=("20250102T030405Z-0123456789abcdef",),
    )
    written = write_quads(offered_quads(count_dataset(graph), offered), TURTLE)
    return rdflib.Graph().parse(data=written, format="turtle")


def _number(described: rdflib.Graph, subject: URIRef, property_: URIRef) -> int:
    return int(str(described.value(subject, property_)))


def _part(described: rdflib.Graph, property_: URIRef, of: str) -> URIRef:
    (part,) = described.subjects(property_, URIRef(of))
    assert isinstance(part, URIRef)
    return part


def test_it_counts_triples_subjects_objects_and_entities(small_graph: GraphStore) -> None:
    described = _described(small_graph)
    quads = list(small_graph.quads())
    assert _number(described, DATASET, VOID.triples) == len(quads)
    assert _number(described, DATASET, VOID.distinctSubjects) == len({q.subject for q in quads})
    assert _number(described, DATASET, VOID.distinctObjects) == len({q.object for q in quads})
    assert _number(described, DATASET, VOID.properties) == len({q.predicate for q in quads})
    assert _number(described, DATASET, VOID.entities) == 16


def test_a_class_counts_what_follows_too_and_entities_are_counted_once(tmp_path: Path) -> None:
    above = (f"cg:{kind} rdfs:subClassOf cg:Place ." for kind in ("City", "Country"))
    ontology = f"GRAPH graph:ontology {{ {' '.join(above)} }}"
    version = draw_version(tmp_path, ontology, thing("a", "City"), thing("b", "Country"))
    described = _described(GraphStore.open(version.store_path))
    for kind, total in ((CG.City, 1), (CG.Country, 1), (CG.Place, 2)):
        part = _part(described, VOID["class"], kind)
        assert (DATASET, VOID.classPartition, part) in described
        assert _number(described, part, VOID.entities) == total
    assert _number(described, DATASET, VOID.entities) == 2


def test_each_property_has_a_partition_and_its_vocabulary(small_graph: GraphStore) -> None:
    described = _described(small_graph)
    part = _part(described, VOID.property, CG.partOf)
    assert (DATASET, VOID.propertyPartition, part) in described
    assert _number(described, part, VOID.triples) == 2
    vocabularies = set(described.objects(DATASET, VOID.vocabulary))
    assert {URIRef(f"{BASE}ns#"), URIRef(str(SKOS)), URIRef(str(RDF))} <= vocabularies


def test_a_property_that_is_in_no_vocabulary_names_none(tmp_path: Path) -> None:
    said = "<urn:led> 1 ; <https://led.example> 2 ; <urn:by/led> 3 ; <https://a.example/led> 4"
    version = draw_version(tmp_path, f"GRAPH <urn:notes> {{ <urn:anna> {said} }}")
    described = _described(GraphStore.open(version.store_path))
    assert set(described.objects(DATASET, VOID.vocabulary)) == {
        URIRef("urn:by/"),
        URIRef("https://a.example/"),
    }
    assert _number(described, DATASET, VOID.properties) == 4


def test_named_graphs_are_subsets_and_those_of_documents_one(small_graph: GraphStore) -> None:
    described = _described(small_graph)
    part = _part(described, SD.name, f"{BASE}graph/asserted")
    assert (DATASET, VOID.subset, part) in described
    totals = [
        _number(described, URIRef(str(part)), VOID.triples)
        for part in described.objects(DATASET, VOID.subset)
        if (part, RDF.type, VOID.Linkset) not in described
    ]
    assert sum(totals) == len(small_graph)
    assert not [name for name in described.objects(None, SD.name) if "/doc/" in str(name)]


def test_links_are_a_linkset_for_each_target(tmp_path: Path) -> None:
    country = "http://publications.europa.eu/resource/authority/country/"
    links = f"GRAPH graph:links {{ id:a skos:exactMatch <{country}KAZ> . }}"
    version = draw_version(tmp_path, thing("a", "Country"), links)
    described = _described(GraphStore.open(version.store_path))
    linkset = _part(described, VOID.linkPredicate, str(SKOS.exactMatch))
    assert _number(described, linkset, VOID.triples) == 1
    target = described.value(linkset, VOID.objectsTarget)
    assert str(described.value(target, VOID.uriSpace)) == country
    assert described.value(linkset, VOID.subjectsTarget) == DATASET


def test_the_graph_of_coordinates_says_whose_they_are(tmp_path: Path) -> None:
    geo = "http://www.w3.org/2003/01/geo/wgs84_pos#"
    places = f"GRAPH graph:places {{ id:a <{geo}lat> 42.7 ; <{geo}long> 23.3 }}"
    version = draw_version(tmp_path, thing("a", "City"), places)
    described = _described(GraphStore.open(version.store_path))
    part = _part(described, SD.name, f"{BASE}graph/places")
    assert (DATASET, VOID.subset, part) in described
    assert _number(described, part, VOID.triples) == 2
    for said_of in (part, DATASET):
        assert described.value(said_of, DCTERMS.source) == URIRef("https://www.geonames.org/")
    assert described.value(part, DCTERMS.license) == described.value(DATASET, DCTERMS.license)
    rights = {
        str(label)
        for each in described.objects(DATASET, DCTERMS.rights)
        for label in described.objects(each, RDFS.label)
    }
    assert sum("GeoNames" in each for each in rights) == 3


def test_languages_are_those_of_the_documents(tmp_path: Path) -> None:
    version = draw_version(tmp_path, document("aaaaaaaaaaaaaaaa", file="a.txt"))
    described = _described(GraphStore.open(version.store_path))
    authority = "http://publications.europa.eu/resource/authority/language/"
    assert set(described.objects(DATASET, DCTERMS.language)) == {URIRef(f"{authority}ENG")}


def test_period_and_place_are_only_said_where_they_are_known(
    small_graph: GraphStore, tmp_path: Path
) -> None:
    described = _described(small_graph)
    period = described.value(DATASET, DCTERMS.temporal)
    assert str(described.value(period, DCAT.startDate)) == "2016-11-01"
    assert str(described.value(period, DCAT.endDate)) == "2018-02-23"
    assert URIRef(f"{BASE}id/kazakhstan-aaaaaaag") in set(
        described.objects(DATASET, DCTERMS.spatial)
    )
    empty = draw_version(tmp_path, thing("a", "Cluster"))
    described = _described(GraphStore.open(empty.store_path))
    assert described.value(DATASET, DCTERMS.temporal) is None
    assert described.value(DATASET, DCTERMS.spatial) is None


def test_what_it_is_called_is_said_in_three_languages(small_graph: GraphStore) -> None:
    described = _described(small_graph)
    for property_ in (DCTERMS.title, DCTERMS.description, DCAT.keyword):
        said = described.objects(DATASET, property_)
        languages = {text.language for text in said if isinstance(text, rdflib.Literal)}
        assert languages == {"en", "pl", "bg"}
    assert described.value(DATASET, DCTERMS.license) == URIRef(
        "https://creativecommons.org/licenses/by/4.0/"
    )


def test_whose_it_is_is_said_by_name(small_graph: GraphStore) -> None:
    described = _offered(small_graph)
    publisher = described.value(DATASET, DCTERMS.publisher)
    assert str(described.value(publisher, FOAF.name)) == "The ClusterGraph authors"


def test_every_node_has_a_name(small_graph: GraphStore) -> None:
    for described in (_described(small_graph), _offered(small_graph)):
        terms = {term for triple in described for term in triple}
        assert not any(isinstance(term, rdflib.BNode) for term in terms)


def test_a_description_that_is_kept_is_not_counted_itself(tmp_path: Path) -> None:
    version = draw_version(tmp_path, thing("a", "Cluster"))
    before = list(dataset_quads(GraphStore.open(version.store_path)))
    add_quads(version.store_path, before)
    assert list(dataset_quads(GraphStore.open(version.store_path))) == before


def test_a_build_keeps_the_description_in_the_graph(our_graph: GraphStore) -> None:
    meta = NamedNode(f"{BASE}graph/meta")
    kept = {quad.triple for quad in our_graph.quads(graph=meta)}
    assert {quad.triple for quad in dataset_quads(our_graph)} <= kept


def test_a_service_adds_the_version_and_where_to_ask(small_graph: GraphStore) -> None:
    described = _offered(small_graph)
    assert str(described.value(DATASET, DCAT.version)) == "20260102T030405Z-0123456789abcdef"
    assert described.value(DATASET, VOID.sparqlEndpoint) == URIRef(f"{HOST}sparql")
    modified = described.value(DATASET, DCTERMS.modified)
    assert modified == rdflib.Literal("2026-01-02T03:04:05+00:00", datatype=XSD.dateTime)
    (service,) = described.subjects(RDF.type, DCAT.DataService)
    assert described.value(service, DCAT.servesDataset) == DATASET
    assert len(set(described.objects(DATASET, DCAT.hasVersion))) == 2


def test_each_file_is_a_distribution_with_size_type_and_checksum(tmp_path: Path) -> None:
    version = draw_version(tmp_path, thing("a", "Cluster"), dumps=True)
    dumps = dumps_in(version.dumps_path)
    described = _offered(GraphStore.open(version.store_path), dumps)
    parts = {
        str(described.value(part, DCAT.downloadURL)).rpartition("/")[2]: part
        for part in described.objects(DATASET, DCAT.distribution)
    }
    assert set(parts) == {dump.name for dump in dumps}
    for dump in dumps:
        part = parts[dump.name]
        assert described.value(part, DCAT.byteSize) == rdflib.Literal(
            str(dump.byte_size), datatype=XSD.nonNegativeInteger
        )
        checksum = described.value(part, SPDX.checksum)
        assert described.value(checksum, SPDX.algorithm) == SPDX.checksumAlgorithm_sha256
        assert described.value(checksum, SPDX.checksumValue) == rdflib.Literal(
            dump.sha256, datatype=XSD.hexBinary
        )
        packed = described.value(part, DCAT.compressFormat)
        assert (packed is not None) == dump.is_packed
    nquads = described.value(parts["clustergraph.nq.gz"], DCAT.mediaType)
    assert str(nquads).endswith("/application/n-quads")
    whole = {
        str(each).rpartition(".")[0][-2:] for each in described.objects(DATASET, VOID.dataDump)
    }
    assert whole == {"nq", "ig", "tl"}


def test_a_statement_in_two_passages_is_one_triple(tmp_path: Path) -> None:
    said = ("id:a", "cg:locatedIn", "id:b")
    version = draw_version(
        tmp_path,
        thing("a", "Cluster", said="cg:locatedIn id:b"),
        passage("1", said, "in B", of="aaaaaaaaaaaaaaaa"),
        passage("2", said, "at B", of="aaaaaaaaaaaaaaaa"),
    )
    described = _described(GraphStore.open(version.store_path))
    part = _part(described, VOID.property, CG.locatedIn)
    assert _number(described, part, VOID.triples) == 1


def test_an_empty_version_is_described_too(tmp_path: Path) -> None:
    version = draw_version(tmp_path)
    described = _offered(GraphStore.open(version.store_path))
    assert _number(described, DATASET, VOID.triples) == 0
    assert (DATASET, RDF.type, DCAT.Dataset) in described
    assert (None, RDF.type, OWL.Class) not in described
