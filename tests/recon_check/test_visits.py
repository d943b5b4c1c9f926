"""A visit asks for what checks need, each thing once, and says what can't be had."""

from collections.abc import Callable

import pytest

from clustergraph.recon_check import Specification, Wire
from clustergraph.recon_check.dialects import Query, dialect_of
from clustergraph.recon_check.findings import Unmet
from clustergraph.recon_check.visits import Visit
from given.sound_service import Call, Reply, Sound, at, drop, put

_OLD, _NOW, _DRAFT = Specification


def _visit(sound: Sound, wire: Wire, specification: Specification = _NOW, text: str = "") -> Visit:
    endpoint = sound.draft if specification is _DRAFT else sound.endpoint
    return Visit(wire, endpoint, dialect_of(specification), text)


def test_what_was_asked_is_not_asked_again(sound: Sound, wire: Wire) -> None:
    visit = _visit(sound, wire)
    assert visit.first is visit.first
    assert visit.reply(visit.dialect.manifest(visit.endpoint)) is visit.manifest_reply
    assert wire.sent == len(sound.calls) == len(visit.replies)


def test_queries_are_parted_into_batches_that_the_service_takes(sound: Sound, wire: Wire) -> None:
    sound.spoil = at("manifest", put("batchSize", 2))
    visit = _visit(sound, wire)
    matching = visit.match({f"q{number}": Query(text="London") for number in range(5)})
    assert (len(matching.exchanges), len(matching.candidates)) == (3, 5)


@pytest.mark.parametrize("size", [0, -1, "10", None])
def test_a_size_that_is_none_is_the_usual_one(sound: Sound, wire: Wire, size: object) -> None:
    sound.spoil = at("manifest", put("batchSize", size))
    assert _visit(sound, wire).batch_size == 10


@pytest.mark.parametrize("specification", [_NOW, _DRAFT])
def test_a_sample_a_type_and_properties_are_found_out(
    sound: Sound, wire: Wire, specification: Specification
) -> None:
    visit = _visit(sound, wire, specification)
    assert visit.sample.identifier in {"u1", "u2", "u3", "m1", "m2", "c 1/ü"}
    assert visit.type == visit.sample.types[0]
    assert visit.properties
    entities, asked = visit.wanted
    assert entities[0] == visit.sample.identifier
    assert asked == {property_: {} for property_ in visit.properties}


def test_a_name_that_is_told_is_the_only_one_tried(sound: Sound, wire: Wire) -> None:
    queries = _visit(sound, wire, text="City of Energy").first_queries
    assert [query.text for query in queries.values()] == ["City of Energy"]


@pytest.mark.parametrize(
    ("part", "reason"),
    [("suggest", "no suggest service"), ("preview", "no preview"), ("extend", "no data extension")],
)
def test_what_the_manifest_does_not_declare_can_not_be_asked_for(
    sound: Sound, wire: Wire, part: str, reason: str
) -> None:
    sound.spoil = at("manifest", drop(part))
    visit = _visit(sound, wire)
    asking: dict[str, Callable[[], object]] = {
        "suggest": lambda: visit.suggest("entity", "a"),
        "preview": lambda: visit.preview_of("u1"),
        "extend": lambda: visit.wanted,
    }
    with pytest.raises(Unmet, match=reason):
        asking[part]()


def _no_object(_: Call, reply: Reply) -> Reply:
    return reply.with_json([])


def test_without_a_manifest_there_is_nothing_to_go_by(sound: Sound, wire: Wire) -> None:
    sound.spoil = _no_object
    with pytest.raises(Unmet, match="no manifest"):
        _ = _visit(sound, wire).manifest
