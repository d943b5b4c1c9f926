"""Periods are as long as their dates allow, and open where no document tells an end."""

from datetime import date

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from clustergraph.iris import graph_iri
from clustergraph.operations.picturing.periods import Period, dated_things, period_of
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG, XSD
from given.located import graph_of_triples, iri

ASSERTED = """
    id:training a cg:Training ; cg:startDate "2018-02-19"^^xsd:date ;
        cg:endDate "2018-02-23"^^xsd:date .
    id:visit a cg:Event ; cg:startDate "2017-02"^^xsd:gYearMonth .
    id:project a cg:Project ; cg:startDate "2016"^^xsd:gYear .
    id:ended a cg:Programme ; cg:endDate "2013-06"^^xsd:gYearMonth .
    id:twice a cg:Project ; cg:startDate "2016-03"^^xsd:gYearMonth, "2015"^^xsd:gYear .
    id:yearless a cg:Event ; cg:startDate "--05-12"^^xsd:gMonthDay .
    id:reversed a cg:Project ; cg:startDate "2018"^^xsd:gYear ; cg:endDate "2016"^^xsd:gYear .
    id:undated a cg:Project .
"""


@pytest.fixture(scope="module")
def graph() -> GraphStore:
    return graph_of_triples(ASSERTED)


def found(graph: GraphStore, local: str) -> Period:
    period = period_of(graph, iri(local))
    assert period is not None
    return period


@pytest.mark.parametrize(
    ("local", "days", "is_open"),
    [
        ("training", (date(2018, 2, 19), date(2018, 2, 23)), (False, False)),
        ("visit", (date(2017, 2, 1), date(2017, 2, 28)), (False, False)),
        ("project", (date(2016, 1, 1), date(2016, 12, 31)), (False, True)),
        ("ended", (date(2013, 6, 1), date(2013, 6, 30)), (True, False)),
        ("twice", (date(2015, 1, 1), date(2016, 3, 31)), (False, True)),
        ("reversed", (date(2016, 1, 1), date(2018, 12, 31)), (False, False)),
    ],
)
def test_a_period_has_the_days_that_its_dates_allow(
    graph: GraphStore, local: str, days: tuple[date, date], is_open: tuple[bool, bool]
) -> None:
    period = found(graph, local)
    assert period.days == days
    assert (period.is_open_before, period.is_open_after) == is_open


def test_a_date_without_a_year_is_told_but_has_no_days(graph: GraphStore) -> None:
    period = found(graph, "yearless")
    assert (period.start, period.days) == ("--05-12", None)


def test_the_earliest_of_several_starts_is_told(graph: GraphStore) -> None:
    assert found(graph, "twice").start == "2015"


def test_what_has_no_date_has_no_period(graph: GraphStore) -> None:
    assert period_of(graph, iri("undated")) is None
    assert period_of(graph, iri("unheard-of")) is None


def test_everything_with_a_date_is_found_once(graph: GraphStore) -> None:
    names = ["ended", "project", "reversed", "training", "twice", "visit", "yearless"]
    assert [thing.local for thing in dated_things(graph)] == names


def test_dates_that_people_wrote_count_too() -> None:
    store = Store()
    begins = NamedNode(CG.startDate), Literal("2019", datatype=NamedNode(XSD.gYear))
    store.add(Quad(NamedNode(iri("written")), *begins, NamedNode("urn:notes")))
    store.add(Quad(NamedNode(iri("inferred")), *begins, NamedNode(graph_iri("inferred"))))
    period = period_of(GraphStore(store), iri("written"))
    assert period is not None
    assert period.start == "2019"
    assert period_of(GraphStore(store), iri("inferred")) is None
