import pytest

from clustergraph.model import Iri
from clustergraph.names import Card, Label, Name, Place

NAMES = (
    Name("България", "bg"),
    Name("Bulgaria", "en"),
    Name("Republic of Bulgaria", "en", "altLabel"),
    Name("Bułgaria", "pl"),
    Name("BG", "", "altLabel"),
)


def card(*names: Name, places: tuple[Place, ...] = ()) -> Card:
    iri = Iri("https://w3id.org/clustergraph/id/bulgaria-aaaaaaaf")
    cls = Iri("https://w3id.org/clustergraph/ns#Country")
    return Card(iri=iri, cls=cls, prominence=1, names=names, places=places)


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("pl", Label("Bułgaria", "pl")),
        ("de", Label("Bulgaria", "en", fell_back=True)),
    ],
)
def test_a_thing_is_called_in_the_language_or_falls_back(language: str, label: Label) -> None:
    assert card(*NAMES).label(language) == label


def test_an_alternative_name_labels_only_what_has_no_other() -> None:
    assert card(Name("BG", "", "altLabel")).label("en") == Label("BG")
    assert card().label("en").text == "bulgaria-aaaaaaaf"


def test_names_in_no_language_are_heard_in_every_language() -> None:
    assert [name.text for name in card(*NAMES).heard("pl")] == ["Bułgaria", "BG"]
    assert card(*NAMES).heard(None) == NAMES


def test_a_description_names_each_place_once_in_the_language() -> None:
    ruse = Place(
        Iri("https://w3id.org/clustergraph/id/ruse"), (Name("Русе", "bg"), Name("Ruse", "en"))
    )
    region = Place(Iri("https://w3id.org/clustergraph/id/ruse-region"), (Name("Ruse", "en"),))
    country = Place(Iri("https://w3id.org/clustergraph/id/bg"), NAMES, is_country=True)
    placed = card(*NAMES, places=(ruse, region, country))
    assert placed.description("en") == "Ruse, Bulgaria"
    assert placed.description("bg") == "Русе, Ruse, България"
