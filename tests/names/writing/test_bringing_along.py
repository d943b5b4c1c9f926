"""An index that was brought along answers as one that was built with all of it at once."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clustergraph.errors import StoreError
from clustergraph.model import Iri
from clustergraph.names import Aspects, Card, Found, Name, NameIndex, Place
from clustergraph.names.writing import bringing_along
from clustergraph.names.writing.bringing_along import bring_names_along
from clustergraph.names.writing.storing import build_names
from clustergraph.store.versions.disk import link_below

_KINDS = [Iri(f"https://w3id.org/clustergraph/ns#{name}") for name in ("Cluster", "City")]
_PLACES = [Iri(f"https://w3id.org/clustergraph/id/place-{number}") for number in range(2)]
_WORDS = (
    "green",
    "grean",
    "synergy",
    "cluster",
    "alfa",
    "gmbh",
    "ruse",
    "русе",
    "the",
    "karaganda",
)
_LANGUAGES = ("en", "bg", "")
_QUESTIONS = (
    "green",
    "gren synergy",
    "alfa",
    "g",
    "cluster green",
    "Русе",
    "karanganda",
    "the ruse",
)
# Everybody has them, so that both ways of making an index see the same languages.
_ALWAYS = [
    Card(
        iri=Iri("https://w3id.org/clustergraph/id/always"),
        cls=_KINDS[0],
        prominence=3,
        names=(Name("Always here", "en"), Name("Винаги тук", "bg")),
    )
]

Changes = list[tuple[list[Card], list[Iri]]]


def _iri(number: int) -> Iri:
    return Iri(f"https://w3id.org/clustergraph/id/thing-{number}")


@st.composite
def _cards(draw: st.DrawFn) -> Card:
    texts = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3).map(" ".join)
    kinds = st.sampled_from(["prefLabel", "altLabel"])
    names = st.builds(Name, texts, st.sampled_from(_LANGUAGES), kinds)
    place = draw(st.sampled_from([None, *_PLACES]))
    return Card(
        iri=_iri(draw(st.integers(0, 12))),
        cls=draw(st.sampled_from(_KINDS)),
        prominence=draw(st.integers(0, 3)),
        names=tuple(draw(st.lists(names, min_size=1, max_size=3, unique=True))),
        places=(Place(place, (), place == _PLACES[0]),) if place else (),
        aspects=Aspects(years=tuple(draw(st.sets(st.integers(2018, 2020))))).ordered(),
    )


_SOME = st.lists(_cards(), max_size=8, unique_by=lambda card: card.iri)
_CHANGES = st.lists(
    st.tuples(_SOME, st.lists(st.integers(0, 12).map(_iri), max_size=3)), max_size=4
)


def _after(cards: list[Card], changes: Changes) -> list[Card]:
    alive = {card.iri: card for card in cards}
    for new, gone in changes:
        alive = {iri: card for iri, card in alive.items() if iri not in gone}
        alive |= {card.iri: card for card in new}
    return [*alive.values()]


def _brought_along(folder: Path, cards: list[Card], changes: Changes) -> NameIndex:
    build_names(folder / "0", cards)
    for number, (new, gone) in enumerate(changes):
        link_below(folder / f"{number}", folder / f"{number + 1}")
        bring_names_along(folder / f"{number + 1}", new, {*gone} - {card.iri for card in new})
    return _opened_one_after_another(folder, len(changes))


def _opened_one_after_another(folder: Path, last: int) -> NameIndex:
    """Open each with what is known of the one before, as a server does, and go back and forth."""
    names = NameIndex.open(folder / "0")
    for number in (*range(last + 1), 0, last):
        names = NameIndex.open(folder / f"{number}", names)
    return names


def _told(found: Found) -> object:
    return found.hits, found.next, found.total


def _paged(search: Any, **rest: Any) -> Iterator[object]:
    after = None
    while True:
        found = search(limit=2, after=after, **rest)
        yield _told(found)
        after = found.next
        if after is None:
            return


def _answers(names: NameIndex) -> Iterator[object]:
    for text in _QUESTIONS:
        for rest in ({}, {"prefix": True}, {"parts": False}, {"language": "bg"}):
            yield text, rest, [*_paged(partial(names.search, text), **rest)]
        yield text, {key: sorted(values) for key, values in names.facets(text).items()}
    for filters in ({}, {"places": _PLACES[:1]}, {"aspects": Aspects(years=(2019,))}):
        yield [*_paged(partial(names.of_kinds, _KINDS[:1]), **filters)]
        yield names.facets(**filters)
        for language in ("en", "bg", "fr"):
            yield [*_paged(partial(names.in_order, language), **filters)]
    for number in range(13):
        yield names.card(_iri(number)), names.beside(_iri(number), "bg")


@pytest.fixture(params=[0, 1024], ids=["many parts", "few parts"])
def how_many_are_written_again(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bringing_along, "_SOON_DONE", request.param)


@settings(
    max_examples=4,  # by hand with some hundreds: each makes half a dozen indexes
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(_SOME, _CHANGES)
@pytest.mark.usefixtures("how_many_are_written_again")
def test_what_was_brought_along_answers_as_what_was_built_at_once(
    cards: list[Card], changes: Changes
) -> None:
    with TemporaryDirectory() as folder:
        brought = _brought_along(Path(folder), [*_ALWAYS, *cards], changes)
        build_names(Path(folder, "whole"), _after([*_ALWAYS, *cards], changes))
        whole = NameIndex.open(Path(folder, "whole"))
        for found, wanted in zip(_answers(brought), _answers(whole), strict=True):
            assert found == wanted


def _card(local: str, *names: str, language: str = "en", prominence: int = 1) -> Card:
    iri = Iri(f"https://w3id.org/clustergraph/id/{local}")
    called = tuple(Name(name, language) for name in names)
    return Card(iri=iri, cls=_KINDS[0], prominence=prominence, names=called)


def _found(folder: Path, text: str, **rest: Any) -> list[str]:
    return [hit.card.iri.local for hit in NameIndex.open(folder).search(text, **rest).hits]


def _files(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An index of three clusters."""
    path = tmp_path / "names"
    build_names(path, [_card("a", "Alfa GmbH"), _card("b", "Beta"), _card("c", "Gamma")])
    return path


