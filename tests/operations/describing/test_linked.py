"""Links and coordinates, found again by what is noted of them."""

from clustergraph.iris import coordinate_iri, link_iri
from clustergraph.operations.describing.linked import annotated_thing, link_rows
from clustergraph.rdf.prefixes import expand
from clustergraph.store.graph import GraphStore


def test_a_note_leads_to_the_thing_that_it_speaks_of(our_graph: GraphStore) -> None:
    for match in link_rows(our_graph):
        note = link_iri(match.subject, match.relation, match.object)
        assert annotated_thing(our_graph, note) == match.subject
    country = next(match.subject for match in link_rows(our_graph) if "geonames" in match.object)
    assert annotated_thing(our_graph, coordinate_iri(country, expand("geo:lat"))) == country


def test_what_is_no_note_speaks_of_nothing(our_graph: GraphStore) -> None:
    match = next(link_rows(our_graph))
    assert annotated_thing(our_graph, match.subject) is None
    assert annotated_thing(our_graph, link_iri(match.object, match.relation, match.subject)) is None
