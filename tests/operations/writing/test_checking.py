"""What breaks the rules, or speaks of what was withdrawn, is not written."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clustergraph.errors import BadContent, RulesBroken, SaysWithheld
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.names import NameIndex
from clustergraph.operations.writing.order import Written
from clustergraph.operations.writing.write import write
from clustergraph.store.adjacency import Adjacency
from clustergraph.store.versions import Home
from given.drawn_versions import draw_version, thing
from given.orders import data_order

Update = Callable[..., Written]

PREFIXES = (
    f"PREFIX cg: <{BASE}ns#> PREFIX id: <{BASE}id/> "
    "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
)
NEW = "id:new-cluster-zzzzzzzz"
NAMED = f"{PREFIXES} INSERT DATA {{ {NEW} a cg:Cluster ; skos:prefLabel 'New Cluster'@en }}"
NAMELESS = f"{PREFIXES} INSERT DATA {{ {NEW} a cg:Cluster }}"


def test_what_breaks_the_rules_is_told_with_all_that_is_wrong(built: Home, update: Update) -> None:
    before = built.current_id
    with pytest.raises(RulesBroken) as stopped:
        update(built, NAMELESS)
    assert {(row["shape"], row["focus"]) for row in stopped.value.errors} == {("name", _iri(NEW))}
    assert built.current_id == before


def test_who_may_leave_the_rules_out_writes_it(built: Home, update: Update) -> None:
    assert update(built, NAMELESS, is_checked=False).added == 1


def test_what_was_wrong_before_stops_nobody_who_writes_later(built: Home, update: Update) -> None:
    update(built, NAMELESS, is_checked=False)
    later = f"{PREFIXES} INSERT DATA {{ {NEW} cg:locatedIn id:bulgaria-aaaaaaaf }}"
    assert update(built, later).added == 1
    with pytest.raises(RulesBroken) as stopped:
        update(built, f"{PREFIXES} INSERT DATA {{ {NEW} skos:prefLabel 'a'@en, 'b'@en }}")
    assert {row["shape"] for row in stopped.value.errors} == {"name-unique"}


def test_what_a_curator_should_look_at_is_told_and_told_again(built: Home, update: Update) -> None:
    first = update(built, NAMED, key="k")
    assert {row["severity"] for row in first.warnings} == {"warning"}
    assert update(built, NAMED, key="k") == first


def test_a_plain_home_has_no_rules(plain: Home, update: Update) -> None:
    assert update(plain, NAMELESS).added == 1


def test_what_was_written_is_found_by_its_name_and_gone_when_it_is_gone(
    built: Home, update: Update
) -> None:
    update(built, NAMED)
    assert _found(built, "new cluster")
    update(built, NAMED.replace("INSERT", "DELETE"))
    assert not _found(built, "new cluster")


def test_what_was_written_is_among_the_relations(built: Home, update: Update) -> None:
    update(built, f"{NAMED}; INSERT DATA {{ {NEW} cg:locatedIn id:bulgaria-aaaaaaaf }}")
    table = Adjacency.open(built.current().adjacency_path)
    bundles = table.of(_iri(NEW))
    assert _iri("id:bulgaria-aaaaaaaf") in [one for each in bundles for one in each.members]


def test_nothing_is_written_about_what_was_withdrawn(tmp_path: Path) -> None:
    home, gone = Home(tmp_path / "home"), Iri(f"{BASE}id/anna-aaaaaaaa")
    draw_version(home.path, thing("somebody", "Person"), withheld=[gone])
    before = home.current_id
    for text in (
        f"<{gone}> <urn:p> 1 .",
        f"<urn:s> <urn:p> <{gone}> .",
        f"<urn:s> <{gone}> 1 .",
        f"<urn:s> <urn:p> <<( <{gone}> <urn:p> 1 )>> .",
    ):
        with pytest.raises(SaysWithheld) as stopped:
            write(data_order(tmp_path, text, is_checked=False), home)
        assert stopped.value.name == gone
    assert home.current_id == before


@pytest.mark.parametrize(
    "text",
    [
        "<http://[::1]/x> <urn:p> 1 .",
        "<urn:s> <http://[::1]/x> 1 .",
        "<urn:s> <urn:p> <http://[::1]/x> .",
        "<urn:s> <urn:p> '1'^^<http://[::1]/x> .",
        "<urn:s> <urn:p> <<( <urn:s> <urn:p> <http://[::1]/x> )>> .",
    ],
)
def test_an_iri_that_no_page_could_show_is_refused_where_there_are_pages(
    built: Home, plain: Home, tmp_path: Path, text: str
) -> None:
    with pytest.raises(BadContent, match=r"<http://\[::1\]/x>"):
        write(data_order(tmp_path, text), built)
    assert write(data_order(tmp_path, text), plain).added == 1


def _found(home: Home, name: str) -> bool:
    index = NameIndex.open(home.current().names_path)
    return _iri(NEW) in [hit.card.iri for hit in index.search(name).hits]


def _iri(short: str) -> Iri:
    return Iri(f"{BASE}{short.replace(':', '/', 1)}")
