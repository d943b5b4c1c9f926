"""Cards are read from their file as they were written."""

from pathlib import Path

from clustergraph.model import Iri
from clustergraph.names import Aspects, Card, Name, Place
from clustergraph.names.files.cards import Filed, Files, write_files

_ID = "https://w3id.org/clustergraph/id/"
_CLUSTER = Iri("https://w3id.org/clustergraph/ns#Cluster")


def _card(number: int, *names: Name) -> Card:
    place = Place(Iri(f"{_ID}bulgaria"), (Name("България", "bg"),), is_country=True)
    return Card(
        iri=Iri(f"{_ID}{number}"),
        cls=_CLUSTER,
        prominence=number,
        names=names,
        places=(place,),
        aspects=Aspects(sectors=(Iri(f"{_ID}metal"),), years=(2018,), source_languages=("bg",)),
    )


_KARAGANDA = _card(
    1, Name("Karaganda", "en"), Name("Караганда", "bg"), Name("Karaganda", "pl", "altLabel")
)
_TABS = _card(2, Name("A\tname\nof \x00 two \u2028 lines", ""))


def _filed(folder: Path, *cards: Card) -> Files:
    write_files(folder, map(Filed.of, cards))
    return Files.open(folder)


def test_each_card_is_found_by_its_rank_whatever_its_names_hold(tmp_path: Path) -> None:
    files = _filed(tmp_path, _KARAGANDA, _TABS)
    assert [files[0].card, files[1].card] == [_KARAGANDA, _TABS]


def test_names_that_look_the_same_are_looked_at_once(tmp_path: Path) -> None:
    filed = _filed(tmp_path, _KARAGANDA)[0]
    assert [(each.folded, each.place) for each in filed.glimpses(None)] == [("karaganda", 0)]


def test_in_a_language_its_own_name_is_looked_at(tmp_path: Path) -> None:
    filed = _filed(tmp_path, _KARAGANDA)[0]
    assert [each.place for each in filed.glimpses("pl")] == [2]
    assert [each.name.language for each in filed.heard("pl")] == ["pl"]


def test_where_no_name_is_in_the_language_all_are_heard(tmp_path: Path) -> None:
    filed = _filed(tmp_path, _KARAGANDA)[0]
    assert len(filed.heard("fr")) == len(filed.heard(None)) == 3


def test_no_cards_can_be_written_too(tmp_path: Path) -> None:
    _filed(tmp_path)
    assert (tmp_path / "cards.bin").read_bytes() == b""
