"""A mapper that knows an answer is a defect: no name of our documents stands in code or packs."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import clustergraph
from clustergraph.languages import load_pack, pack_languages
from given.mapped import gazetteer

SEEDS = Path(__file__).parent.parent / "gold" / "seeds"
PACKAGE = Path(clustergraph.__file__).parent
FOLDERS = ("mapping", "reading", "languages")
TYPES = {"Cluster", "Event", "Organisation", "Person", "Programme", "Project", "Training"}
SHORTEST = 5
"""Letters; what is shorter may stand anywhere by chance."""


def sources() -> Mapping[str, str]:
    """The text of every file of the mappers, in lower case and with single blanks, by path."""
    paths = (path for folder in FOLDERS for path in sorted((PACKAGE / folder).rglob("*")))
    files = (path for path in paths if path.suffix in {".py", ".toml", ".tsv", ".txt"})
    return {
        str(path.relative_to(PACKAGE)): " ".join(path.read_text(encoding="utf-8").lower().split())
        for path in files
    }


def names_in_gold() -> Iterator[str]:
    for path in sorted(SEEDS.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        for entity in gold["entities"]:
            if entity["named"] and entity["type"] in TYPES:
                yield from (name for name in entity["names"] if len(name) >= SHORTEST)


def is_known_to_the_field(name: str) -> bool:
    """Whether the gazetteer lists it, as knowledge of the field."""
    return any(
        gazetteer().bodies(name, language) or gazetteer().places(name, language)
        for language in pack_languages()
    )


def is_made_of_common_words(name: str) -> bool:
    """Whether it says no more than what words of the languages say: "the Danish government"."""
    packs = [load_pack(language) for language in pack_languages()]
    common = {
        word
        for pack in packs
        for words in (pack.heads, pack.demonyms, pack.abstract, pack.function_words)
        for word in words
    }
    return common.issuperset(name.lower().split())


NAMES = sorted(
    name
    for name in set(names_in_gold())
    if not is_known_to_the_field(name) and not is_made_of_common_words(name)
)


def test_there_are_names_to_look_for() -> None:
    assert len(NAMES) > 50


@pytest.mark.parametrize("name", NAMES)
def test_no_name_of_our_documents_stands_in_code_or_packs(name: str) -> None:
    wanted = " ".join(name.lower().split())
    assert [path for path, text in sources().items() if wanted in text] == []
