"""Lists of names whose kind is told before them."""

import pytest

from given.mapped import mentions_in

LISTS = {
    "It covers two districts: Thorpe Vale, Quarrel and Zembla.": (
        "Region",
        ["Thorpe Vale", "Quarrel", "Zembla"],
    ),
    "We met two clusters based in Denmark: Silver Tech and GreenTech Innovation.": (
        "Cluster",
        ["Silver Tech", "GreenTech Innovation"],
    ),
    "We met clusters such as Brimm, Zorvo and Quill.": ("Cluster", ["Brimm", "Zorvo", "Quill"]),
    "We met two companies (Brimm and Zorvo) today.": ("Organisation", ["Brimm", "Zorvo"]),
    "The clusters are Brimm, Zorvo and Quill.": ("Cluster", ["Brimm", "Zorvo", "Quill"]),
    "The clusters Brimm, Zorvo and Quill met.": ("Cluster", ["Brimm", "Zorvo", "Quill"]),
}


@pytest.mark.parametrize("text", LISTS)
def test_names_in_a_list_are_what_the_plural_before_it_says(text: str) -> None:
    kind, names = LISTS[text]
    found = {m.names[0]: m.kind.local if m.kind else None for m in mentions_in(text) if m.named}
    assert {name: found.get(name) for name in names} == dict.fromkeys(names, kind)


def test_a_plural_noun_before_one_name_announces_no_list() -> None:
    (name,) = (m for m in mentions_in("The clusters met: Zorvo came first.") if m.named)
    assert name.kind is None


def test_a_partnership_in_a_list_of_clusters_is_a_cluster() -> None:
    text = "We met two clusters: Blue Water Partnership and Zorvo."
    kinds = {m.names[0]: m.kind.local for m in mentions_in(text) if m.named and m.kind}
    assert kinds["Blue Water Partnership"] == "Cluster"
