from collections.abc import Callable
from pathlib import Path

import pytest

from clustergraph.model import Iri
from clustergraph.names import NameIndex, NameRow, build_names

CLUSTER = Iri("https://w3id.org/clustergraph/ns#Cluster")
CITY = Iri("https://w3id.org/clustergraph/ns#City")

Row = tuple[str, str, str, str, Iri, int]
ROWS: list[Row] = [
    ("green-synergy", "Green Synergy Cluster", "en", "prefLabel", CLUSTER, 9),
    ("green-synergy", "Клъстер „Зелена синергия“", "bg", "prefLabel", CLUSTER, 9),
    ("green-synergy", "CGS", "", "altLabel", CLUSTER, 9),
    ("green", "Green", "en", "prefLabel", CLUSTER, 1),
    ("green-valley", "Green Valley", "en", "prefLabel", CLUSTER, 20),
    ("greenhouse", "The Dutch Greenhouse Cluster", "en", "prefLabel", CLUSTER, 50),
    ("alfa-gmbh", "Alfa GmbH", "de", "prefLabel", CLUSTER, 2),
    ("alfa-ltd", "Alfa Ltd", "en", "prefLabel", CLUSTER, 8),
    ("karaganda", "Karaganda", "en", "prefLabel", CITY, 5),
    ("karaganda", "Karaganda", "pl", "prefLabel", CITY, 5),
    ("karaganda", "Караганда", "bg", "prefLabel", CITY, 5),
    ("parentheses", 'MAISON (DU) VEGETAL / "fruit"', "fr", "prefLabel", CLUSTER, 3),
]


def name_row(row: Row) -> NameRow:
    local, name, language, kind_of_name, cls, prominence = row
    return NameRow(
        iri=Iri(f"https://w3id.org/clustergraph/id/{local}"),
        name=name,
        language=language,
        kind_of_name=kind_of_name,
        cls=cls,
        prominence=prominence,
        label=name,
    )


@pytest.fixture(scope="session")
def names(tmp_path_factory: pytest.TempPathFactory) -> NameIndex:
    path = tmp_path_factory.mktemp("names")
    build_names(path, [name_row(row) for row in ROWS])
    return NameIndex.open(path)


@pytest.fixture
def index(tmp_path: Path) -> Callable[..., NameIndex]:
    """Make an index of the rows given."""

    def make(*rows: Row) -> NameIndex:
        build_names(tmp_path / "names", [name_row(row) for row in rows])
        return NameIndex.open(tmp_path / "names")

    return make
