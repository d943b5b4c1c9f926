"""The blocks of a file are its text, part by part: nothing is lost, and nothing is cut in two."""

from pathlib import Path

import pytest
from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, parse

from clustergraph.locations import ONTOLOGY
from clustergraph.rdf.handwritten import blocks_of

FILES = [*sorted(ONTOLOGY.glob("*.ttl")), *sorted(ONTOLOGY.glob("shapes/*.ttl"))]


def canonical(turtle: str) -> set[str]:
    dataset = Dataset(parse(turtle, format=RdfFormat.TURTLE))
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return {str(quad) for quad in dataset}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_blocks_of_a_file_say_what_the_file_says(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    prefixes = [line for line in text.splitlines() if line.startswith("@prefix")]
    blocks = [block.text for block in blocks_of(path)]
    assert blocks
    assert canonical("\n".join([*prefixes, *blocks])) == canonical(text)
    for block in blocks:
        assert canonical("\n".join([*prefixes, block]))


def test_a_block_knows_its_section_and_whether_it_gives_a_type(tmp_path: Path) -> None:
    path = tmp_path / "fruit.ttl"
    path.write_text(
        "@prefix : <https://example.org/> .\n# =====\n# Stones\n# =====\n\n"
        ":plum\n    a :Fruit ;\n\n    :colour 'blue' .\n# more\n:plum :size 3 .\n"
    )
    first, second = blocks_of(path)
    assert (first.subject, first.section, first.gives_type) == (":plum", "Stones", True)
    assert first.text.endswith(":colour 'blue' .")
    assert not second.gives_type
