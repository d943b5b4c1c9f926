"""An identifier is found in whatever shape it is pasted, and what may be a name is left alone."""

import pytest

from clustergraph.errors import InvalidParameter
from clustergraph.iris import BASE
from clustergraph.operations.dataset import Dataset, OpenVersion
from clustergraph.operations.identifying.identify import Identified, Via, identify
from clustergraph.operations.identifying.standing import Status
from given.forgetful import WHY, Forgetful
from given.linked_home import ANDORRA, ELM, LARCH, OAK, PINE, WOOD

_FRANCE = "http://publications.europa.eu/resource/authority/country/FRA"


def _identified(linked: OpenVersion, text: str) -> Identified:
    found = identify(linked, text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "text",
    [
        OAK,
        f"<{OAK}>",
        f"  {OAK}\n",
        "http://localhost:8000/id/oak-cluster-bbbbbbbb",
        "https://graph.example/page/oak-cluster-bbbbbbbb?lang=pl#names",
        "https://graph.example/data/oak-cluster-bbbbbbbb.ttl",
        "id:oak-cluster-bbbbbbbb",
        "oak-cluster-bbbbbbbb",
        "wd:Q5",
        "WD:q5",
        "wikidata: Q5",
        "Q5",
        "http://www.wikidata.org/entity/Q5",
        "https://www.wikidata.org/wiki/Q5",
        "https://m.wikidata.org/wiki/Q5?uselang=bg#sitelinks",
        "www.wikidata.org/wiki/Q5",
        "https://www.wikidata.org/wiki/Special:EntityData/Q5.ttl",
        "https://bioregistry.io/wikidata:Q5",
        "https://identifiers.org/wikidata/Q5",
        "LEI:5493001KJTIIGC8Y1R12",
        "LEI 5493001KJTIIGC8Y1R12",
        "lei: 5493 001K JTII GC8Y 1R12",
        "5493001kjtiigc8y1r12",
        "https://search.gleif.org/#/record/5493001KJTIIGC8Y1R12",
        "https://cluster.example/profiles/7",
        "http://www.cluster.example/profiles/7/",
    ],
)
def test_one_cluster_is_found_by_each_of_its_identifiers(linked: OpenVersion, text: str) -> None:
    found = _identified(linked, text)
    assert (found.status, found.iri) == (Status.FOUND, OAK)


@pytest.mark.parametrize(
    ("text", "via"),
    [
        (OAK, Via.IRI),
        ("id:oak-cluster-bbbbbbbb", Via.CURIE),
        ("oak-cluster-bbbbbbbb", Via.LOCAL),
        ("wd:Q5", Via.IDENTIFIER),
        ("https://www.wikidata.org/wiki/Q5", Via.IDENTIFIER),
        ("0123456789abcdef", Via.LOCAL),
    ],
)
def test_it_says_in_which_shape_it_was_named(linked: OpenVersion, text: str, via: Via) -> None:
    assert _identified(linked, text).via is via


@pytest.mark.parametrize("text", ["iso:AD", "ISO3166-1:and", "country:AD", "geonames:3041565"])
def test_a_country_is_found_by_codes_that_only_the_shipped_tables_give_it(
    linked: OpenVersion, text: str
) -> None:
    assert _identified(linked, text).iri == ANDORRA


@pytest.mark.parametrize(
    "text",
    ["Oak Cluster", "AD", "ISO 9001", "agri-business", "Q99", "E10209022", "", " ", "lei:Oak",
     "1: first", "Cluster: a definition", "x" * 100_000, "*", "?q=1", "wd:", "0123456789abcdff"],
)  # fmt: skip
def test_what_may_as_well_be_a_name_is_no_identifier(linked: OpenVersion, text: str) -> None:
    assert identify(linked, text) is None


@pytest.mark.parametrize(
    "text",
    ["wd:Q99", f"{BASE}id/nobody-aaaaaaaa", "id:nobody-aaaaaaaa", "https://elsewhere.example/x"],
)
def test_an_identifier_that_nothing_bears_is_unknown(linked: OpenVersion, text: str) -> None:
    found = _identified(linked, text)
    assert (found.status, found.iri, found.candidates) == (Status.UNKNOWN, None, ())


def test_what_was_merged_leads_on(linked: OpenVersion) -> None:
    old = f"{BASE}id/old-oak-cluster-bbbbbbba"
    found = _identified(linked, "old-oak-cluster-bbbbbbba")
    assert (found.status, found.was, found.iri) == (Status.MERGED, old, OAK)


def test_what_was_removed_is_gone(linked: OpenVersion) -> None:
    found = _identified(linked, "id:ash-cluster-dddddddd")
    assert (found.status, found.iri) == (Status.GONE, None)
    assert "no document supports it" in found.why


