"""Which names leave open who is meant, and what stands beside them."""

import pytest

from clustergraph.resolving.said import Said
from clustergraph.resolving.spelling import spell
from clustergraph.resolving.witnesses import is_bare, is_weak, witnesses
from given.sketches import CG, Sketch


@pytest.mark.parametrize(
    ("name", "family", "weak"),
    [
        ("Jan Novak", "person", False),
        ("J. Novak", "person", True),
        ("Novak", "person", True),
        ("Foundation", "agent", True),
        ("the Foundation", "agent", True),
        ("Alpine Foundation", "agent", False),
        ("Conference", "activity", True),
        ("Foundation", "place", False),
        ("Ministry of Economy", "agent", True),
        ("Ministry of Economy of Poland", "agent", False),
        ("Polish Ministry of Economy", "agent", False),
        ("Ministry of Economy (Poland)", "agent", False),
        ("Chamber of Commerce of the United Arab Emirates", "agent", False),
        ("Ministry of Economy", "activity", False),
    ],
)
def test_a_name_that_many_bear_leaves_open_who_is_meant(name: str, family: str, weak: bool) -> None:
    assert is_weak(spell(name, "en", family), family) == weak


@pytest.mark.parametrize(
    ("name", "bare"), [("Foundation", True), ("the Foundation", True), ("Alpine Foundation", False)]
)
def test_a_bare_name_is_one_common_noun(name: str, bare: bool) -> None:
    assert is_bare(spell(name, "en", "agent"), "agent") == bare


def test_a_person_is_known_by_all_names_of_all_employers() -> None:
    sketch = Sketch("J. Novak of the Alpine Wood Agency (AWA) and of EFCE")
    person = sketch.entity(CG.Person, "J. Novak")
    sketch.fact(
        person, CG.affiliatedWith, sketch.entity(CG.Organisation, "Alpine Wood Agency", "AWA")
    )
    sketch.fact(person, CG.affiliatedWith, sketch.entity(CG.Organisation, "EFCE"))
    found = witnesses(spell("J. Novak", "en", "person"), "person", person, Said(sketch.graph))
    assert found == {"alpine wood agency", "awa", "efce"}


@pytest.mark.parametrize(
    ("name", "expected"), [("Ministry of Economy", {"country:PL"}), ("Ministry", set())]
)
def test_a_body_is_known_by_its_country_but_not_by_a_noun(name: str, expected: set[str]) -> None:
    sketch = Sketch(f"{name}, Poland")
    body = sketch.entity(CG.Organisation, name)
    sketch.entity(CG.Country, "Poland", gazetteer="country:PL")
    assert witnesses(spell(name, "en", "agent"), "agent", body, Said(sketch.graph)) == expected
