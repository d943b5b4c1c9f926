"""A citation in the forms in which programs keep references."""

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.web.citing.citation import Citation
from clustergraph.web.wording import wording_in

_RIS_TAGS = ("TY", "TI", "AU", "PY", "DA", "DB", "ET", "UR", "LA", "N1", "ER")


def _citing(title: str, language: str = "en") -> Citation:
    return Citation(
        title=title,
        language=language,
        iri=Iri(f"{BASE}id/dare-aaaaaaae"),
        version="20261122T164531Z-9f3c2758e2fd847f",
        published=date(2026, 11, 22),
    )


def test_a_citation_names_the_thing_the_version_its_day_and_the_iri() -> None:
    assert _citing("DARE").as_text(wording_in("en")) == (
        "The ClusterGraph authors (2026): “DARE”. In: ClusterGraph, version"
        " 20261122T164531Z-9f3c2758e2fd847f, 22 November 2026."
        " https://w3id.org/clustergraph/id/dare-aaaaaaae (CC BY 4.0)"
    )
    assert "22 listopada 2026" in _citing("DARE").as_text(wording_in("pl"))


def test_a_name_does_not_turn_what_stands_after_it() -> None:
    assert "“DARE”. In: " in _citing("\u202eDARE").as_text(wording_in("en"))


def test_bibtex_keeps_capitals_and_says_its_own_signs_by_name() -> None:
    entry = _citing("{R&D} 100% \\ a_b").as_bibtex()
    assert entry.startswith("@misc{clustergraph-dare-aaaaaaae,\n")
    braces = r"{\textbraceleft}R\&D{\textbraceright} 100\% {\textbackslash} a\_b"
    assert f"  title = {{{{{braces}}}}},\n" in entry
    assert "  url = {https://w3id.org/clustergraph/id/dare-aaaaaaae},\n" in entry


@given(st.text())
def test_no_name_breaks_out_of_its_field(name: str) -> None:
    entry = _citing(name).as_bibtex()
    assert entry.count("{") == entry.count("}")
    assert len(entry.split("\n")) == len(_citing("x").as_bibtex().split("\n"))
    lines = _citing(name).as_ris().split("\r\n")
    assert [line[:2] for line in lines] == [*_RIS_TAGS, ""]
    assert len("".join(lines).splitlines()) <= 1
    (item,) = json.loads(_citing(name).as_csl())
    assert item["title"] == " ".join(item["title"].split())


def test_ris_ends_its_record_and_leaves_out_a_language_that_nobody_knows() -> None:
    record = _citing("DARE", language="").as_ris()
    assert record.startswith("TY  - DATA\r\nTI  - DARE\r\n")
    assert record.endswith("ER  - \r\n")
    assert "LA  - " not in record


def test_csl_holds_the_day_of_the_version_as_numbers() -> None:
    (item,) = json.loads(_citing("Клъстер", language="bg").as_csl())
    assert item["issued"] == {"date-parts": [[2026, 11, 22]]}
    assert (item["type"], item["title"], item["language"]) == ("dataset", "Клъстер", "bg")
