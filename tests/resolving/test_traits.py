"""What tells two things of one name apart is read from their names and what is said of them."""

import pytest

from clustergraph.model import Iri, PartialDate
from clustergraph.resolving.members import family
from clustergraph.resolving.said import Said
from clustergraph.resolving.spelling import spell
from clustergraph.resolving.traits import named_traits, unnamed_traits
from given.sketches import CG, Sketch


def traits_of(sketch: Sketch) -> dict[str, frozenset[str]]:
    """Return what the document says of its first entity, without what it leaves open."""
    graph = sketch.graph
    entity = graph.entities[0]
    name = spell(entity.names[0].text, graph.document.language, family(entity.kind))
    found = named_traits(entity, family(entity.kind), name, Said(graph))
    return {dimension: what for dimension, what in found.items() if what}


@pytest.mark.parametrize(
    ("kind", "name", "traits"),
    [
        (CG.Organisation, "EFCE", {"alphabet": {"Latin"}}),
        (CG.Organisation, "ЕФКК", {"alphabet": {"Cyrillic"}}),
        (CG.Organisation, "Alpine Wood Agency", {}),
        (CG.Organisation, "Alpine Wood GmbH", {"form": {"limited"}}),
        (CG.Programme, "Invest IV, 2nd call", {"figures": {"2 4"}}),
        (CG.Person, "John Marlow Jr.", {"generation": {"younger"}}),
        (CG.Person, "John Marlow", {}),
    ],
)
def test_a_name_tells_its_alphabet_its_form_its_figures_and_its_generation(
    kind: Iri, name: str, traits: dict[str, set[str]]
) -> None:
    sketch = Sketch(name)
    sketch.entity(kind, name)
    assert traits_of(sketch) == traits


@pytest.mark.parametrize("kind", [CG.Event, CG.Training])
def test_what_takes_place_at_a_time_has_the_years_of_both_its_dates(kind: Iri) -> None:
    sketch = Sketch("The Winter Meeting from December 2018 to January 2019.")
    meeting = sketch.entity(kind, "Winter Meeting")
    sketch.fact(meeting, CG.startDate, PartialDate.parse("2018-12"))
    sketch.fact(meeting, CG.endDate, PartialDate.parse("2019-01"))
    assert traits_of(sketch) == {"year": {"2018", "2019"}}


def test_a_project_may_be_dated_in_two_ways() -> None:
    sketch = Sketch("The Winter Project of 2018.")
    project = sketch.entity(CG.Project, "Winter Project")
    sketch.fact(project, CG.startDate, PartialDate.parse("2018"))
    assert traits_of(sketch) == {}


@pytest.mark.parametrize(
    ("kind", "has_country"),
    [(CG.Organisation, True), (CG.City, True), (CG.Event, True), (CG.Programme, False)],
)
def test_what_belongs_to_one_country_is_told_by_it(kind: Iri, has_country: bool) -> None:
    sketch = Sketch("Alpine Wood in Austria")
    sketch.fact(
        sketch.entity(kind, "Alpine Wood"),
        CG.locatedIn,
        sketch.entity(CG.Country, "Austria", gazetteer="country:AT"),
    )
    assert traits_of(sketch) == ({"country": {"country:AT"}} if has_country else {})


def test_a_person_is_told_by_the_country_of_the_employer() -> None:
    sketch = Sketch("Jan Novak of Alpine Wood in Austria")
    person, agency = (
        sketch.entity(CG.Person, "Jan Novak"),
        sketch.entity(CG.Organisation, "Alpine Wood"),
    )
    austria = sketch.entity(CG.Country, "Austria", gazetteer="country:AT")
    sketch.fact(person, CG.affiliatedWith, agency)
    sketch.fact(agency, CG.locatedIn, austria)
    assert traits_of(sketch) == {"employed in": {"country:AT"}}


def test_its_number_tells_one_part_from_another() -> None:
    sketch = Sketch("The third Spring School")
    sketch.fact(sketch.entity(CG.Training, "Spring School"), CG.sequenceNumber, 3)
    assert traits_of(sketch) == {"number": {"3"}}


def test_what_has_no_name_is_known_by_what_is_said_of_it() -> None:
    sketch = Sketch("a training in Lublin for 20 people, in May 2018")
    training = sketch.entity(CG.Training, "training", named=False)
    lublin = sketch.entity(CG.City, "Lublin")
    sketch.fact(training, CG.locatedIn, lublin)
    sketch.fact(training, CG.participantCount, 20)
    sketch.fact(training, CG.startDate, PartialDate.parse("2018-05"))
    found = unnamed_traits(Said(sketch.graph).about(training))
    assert {dimension: what for dimension, what in found.items() if what} == {
        "place": {lublin},
        "participants": {"20"},
        "start": {"2018-05"},
    }
