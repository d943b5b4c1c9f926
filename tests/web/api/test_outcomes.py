"""What became of an item is shaped with the parts that it has."""

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.identifying.identify import Identified, Via
from clustergraph.operations.identifying.standing import Status
from clustergraph.operations.labels import Label, Thing
from clustergraph.operations.look_up import Hit
from clustergraph.operations.look_up.batch import Outcome, Possible
from clustergraph.rdf.prefixes import expand
from clustergraph.web.api.outcomes import outcome_parts

_OLD, _NEW = Iri(f"{BASE}id/old-aaaaaaaa"), Iri(f"{BASE}id/new-aaaaaaab")
_HIT = Hit(thing=Thing(iri=_NEW, label=Label("New", "en")), name="x", language="", match="address")


def _parts(outcome: Outcome) -> set[str]:
    return set(outcome_parts(outcome))


def test_a_name_that_nothing_bears_says_no_more_than_that() -> None:
    assert outcome_parts(Outcome(status=Status.UNKNOWN)) == {"status": "unknown", "via": "name"}


def test_a_former_address_is_told_and_the_present_one_is_not_told_twice() -> None:
    merged = Identified(asked="x", status=Status.MERGED, via=Via.LOCAL, iri=_NEW, was=_OLD)
    told = outcome_parts(Outcome(status=Status.MERGED, hit=_HIT, identified=merged))
    assert (told["via"], told["was"], told["entity"].iri) == ("local", _OLD, _NEW)
    same = Identified(asked="x", status=Status.FOUND, via=Via.IRI, iri=_NEW, was=_NEW)
    assert "was" not in _parts(Outcome(status=Status.FOUND, hit=_HIT, identified=same))


def test_an_identifier_is_told_as_its_register_writes_it_with_what_is_wrong() -> None:
    wrong = Identified(
        asked="lei:1", status=Status.INVALID, via=Via.IDENTIFIER, scheme="lei", value="1"
    )
    told = outcome_parts(Outcome(status=Status.INVALID, identified=wrong, why="It is too short."))
    assert (told["identifier"].scheme, told["identifier"].value) == ("lei", "1")
    assert told["detail"] == "It is too short."


def test_a_candidate_says_how_it_is_linked() -> None:
    near = Possible(hit=_HIT, relation=expand("skos:closeMatch"))
    told = outcome_parts(Outcome(status=Status.AMBIGUOUS, candidates=(near, Possible(hit=_HIT))))
    first, second = (each.model_dump(exclude_unset=True) for each in told["candidates"])
    assert first["relation"] == "skos:closeMatch"
    assert "relation" not in second
    assert "features" not in second
