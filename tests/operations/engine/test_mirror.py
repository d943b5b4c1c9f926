"""An engine follows each write, or refuses it as a whole; no write goes to one out of step."""

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from clustergraph.errors import EngineAway, EngineOutOfStep, EngineRefused
from clustergraph.iris import graph_iri
from clustergraph.operations.begin import begin
from clustergraph.operations.engine import mirror as mirroring
from clustergraph.operations.engine.mirror import EngineMirror, mirror_of
from clustergraph.operations.engine.publish import publish
from clustergraph.operations.writing.order import Content, Kind, Order
from clustergraph.operations.writing.write import write
from clustergraph.store.changing import Change
from clustergraph.store.remote.address import EngineAddress
from clustergraph.store.remote.client import EngineClient
from clustergraph.store.versions import Home
from given.endpoints import closed_endpoint
from given.engine_homes import TERMS, A, B, change, quads, version
from given.engines import rows

BEFORE, AFTER, LATER = "1" * 64, "2" * 64, "3" * 64
ALL = f"SELECT ?s ?p ?o {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(?g IN (<{A}>, <{B}>)) }}"


@pytest.fixture
def mirror(engine: EngineAddress, tmp_path: Path) -> EngineMirror:
    """A mirror of a version of two graphs, of one statement each."""
    made = version(tmp_path, quads("GRAPH <a> { <s> <p> 1 } GRAPH <b> { <s> <p> 2 }"))
    publish(made, engine)
    return EngineMirror(engine=engine)


def _values(mirror: EngineMirror) -> list[str]:
    return sorted(row["o"] for row in rows(mirror.engine, ALL))


def test_the_engine_holds_the_version_after_a_write(mirror: EngineMirror) -> None:
    mirror.check(BEFORE)
    mirror.follow(change(added="GRAPH <a> { <s> <p> 3 }"), before=BEFORE, after=AFTER)
    mirror.check(AFTER)
    assert _values(mirror) == ["1", "2", "3"]


def test_an_engine_of_another_version_is_out_of_step(mirror: EngineMirror) -> None:
    with pytest.raises(EngineOutOfStep):
        mirror.check(AFTER)


def test_all_terms_go_to_several_graphs_and_go_away_again(mirror: EngineMirror) -> None:
    terms = ", ".join(TERMS)
    both = f"GRAPH <a> {{ <s> <new> {terms} }} GRAPH <b> {{ <s> <new> {terms} }}"
    mirror.follow(change(added=both), before=BEFORE, after=AFTER)
    assert len(_values(mirror)) == 2 + 2 * len(TERMS)
    mirror.follow(change(removed=both), before=AFTER, after=LATER)
    assert _values(mirror) == ["1", "2"]


def test_what_has_no_name_here_has_one_there_and_goes_away_by_it(mirror: EngineMirror) -> None:
    nameless = change(added="<s> <p> _:x .")
    mirror.follow(nameless, before=BEFORE, after=AFTER)
    text = f"SELECT ?o {{ GRAPH <{graph_iri('default')}> {{ ?s ?p ?o }} }}"
    assert len(rows(mirror.engine, text)) == 1
    mirror.follow(Change(removed=nameless.added), before=AFTER, after=LATER)
    assert rows(mirror.engine, text) == []


def test_triple_terms_go_where_they_are_known(mirror: EngineMirror) -> None:
    mirror.follow(
        change(added="GRAPH <a> { <s> <p> <<( <s> <p> 1 )>>, 5 }"), before=BEFORE, after=AFTER
    )
    with EngineClient(mirror.engine, seconds=30) as client:
        knows = client.knows_triple_terms
    text = f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{A}> {{ ?s ?p ?o }} }}"
    assert rows(mirror.engine, text) == [{"n": "3" if knows else "2"}]


