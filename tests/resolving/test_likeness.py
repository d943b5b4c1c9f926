"""What several names decide together; single pairs are in ``test_name_pairs``."""

from datetime import date

import pytest

from clustergraph.model import DocumentGraph, Iri, ResolvedGraph
from clustergraph.resolving import Registry, resolve
from given.sketches import CG, Sketch


def document(
    name: str, *, kind: Iri = CG.Organisation, language: str = "en", at: str = ""
) -> DocumentGraph:
    sketch = Sketch(f"{name} ({language}) {at}", language=language)
    someone = sketch.entity(kind, name)
    if at:
        sketch.fact(someone, CG.affiliatedWith, sketch.entity(CG.Organisation, at))
    return sketch.graph


def names(*graphs: DocumentGraph) -> list[str]:
    return sorted(entity.labels[0].text for entity in resolved(*graphs).entities)


def resolved(*graphs: DocumentGraph) -> ResolvedGraph:
    return resolve(graphs, Registry(), today=date(2026, 11, 21)).graph


def test_an_initial_of_two_colleagues_is_neither() -> None:
    staff = ("Jan Novák", "Josef Novák", "J. Novák")
    graphs = [document(name, kind=CG.Person, at="Moravský klastr") for name in staff]
    assert [name for name in names(*graphs) if name != "Moravský klastr"] == sorted(
        ("Jan Novák", "Josef Novák", "J. Novák")
    )


def test_two_romanisations_are_not_joined_by_the_cyrillic_name_that_either_may_be() -> None:
    graph = resolved(
        document("Ян Новак", kind=CG.Person, language="ru"),
        document("Jan Novak", kind=CG.Person),
        document("Ian Novak", kind=CG.Person),
    )
    assert len(graph.entities) == 3
    assert len(graph.unsure) == 3


def test_all_wordings_of_one_name_are_one() -> None:
    wordings = ("University of Warsaw", "The University of Warsaw", "Warsaw University")
    assert len(names(*map(document, wordings))) == 1


def test_a_name_that_two_others_turn_around_is_neither() -> None:
    graph = resolved(
        document("Institute of Trade Policy"),
        document("Trade Policy Institute"),
        document("Policy Institute of Trade"),
    )
    assert len(graph.entities) == 3


def test_a_slip_does_not_part_what_is_surely_one() -> None:
    written = ("Kazakhstan Wood Institute", "The Kazakhstan Wood Institute")
    slip = "Kazakstan Wood Institute"
    assert len(names(*map(document, (*written, slip)))) == 1


@pytest.mark.parametrize("count", [2, 5])
def test_cases_of_one_name_are_one_however_many(count: int) -> None:
    cases = (
        "Śląski Związek Stolarzy",
        "Śląskiego Związku Stolarzy",
        "Śląskiemu Związkowi Stolarzy",
        "Śląskim Związkiem Stolarzy",
        "Śląskim Związku Stolarzy",
    )
    assert len(names(*(document(case, language="pl") for case in cases[:count]))) == 1


def test_a_company_without_its_form_is_neither_of_two_of_its_name() -> None:
    assert len(names(*map(document, ("Muster GmbH", "Muster AG", "Muster")))) == 3


def test_people_with_one_name_in_two_countries_are_shown_and_not_merged() -> None:
    graphs = []
    for code, body in (("BG", "Delta Foods"), ("KZ", "Altyn Dala")):
        sketch = Sketch(f"Ivan Petrov, {body}, {code}")
        petrov, employer = (
            sketch.entity(CG.Person, "Ivan Petrov"),
            sketch.entity(CG.Organisation, body),
        )
        country = sketch.entity(CG.Country, code, gazetteer=f"country:{code}")
        sketch.fact(petrov, CG.affiliatedWith, employer)
        sketch.fact(employer, CG.locatedIn, country)
        graphs.append(sketch.graph)
    graph = resolved(*graphs)
    petrovs = {each.iri for each in graph.entities if each.kind == CG.Person}
    assert [{pair.one, pair.other} for pair in graph.unsure] == [petrovs]
    assert len(petrovs) == 2
