"""IRIs and the addresses of this service: each leads to the other, and nothing runs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.errors import NotFound
from clustergraph.iris import BASE
from clustergraph.web.addresses import (
    data_path,
    iri_at,
    page_path,
    path_of,
    split_extension,
)

places = st.from_regex(r"(doc/|ev/|voc/[a-z]{1,9}/)?[a-z0-9-]{1,20}", fullmatch=True)


@given(places)
def test_the_address_of_a_page_or_of_data_leads_back_to_the_iri(place: str) -> None:
    iri = iri_at(place)
    assert iri_at(page_path(iri).removeprefix("/page/")) == iri
    there, extension = split_extension(data_path(iri, "ttl").removeprefix("/data/"))
    assert (iri_at(there), extension) == (iri, "ttl")


@pytest.mark.parametrize("iri", ["javascript:alert(1)", "data:text/html,x", "mailto:a@b.example"])
def test_only_addresses_of_the_web_are_followed(iri: str) -> None:
    assert path_of(iri) == ""


@pytest.mark.parametrize("text", ["a b", "<script>", "a{b}"])
def test_what_no_iri_can_hold_is_not_found(text: str) -> None:
    with pytest.raises(NotFound):
        iri_at(text)


def test_a_dot_before_a_slash_begins_no_extension() -> None:
    assert split_extension("v1.2/name") == ("v1.2/name", "")
    assert path_of(f"{BASE}voc/modality/fact") == "/voc/modality/fact"
