"""The table of what the specification asks."""

import re
from collections import Counter

import pytest

from clustergraph.recon_check import Specification, requirements_of


@pytest.mark.parametrize("specification", Specification)
def test_no_requirement_stands_there_twice(specification: Specification) -> None:
    keys = Counter(one.key for one in requirements_of(specification))
    assert max(keys.values()) == 1


@pytest.mark.parametrize("specification", Specification)
def test_each_requirement_is_a_sentence_of_a_section(specification: Specification) -> None:
    for one in requirements_of(specification):
        assert one.text.endswith("."), one.key
        assert re.fullmatch(r"[2-9]|10|(?:[2-9]|10)\.[1-9]", one.section.rstrip()), one.key
        assert "{" not in one.text.replace("{}", ""), one.key


def test_what_is_asked_of_each_kind_stands_together() -> None:
    keys = [one.key for one in requirements_of(Specification.V0_2)]
    of_entities = [number for number, key in enumerate(keys) if key.startswith("suggest-entity-")]
    assert of_entities == list(range(of_entities[0], of_entities[-1] + 1))


def test_the_text_of_a_version_is_where_it_is_published() -> None:
    assert Specification.V1_0_DRAFT.address.endswith("/specs/draft/")