def test_who_was_forgotten_is_gone_with_the_reason(forgetful: Forgetful) -> None:
    found = _identified(Dataset(forgetful.place.home).current(), forgetful.iri)
    assert (found.status, found.iri) == (Status.GONE, None)
    assert WHY in found.why


def test_an_identifier_that_two_things_bear_is_ambiguous(linked: OpenVersion) -> None:
    found = _identified(linked, "wd:Q6")
    assert (found.status, found.iri) == (Status.AMBIGUOUS, None)
    assert [each.iri for each in found.candidates] == [ELM, LARCH]


@pytest.mark.parametrize("word", ["Wi%C4%85z", "Wi%c4%85z", "Wiąz"])
def test_an_address_is_the_same_however_its_letters_are_written(
    linked: OpenVersion, word: str
) -> None:
    assert _identified(linked, f"https://cluster.example/{word}").iri == ELM


def test_what_is_close_to_a_country_is_not_found_by_its_other_codes(linked: OpenVersion) -> None:
    assert [each.iri for each in _identified(linked, "country:FR").candidates] == []
    assert [each.iri for each in _identified(linked, _FRANCE).candidates] == [LARCH]


def test_what_is_only_close_is_not_taken_for_the_same(linked: OpenVersion) -> None:
    found = _identified(linked, "wd:Q7")
    assert (found.status, found.iri) == (Status.AMBIGUOUS, None)
    assert [each.iri for each in found.candidates] == [LARCH]


def test_what_is_only_related_stays_unknown_and_is_named(linked: OpenVersion) -> None:
    found = _identified(linked, "wd:Q8")
    assert (found.status, found.iri) == (Status.UNKNOWN, None)
    assert [each.iri for each in found.candidates] == [PINE]


def test_a_code_of_a_branch_names_things_before_concepts(linked: OpenVersion) -> None:
    near = [each.iri for each in _identified(linked, "NACE 16").candidates if each.is_close]
    assert near == [WOOD, f"{BASE}voc/sectors/wood-processing"]


@pytest.mark.parametrize("text", ["nace:C16", "nace:16", "http://data.europa.eu/ux2/nace2.1/16"])
def test_a_code_of_a_branch_may_have_its_section_before_it(linked: OpenVersion, text: str) -> None:
    assert _identified(linked, text).value == "16"


@pytest.mark.parametrize(
    "text",
    [
        "sectors:wood-processing",
        "voc:sectors/wood-processing",
        f"{BASE}voc/sectors/wood-processing",
    ],
)
def test_a_concept_of_ours_is_found_itself(linked: OpenVersion, text: str) -> None:
    found = _identified(linked, text)
    assert (found.status, found.iri) == (Status.FOUND, f"{BASE}voc/sectors/wood-processing")


@pytest.mark.parametrize("text", ["0123456789abcdef", "doc:0123456789abcdef", "trees.txt"])
def test_a_document_is_found_by_its_hash_and_its_file(linked: OpenVersion, text: str) -> None:
    assert _identified(linked, text).iri == f"{BASE}doc/0123456789abcdef"


@pytest.mark.parametrize("text", ["cg:Cluster", f"{BASE}ns#Cluster", "http://localhost/ns/Cluster"])
def test_a_term_of_the_ontology_is_found(linked: OpenVersion, text: str) -> None:
    assert _identified(linked, text).iri == f"{BASE}ns#Cluster"


def test_wrong_check_digits_are_told_from_what_nothing_bears(linked: OpenVersion) -> None:
    found = _identified(linked, "lei:5493001KJTIIGC8Y1R21")
    assert found.status is Status.INVALID
    assert "check digits" in found.why


@pytest.mark.parametrize("text", ["Q5", "wd:Q5", "https://www.wikidata.org/wiki/Q5", " q5 "])
def test_in_a_scheme_its_prefix_and_address_are_welcome(linked: OpenVersion, text: str) -> None:
    found = identify(linked, text, scheme="Wikidata")
    assert found is not None
    assert (found.status, found.iri, found.asked) == (Status.FOUND, OAK, text)


def test_in_a_scheme_two_letters_are_a_country(linked: OpenVersion) -> None:
    found = identify(linked, "ad", scheme="iso3166-1")
    assert found is not None
    assert found.iri == ANDORRA


@pytest.mark.parametrize("text", ["oak", "", "Q5 and more", "https://elsewhere.example/Q5"])
def test_what_is_not_written_as_its_scheme_writes_is_invalid(
    linked: OpenVersion, text: str
) -> None:
    found = identify(linked, text, scheme="wikidata")
    assert found is not None
    assert found.status is Status.INVALID
    assert "wd:Q232" in found.why


def test_a_scheme_that_there_is_not_is_refused_with_those_there_are(linked: OpenVersion) -> None:
    with pytest.raises(InvalidParameter, match=r"wikidata.*sectors"):
        identify(linked, "x", scheme="no-such-scheme")
