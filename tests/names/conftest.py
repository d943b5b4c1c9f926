from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from clustergraph.names import NameIndex
from clustergraph.names.writing.storing import build_names
from given.named_things import CITY, CLUSTER, Row, cards

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


@pytest.fixture(scope="session")
def names(tmp_path_factory: pytest.TempPathFactory) -> NameIndex:
    path = tmp_path_factory.mktemp("names")
    build_names(path, cards(ROWS))
    return NameIndex.open(path)


@pytest.fixture
def index(tmp_path: Path) -> Callable[..., NameIndex]:
    """Make an index of the rows given."""
    numbers = count()

    def make(*rows: Row) -> NameIndex:
        path = tmp_path / f"names {next(numbers)}"
        build_names(path, cards(rows))
        return NameIndex.open(path)

    return make
