import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.iris import (
    BASE,
    concept_iri,
    document_iri,
    entity_iri,
    evidence_iri,
    graph_iri,
    is_of_build,
    readdressed_iri,
    run_iri,
    skolem_iri,
    slug,
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Klaster Obróbki Metali", "klaster-obrobki-metali"),
        ("Път „Ърбън“ АД", "pat-arban-ad"),
        ("  R&D – 4.0!  ", "r-d-4-0"),
        ("Agency's", "agency-s"),
        ("“”", "x"),
        ("A" * 60, "a" * 48),
        ("word " * 20, "word-word-word-word-word-word-word-word-word"),
    ],
)
def test_a_slug_is_readable_ascii(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(name=st.text(max_size=120))
def test_a_slug_fits_into_a_path(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(name))
    assert len(slug(name)) <= 48


@given(name=st.text(max_size=40), key=st.text(max_size=40))
def test_an_entity_is_minted_from_its_key_alone(name: str, key: str) -> None:
    assert entity_iri(name, key) == entity_iri(name, key)
    assert entity_iri("a", key).rpartition("-")[2] == entity_iri("b", key).rpartition("-")[2]
    assert entity_iri(name, key) != entity_iri(name, f"{key}!")


def test_the_parts_of_a_key_are_kept_apart() -> None:
    assert evidence_iri("ab", "c") != evidence_iri("a", "bc")
    assert run_iri("ab", "c") != run_iri("a", "bc")


@pytest.mark.parametrize(
    ("iri", "path"),
    [
        (entity_iri("Alpha", "organisation|alpha"), r"id/alpha-[a-z2-7]{8}"),
        (evidence_iri("a", "0", "4"), r"ev/[0-9a-f]{16}"),
        (run_iri("a"), r"run/[0-9a-f]{16}"),
        (document_iri("0123456789abcdef"), "doc/0123456789abcdef"),
        (concept_iri("modality", "fact"), "voc/modality/fact"),
        (graph_iri("asserted"), "graph/asserted"),
        (skolem_iri("b0"), r"\.well-known/genid/b0"),
    ],
)
def test_each_kind_of_thing_has_its_address(iri: str, path: str) -> None:
    assert re.fullmatch(re.escape(BASE) + path, iri)


def test_an_entity_gets_another_readable_part_and_keeps_its_digits() -> None:
    old = entity_iri("Anna Kowalska Fund", "agent/anna kowalska fund")
    new = readdressed_iri(old, "█████ Fund")
    assert new.local == f"fund-{old[-8:]}"
    assert readdressed_iri(old, "█").local == f"x-{old[-8:]}"


def test_only_graphs_below_ours_are_of_builds() -> None:
    assert is_of_build(f"{BASE}graph/doc/71fb2550c3039bbf")
    assert not is_of_build(f"{BASE}graphs/asserted")
    assert not is_of_build("https://example.org/graph/asserted")
