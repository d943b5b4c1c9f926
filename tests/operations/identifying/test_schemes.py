"""The table of schemes reads what people write, and what it says of each scheme is so."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.operations.identifying.check_digits import CHECKS
from clustergraph.operations.identifying.schemes import Scheme, load_schemes, read_schemes

SCHEMES = {scheme.key: scheme for scheme in load_schemes()}


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_the_example_of_a_scheme_is_one(scheme: Scheme) -> None:
    found = load_schemes().read(scheme.example)
    assert found is not None
    assert (found.scheme, found.fault) == (scheme.key, "")


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_each_address_of_a_scheme_leads_to_its_identifier(scheme: Scheme) -> None:
    value = load_schemes().read_in(scheme.key, scheme.example).value
    for address in scheme.addresses:
        filled = address.replace("{}", value).replace("*", "anything")
        found = load_schemes().read_address(f"https://{filled}")
        assert found is not None
        assert (found.scheme, found.value) == (scheme.key, value)


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_a_scheme_is_known_by_its_own_name(scheme: Scheme) -> None:
    assert load_schemes().read_in(scheme.key, scheme.example).scheme == scheme.key


def test_schemes_name_checks_that_there_are() -> None:
    assert {scheme.check for scheme in SCHEMES.values() if scheme.check} <= set(CHECKS)


@pytest.mark.parametrize("key", [key for key, scheme in SCHEMES.items() if scheme.check])
def test_one_wrong_digit_is_noticed(key: str) -> None:
    right = load_schemes().read_in(key, SCHEMES[key].example).value
    for place, char in enumerate(right):
        if char.isdigit():
            wrong = right[:place] + str((int(char) + 1) % 10) + right[place + 1 :]
            read = SCHEMES[key].read(wrong)
            assert read is None or read.fault


@pytest.mark.parametrize(
    ("text", "scheme", "value"),
    [
        ("https://orcid.org/0000-0002-1825-0097", "orcid", "0000000218250097"),
        ("0000-0002-1825-0097", "orcid", "0000000218250097"),
        ("isni:000000012281955X", "isni", "000000012281955X"),
        ("https://ror.org/03yrm5c26", "ror", "03yrm5c26"),
        ("ror.org/03YRM5C26", "ror", "03yrm5c26"),
        ("https://doi.org/10.13039/501100000780", "doi", "10.13039/501100000780"),
        ("NUTS PL21", "nuts", "PL21"),
        ("VAT: pl 526-000-12-46", "vat", "PL5260001246"),
        ("https://cordis.europa.eu/project/id/101057437/results", "cordis", "101057437"),
        ("iso:kz", "iso3166-1-alpha-2", "KZ"),
        ("iso:kaz", "eu-country", "KAZ"),
    ],
)
def test_what_people_write_is_read_as_the_register_writes_it(
    text: str, scheme: str, value: str
) -> None:
    found = load_schemes().read(text)
    assert found is not None
    assert (found.scheme, found.value) == (scheme, value)


@pytest.mark.parametrize("text", ["wd:Q5", "https://www.wikidata.org/wiki/Q5"])
def test_a_prefix_with_a_colon_and_an_address_are_sure(text: str) -> None:
    found = load_schemes().read(text)
    assert found is not None
    assert found.is_sure


@pytest.mark.parametrize("text", ["Q5", "wikidata Q5"])
def test_what_only_looks_like_an_identifier_is_not_sure(text: str) -> None:
    found = load_schemes().read(text)
    assert found is not None
    assert not found.is_sure


@given(st.text(max_size=60) | st.from_regex(r"(https?://|wd:|lei |)[ -~]{0,40}", fullmatch=True))
def test_any_text_is_read_or_left_alone(text: str) -> None:
    found = load_schemes().read(text)
    assert found is None or found.scheme in SCHEMES


def test_a_register_is_added_by_a_table_alone(tmp_path: Path) -> None:
    path = tmp_path / "schemes.toml"
    path.write_text(
        '[trees]\nname = "Trees"\nvalue = "[0-9]+"\naddresses = ["trees.example/tree/{}"]\n'
        'example = "trees:7"\n',
        encoding="utf-8",
    )
    found = read_schemes(path).read("https://trees.example/tree/12")
    assert found is not None
    assert (found.scheme, found.value) == ("trees", "12")
