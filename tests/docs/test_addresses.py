"""Every address that docs/addresses.md lists is there."""

import re
from urllib.parse import quote
from urllib.request import urlopen

import pytest

from given.shown import ROOT

TEXT = (ROOT / "docs" / "addresses.md").read_text("utf-8")
FIRST_COLUMN = re.compile(r"^\| (`/.+?) \|", re.MULTILINE)
LISTED = [
    address for cell in FIRST_COLUMN.findall(TEXT) for address in re.findall(r"`(.+?)`", cell)
]
EXAMPLES = {
    "class": "Cluster",
    "concept": "sectors",
    "document": "a78e6b5c1e6b8d54",
    "graph": "https://w3id.org/clustergraph/graph/places",
    "identifier": "iso:KZ",
    "name": "who-taught",
    "object": "european-union-nqlrscpb",
    "passage": "5f8e7202858ee398",
    "predicate": "fundingSource",
    "problem": "not-found",
    "query": "ASK {}",
    "subject": "training-module-zdsyunii",
    "term": "fundedBy",
    "text": "klaster",
    "x": "training-module-zdsyunii",
}
PROPERTIES = {"related": "covers", "incoming": "partOf", "following": "fundingSource"}
"""How the example is related to others in each of the three ways."""


def test_more_than_sixty_addresses_are_listed_each_once() -> None:
    assert len(LISTED) == len(set(LISTED)) > 60


@pytest.mark.parametrize("pattern", LISTED)
def test_each_listed_address_answers(pattern: str, served: str, our_version_name: str) -> None:
    properties = [word for where, word in PROPERTIES.items() if f"/{where}/" in pattern]
    words = {**EXAMPLES, "version": our_version_name, "property": "".join(properties)}
    path = re.sub(r"\{(\w+)\}", lambda match: quote(words[match[1]], safe=""), pattern)
    with urlopen(f"{served}{path}") as answer:
        assert answer.status == 200
        assert answer.read()


@pytest.fixture(scope="module")
def our_version_name(served: str) -> str:
    with urlopen(f"{served}/dataset") as answer:
        return str(answer.headers["Dataset-Version"])