def test_no_file_of_the_index_before_is_written_into(folder: Path, tmp_path: Path) -> None:
    before, earlier = _files(folder), NameIndex.open(folder)
    for number, name in enumerate(("Delta", "Omega", "Sigma")):
        link_below(folder, tmp_path / f"{number}")
        bring_names_along(tmp_path / f"{number}", [_card("b", name)], [_card("a", "Alfa").iri])
    assert _files(folder) == before
    assert [hit.name for hit in earlier.search("alfa").hits] == ["Alfa GmbH"]
    assert _found(folder, "beta") == ["b"]
    later = tmp_path / "2"
    assert [_found(later, name) for name in ("sigma", "beta", "alfa")] == [["b"], [], []]


def test_what_is_known_of_one_index_is_taken_for_no_other_that_went_another_way(
    folder: Path, tmp_path: Path
) -> None:
    known = NameIndex.open(folder)
    for name in ("Delta", "Omega"):  # the parts have equal numbers, and equal places in them
        link_below(folder, tmp_path / name)
        bring_names_along(tmp_path / name, [_card("b", name)], [])
        known = NameIndex.open(tmp_path / name, known)
        assert [hit.name for hit in known.search(name).hits] == [name]
        assert [hit.name for hit in known.search(f"{name[:4]}q").hits] == [name]


def test_cards_as_they_were_and_things_that_were_not_there_change_nothing(folder: Path) -> None:
    stamp = bring_names_along(folder, [_card("b", "Delta")], [])
    before = _files(folder)
    nobody = Iri("https://w3id.org/clustergraph/id/nobody")
    assert bring_names_along(folder, [_card("b", "Delta"), _card("c", "Gamma")], [nobody]) == stamp
    assert bring_names_along(folder, [], []) == stamp
    assert _files(folder) == before


def test_equal_changes_of_equal_indexes_have_one_stamp_and_others_have_others(
    folder: Path, tmp_path: Path
) -> None:
    stamps = []
    for number, name in enumerate(("Delta", "Delta", "Epsilon")):
        link_below(folder, tmp_path / f"later {number}")
        stamps.append(bring_names_along(tmp_path / f"later {number}", [_card("b", name)], []))
    assert stamps[0] == stamps[1] != stamps[2]
    assert bring_names_along(folder, [], [_card("b", "Beta").iri]) not in stamps


