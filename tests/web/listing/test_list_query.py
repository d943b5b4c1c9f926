"""The query of a list gives the things of the list, whatever it is narrowed by."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import QuerySolutions, Store

from clustergraph.model import Iri
from clustergraph.names import Aspects
from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.listing.list_query import list_query, names_query
from clustergraph.operations.look_up import (
    KINDS,
    Question,
    facets,
    kinds_named,
    listed,
)

Row = tuple[str, str]
_FIELDS = ("sector", "programme", "year", "source_language", "country")


def _asked(opened: OpenVersion, query: str) -> list[Row]:
    store = Store.read_only(str(opened.version.store_path))
    found = store.query(query, use_default_graph_as_union=True)
    assert isinstance(found, QuerySolutions)
    return [(str(row["thing"].value), str(row["label"].value)) for row in found]


def _listed(opened: OpenVersion, question: Question, language: str) -> Iterator[Row]:
    after = None
    while True:
        page = listed(opened, replace(question, after=after), language=language, limit=3)
        yield from ((hit.thing.iri, hit.thing.label.text) for hit in page.hits)
        after = page.next
        if after is None:
            return


def _question(kinds: frozenset[Iri], values: dict[str, list[str]]) -> Question:
    def iris(field: str) -> tuple[Iri, ...]:
        return tuple(map(Iri, values.get(field, ())))

    aspects = Aspects(
        sectors=iris("sector"),
        programmes=iris("programme"),
        years=tuple(map(int, values.get("year", ()))),
        source_languages=tuple(values.get("source_language", ())),
    )
    return Question(text="", kinds=kinds, places=iris("country"), aspects=aspects.ordered())


def _check(opened: OpenVersion, question: Question, language: str) -> None:
    rows = [*_listed(opened, question, language)]
    assert len(set(rows)) == len(rows)
    assert sorted(rows) == sorted(_asked(opened, list_query(question, language)))


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("language", ["en", "bg", "zh"])
def test_the_query_of_a_class_gives_its_things_by_the_same_labels(
    opened: OpenVersion, kind: str, language: str
) -> None:
    _check(opened, Question(text="", kinds=kinds_named(kind)), language)


def test_the_query_gives_the_rows_of_each_value_of_each_facet(opened: OpenVersion) -> None:
    counts = facets(opened, Question(text="", kinds=frozenset(KINDS.values())))
    for field in _FIELDS:
        assert counts[field]
        for value, total in counts[field]:
            question = _question(frozenset(), {field: [value]})
            assert len([*_listed(opened, question, "en")]) == total
            _check(opened, question, "en")


def test_the_query_gives_the_rows_of_two_facets_together(opened: OpenVersion) -> None:
    counts = facets(opened, Question(text="", kinds=frozenset(KINDS.values())))
    for one, other in combinations(_FIELDS, 2):
        values = {field: [value for value, _ in counts[field]][:2] for field in (one, other)}
        _check(opened, _question(frozenset(), values), "pl")


@settings(max_examples=25)
@given(data=st.data())
def test_the_query_gives_the_rows_of_any_facets_together(
    opened: OpenVersion, data: st.DataObject
) -> None:
    counts = facets(opened, Question(text="", kinds=frozenset(KINDS.values())))
    chosen = {
        field: data.draw(st.lists(st.sampled_from([each for each, _ in counts[field]]), max_size=3))
        for field in _FIELDS
    }
    kind = data.draw(st.sampled_from(sorted(KINDS)))
    _check(opened, _question(kinds_named(kind), chosen), data.draw(st.sampled_from(["en", "pl"])))


def test_the_query_of_what_was_found_by_name_names_it(opened: OpenVersion) -> None:
    things = [Iri(f"https://w3id.org/clustergraph/id/{local}") for local in _LOCALS]
    assert _asked(opened, names_query(things, "bg")) == [
        (things[1], "Week 1"),
        (things[0], "Мост"),
    ]


_LOCALS = ("bridge-aaaaaaac", "week-one-aaaaaaad")


def test_a_text_in_a_query_stays_a_text(opened: OpenVersion) -> None:
    aspects = Aspects(source_languages=('en" } ?a ?b ?c #',))
    assert _asked(opened, list_query(Question(text="", aspects=aspects), 'pl"')) == []


def test_what_a_list_is_not_narrowed_by_is_not_in_its_query() -> None:
    query = list_query(Question(text="", kinds=kinds_named("Training")), "en")
    assert "VALUES ?class { cg:Training }" in query
    assert not [name for name in ("?place", "?sector", "?year", "?programme") if name in query]
