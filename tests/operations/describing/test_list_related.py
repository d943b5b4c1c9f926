import pytest

from clustergraph.errors import InvalidParameter, NotFound
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.describing.list_related import (
    Asked,
    find_related,
    kinds_beside,
    page_of,
    relations_of,
)
from clustergraph.operations.labels import Labels
from clustergraph.store.adjacency import Way
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

TRACE = Iri(f"{BASE}id/trace-kei-aaaaaaab")
EXCELLENCE = Iri(f"{BASE}id/cluster-excellence-aaaaaaac")
PARTNERS = Asked(thing=TRACE, way=Way.RELATED, property=CG.partner)


@pytest.fixture(scope="module")
def labels(small_graph: GraphStore) -> Labels:
    return Labels(small_graph)


def test_a_list_is_found_page_by_page(small_graph: GraphStore, labels: Labels) -> None:
    found = find_related(small_graph, labels, PARTNERS)
    assert found.thing.label.text == "TRACE-KEI"
    first = page_of(found, None, 2)
    assert (first.start, len(first.members), first.is_last) == (0, 2, False)
    second = page_of(found, first.last, 2)
    assert (second.start, len(second.members), second.last) == (2, 1, None)
    assert not set(first.members) & set(second.members)


def test_a_page_goes_on_where_the_last_one_is_gone(small_graph: GraphStore, labels: Labels) -> None:
    found = find_related(small_graph, labels, PARTNERS)
    before = Iri(f"{BASE}id/a")
    assert page_of(found, before, 3).start == 0


def test_members_come_with_the_passages_that_say_so(
    small_graph: GraphStore, labels: Labels
) -> None:
    asked = Asked(thing=EXCELLENCE, way=Way.INCOMING, property=CG.partOf)
    found = find_related(small_graph, labels, asked)
    assert found.kind is not None
    assert [(kind.iri, total) for kind, total in kinds_beside(small_graph, labels, found)] == [
        (CG.Project, 1)
    ]
    (relation,) = relations_of(small_graph, labels, found, [TRACE])
    assert relation.other.iri == TRACE


def test_there_is_no_list_of_what_is_not_said(small_graph: GraphStore, labels: Labels) -> None:
    with pytest.raises(NotFound):
        find_related(small_graph, labels, Asked(thing=TRACE, way=Way.RELATED, property=CG.speaker))
    of_people = Asked(thing=EXCELLENCE, way=Way.INCOMING, property=CG.partOf, kind=CG.Person)
    with pytest.raises(NotFound):
        find_related(small_graph, labels, of_people)


def test_a_list_of_documents_goes_on_only_where_it_has_been(
    small_graph: GraphStore, labels: Labels
) -> None:
    asked = Asked(thing=TRACE, way=Way.RELATED, property=CG.mentionedIn)
    found = find_related(small_graph, labels, asked)
    (document,) = page_of(found, None, 5).members
    assert page_of(found, document, 5).start == 1
    with pytest.raises(InvalidParameter):
        page_of(found, TRACE, 5)
