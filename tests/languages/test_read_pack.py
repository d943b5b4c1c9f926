import pytest

from clustergraph.languages import load_pack, pack_languages


def test_there_are_packs_for_the_languages_of_our_documents() -> None:
    assert {"en", "pl", "bg"} <= set(pack_languages())


def test_a_pack_is_read_once() -> None:
    assert load_pack("en") is load_pack("en")


def test_a_language_without_a_pack_is_an_error() -> None:
    with pytest.raises(KeyError):
        load_pack("xx")