def test_a_large_write_goes_in_steps(mirror: EngineMirror, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = change(added=f"GRAPH <a> {{ <s> <q> {', '.join(map(str, range(100, 2_600)))} }}")
    mirror.follow(numbers, before=BEFORE, after=AFTER)
    mirror.check(AFTER)
    assert len(_values(mirror)) == 2_502
    monkeypatch.setattr(mirroring, "_MOST_AT_ONCE", 1_000)
    mirror.follow(Change(removed=numbers.added), before=AFTER, after=LATER)
    assert _values(mirror) == ["1", "2"]
    mirror.check(LATER)


def test_the_graphs_of_a_write_alone_are_sent_when_the_version_before_is_published(
    mirror: EngineMirror, tmp_path: Path
) -> None:
    mirror.follow(change(added="GRAPH <a> { <s> <p> 3 }"), before=BEFORE, after=AFTER)
    made = version(tmp_path / "other", quads("GRAPH <a> { <s> <p> 1 } GRAPH <b> { <s> <p> 2 }"))
    assert publish(made, mirror.engine).sent == (A,)
    assert _values(mirror) == ["1", "2"]


def test_a_write_counts_whose_answer_alone_was_lost(
    mirror: EngineMirror, monkeypatch: pytest.MonkeyPatch
) -> None:
    send = EngineClient.update

    def lose_answer(client: EngineClient, *parts: object) -> None:
        send(client, *parts)  # type: ignore[arg-type]
        raise EngineRefused("the connection broke off")

    monkeypatch.setattr(EngineClient, "update", lose_answer)
    mirror.follow(change(added="GRAPH <a> { <s> <p> 3 }"), before=BEFORE, after=AFTER)
    mirror.check(AFTER)


def test_what_the_engine_refuses_is_not_there_afterwards(mirror: EngineMirror) -> None:
    wrong = EngineMirror(engine=replace(mirror.engine, update=f"{mirror.engine.query}/nowhere"))
    with pytest.raises(EngineRefused):
        wrong.follow(change(added="GRAPH <a> { <s> <p> 3 }"), before=BEFORE, after=AFTER)
    mirror.check(BEFORE)
    assert _values(mirror) == ["1", "2"]


DURATION = '"P1Y2M"^^<http://www.w3.org/2001/XMLSchema#duration>'
"""Virtuoso 7 takes the statements before it, and none of those."""


def test_what_an_engine_refuses_in_the_middle_of_an_update_is_undone(
    mirror: EngineMirror, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"GRAPH <a> {{ <s> <p> 3 }} GRAPH <b> {{ <s> <p> 4, {DURATION} }}"
    odd = change(added=text, removed="GRAPH <a> { <s> <p> 1 }")
    for most in (2_000, 1):
        monkeypatch.setattr(mirroring, "_MOST_AT_ONCE", most)
        try:
            mirror.follow(odd, before=BEFORE, after=AFTER)
        except EngineRefused:
            mirror.check(BEFORE)
            assert _values(mirror) == ["1", "2"]
        else:
            mirror.check(AFTER)
            break


def test_an_engine_that_is_gone_in_the_middle_of_an_update_is_out_of_step(
    mirror: EngineMirror, monkeypatch: pytest.MonkeyPatch
) -> None:
    send = EngineClient.update

    def stop(client: EngineClient, removed: object, _: object) -> None:
        send(client, removed, ())  # type: ignore[arg-type]
        raise EngineRefused("it took too long") from EngineAway("it took too long")

    monkeypatch.setattr(EngineClient, "update", stop)
    with pytest.raises(EngineRefused):
        mirror.follow(change(added="GRAPH <a> { <s> <p> 3 }"), before=BEFORE, after=AFTER)
    with pytest.raises(EngineOutOfStep):
        mirror.check(BEFORE)


def test_an_engine_that_does_not_answer_takes_no_write() -> None:
    mirror = EngineMirror(engine=EngineAddress(query=closed_endpoint()))
    with pytest.raises(EngineRefused):
        mirror.check(BEFORE)
    with pytest.raises(EngineRefused):
        mirror.follow(change(added="<s> <p> 1 ."), before=BEFORE, after=AFTER)


def test_a_mirror_can_be_sent_to_the_process_that_writes() -> None:
    mirror = mirror_of(EngineAddress(query="http://127.0.0.1:1/", user="a", password="b"))
    assert pickle.loads(pickle.dumps(mirror)) == mirror
    assert mirror_of(None) is None
    assert "'b'" not in repr(mirror)


def test_a_home_does_not_have_what_its_engine_refused(mirror: EngineMirror, tmp_path: Path) -> None:
    home = Home(tmp_path / "written")
    begin(home)
    update = tmp_path / "update.ru"
    update.write_text("INSERT DATA { <urn:a> <urn:b> <urn:c> }")
    order = Order(kind=Kind.UPDATE, by="test", contents=(Content(name="It", path=update),))
    before = home.current_id
    with pytest.raises(EngineOutOfStep):
        write(order, home, mirror=mirror)
    publish(home.current(), mirror.engine)
    wrong = EngineMirror(engine=replace(mirror.engine, update=f"{mirror.engine.query}/nowhere"))
    with pytest.raises(EngineRefused):
        write(order, home, mirror=wrong)
    assert home.current_id == before
    assert write(order, home, mirror=mirror).added == 1
    assert _values(mirror) == []
    mirror.check(home.current().content_hash)
