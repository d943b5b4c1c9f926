"""Sectors and labels in common words."""

import pytest

from clustergraph.vocab import CG
from given.mapped import mentions_in


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "Firms of the water sector came.", ("water", "water sector")),
        ("en", "It serves the renewable energy industry.",
         ("renewable energy", "renewable energy industry")),
        ("pl", "Przyszły firmy z sektora wodnego.", ("wodnego", "sektora wodnego")),
        ("bg", "Дойдоха фирми от сектор туризъм.", ("туризъм", "сектор туризъм")),
        ("fr", "Il aide le secteur du bois.", ("bois", "secteur du bois")),
    ],
)  # fmt: skip
def test_a_noun_for_sectors_makes_one_of_the_words_beside_it(
    language: str, text: str, names: tuple[str, str]
) -> None:
    (sector,) = (m for m in mentions_in(text, language) if m.kind == CG.Sector)
    assert sector.names == names


@pytest.mark.parametrize("text", ["The private sector came.", "The sector grows.", "One industry."])
def test_what_names_no_field_is_no_sector(text: str) -> None:
    assert [m for m in mentions_in(text) if m.kind == CG.Sector] == []


@pytest.mark.parametrize(
    ("language", "text", "label"),
    [
        ("en", "The cluster holds a gold label.", "gold label"),
        ("pl", "Klaster dostał srebrny certyfikat.", "srebrny certyfikat"),
        ("bg", "Клъстерът получи златен етикет.", "златен етикет"),
    ],
)
def test_a_metal_makes_a_label_of_excellence(language: str, text: str, label: str) -> None:
    (mention,) = (m for m in mentions_in(text, language) if m.kind == CG.ClusterLabel)
    assert mention.names[-1] == label