def test_an_index_of_nothing_can_be_brought_along(tmp_path: Path) -> None:
    build_names(tmp_path, [])
    cards = [_card("a", "Ядро", language="bg"), _card("b", "Елха", language="bg", prominence=2)]
    bring_names_along(tmp_path, cards, [])
    names = NameIndex.open(tmp_path)
    assert _found(tmp_path, "yadro") == ["a"]
    assert [hit.card.iri.local for hit in names.of_kinds().hits] == ["b", "a"]
    assert [hit.card.iri.local for hit in names.in_order("bg").hits] == ["b", "a"]
    assert names.facets(wanted=("cls",)) == {"cls": [(_KINDS[0], 2)]}


def test_everything_may_go_and_come_again(folder: Path) -> None:
    bring_names_along(folder, [], [card.iri for card in map(_card, "abc")])
    names = NameIndex.open(folder)
    assert (names.of_kinds().hits, names.in_order("en").hits) == ((), ())
    assert names.facets(wanted=("cls",)) == {"cls": []}
    bring_names_along(folder, [_card("a", "Alfa")], [])
    assert _found(folder, "alfa") == ["a"]
    bring_names_along(folder, [], [_card("a", "Alfa").iri])
    assert NameIndex.open(folder).of_kinds().total == 0


def test_a_name_counts_once_though_its_card_was_changed(folder: Path) -> None:
    before = NameIndex.open(folder).search("alfa").hits
    bring_names_along(folder, [_card("a", "Alfa GmbH", prominence=7)], [])
    after = NameIndex.open(folder).search("alfa").hits
    assert [hit.score for hit in after] == [hit.score for hit in before] == [97]


def test_a_thing_written_many_times_makes_few_parts(folder: Path) -> None:
    for number in range(12):
        bring_names_along(folder, [_card("b", f"Name {number}"), _card(f"x{number}", "One")], [])
    assert len([*folder.glob("part-*")]) <= 3
    assert _found(folder, "name") == ["b"]
    assert NameIndex.open(folder).search("one", limit=2).total == 12


def test_parts_that_are_not_written_again_stay_few_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bringing_along, "_SOON_DONE", 0)
    monkeypatch.setattr(bringing_along, "_MOST_PARTS", 4)
    for number in range(8):
        bring_names_along(folder, [_card(f"x{number}", "One")], [])
        assert len([*folder.glob("part-*")]) <= 4
    assert NameIndex.open(folder).search("one", limit=2).total == 8


def test_a_language_that_comes_new_has_the_order_of_english_until_the_next_build(
    folder: Path,
) -> None:
    bring_names_along(folder, [_card("d", "Ядро", language="bg")], [])
    names = NameIndex.open(folder)
    assert [hit.card.iri.local for hit in names.in_order("bg").hits] == ["a", "b", "c", "d"]
    assert names.in_order("bg").hits == names.in_order("en").hits


def test_a_page_holds_what_stands_in_several_parts_in_one_order(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bringing_along, "_SOON_DONE", 0)
    for local, prominence in (("x2", 2), ("x0", 0), ("x3", 3), ("a0", 1)):
        bring_names_along(folder, [_card(local, "Beta too", prominence=prominence)], [])
    assert _found(folder, "beta too", limit=4) == ["x3", "x2", "a0", "x0"]
    hits = NameIndex.open(folder).in_order("en").hits
    assert [hit.card.iri.local for hit in hits] == ["a", "b", "a0", "x0", "x2", "x3", "c"]


def test_an_index_with_parts_that_may_only_be_read_is_opened(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_names_along(folder, [_card("b", "Delta")], [])
    before = _files(folder)
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("os.access", lambda *_: False)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    assert _found(folder, "delta") == ["b"]
    assert (_files(folder), [*(tmp_path / "temporary").iterdir()]) == (before, [])


def test_a_damaged_part_is_told(folder: Path) -> None:
    bring_names_along(folder, [_card("b", "Delta")], [])
    (folder / "part-1" / "meta.json").write_text("{", "utf-8")
    with pytest.raises(StoreError, match="can't be opened"):
        NameIndex.open(folder)
    with pytest.raises(StoreError, match="can't be opened"):
        bring_names_along(folder, [_card("b", "Beta")], [])


def test_who_has_no_index_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        bring_names_along(tmp_path, [_card("b", "Beta")], [])
