from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from clustergraph.errors import InvalidParameter
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.names import Card, Name, NameIndex
from clustergraph.names.writing.storing import build_names
from clustergraph.operations.dataset import Dataset, OpenVersion
from clustergraph.operations.look_up import Findings, Question, facets, kinds_named, search
from clustergraph.store.versions import Home
from clustergraph.vocab import CG

CITY = f"{BASE}id/karaganda-aaaaaaah"
KAZAKHSTAN = Iri(f"{BASE}id/kazakhstan-aaaaaaag")


@pytest.fixture(scope="session")
def opened(small_home: Home) -> OpenVersion:
    return Dataset(small_home).current()


@pytest.fixture(scope="session")
def asked(opened: OpenVersion) -> Any:
    """Search the small graph."""

    def ask(text: str, language: str = "en", limit: int = 10, **rest: Any) -> Findings:
        return search(opened, Question(text=text, **rest), language=language, limit=limit)

    return ask


@pytest.fixture(scope="session")
def found(asked: Any) -> Any:
    """Search the small graph and give the ends of the IRIs."""

    def find(text: str, **rest: Any) -> list[str]:
        return [hit.thing.iri.local for hit in asked(text, **rest).hits]

    return find


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Karaganda", "karaganda-aaaaaaah"),
        ("Караганда", "karaganda-aaaaaaah"),
        ("klaster zelena sinergiya", "green-synergy-aaaaaaaa"),
        ("EU", "european-union-aaaaaaad"),
        ("bulgaria", "bulgaria-aaaaaaaf"),
        ("alfa", "alfa-gmbh-aaaaaaao"),
        ("<script>alert(1)</script>", "script-aaaaaaan"),
        ("Karanganda hosts", "71fb2550c3039bbf"),
    ],
)
def test_a_thing_is_found_by_any_of_its_names(found: Any, text: str, first: str) -> None:
    assert found(text)[0] == first


@pytest.mark.parametrize(
    ("reader", "names_in", "told"),
    [("en", None, "en"), ("de", None, "de"), ("bg", None, "en"), ("en", "de", "de")],
)
def test_a_name_of_several_languages_is_told_in_the_likeliest(
    opened: OpenVersion, tmp_path: Path, reader: str, names_in: str | None, told: str
) -> None:
    names = tuple(Name("Alfastadt", language) for language in ("cs", "de", "en"))
    build_names(tmp_path, [Card(iri=Iri(CITY), cls=CG.City, prominence=1, names=names)])
    version = replace(opened, names=NameIndex.open(tmp_path))
    question = Question(text="Alfastadt", names_in=names_in)
    (hit,) = search(version, question, language=reader, limit=2).hits
    assert (hit.name, hit.language) == ("Alfastadt", told)


@pytest.mark.parametrize("reader", ["en", "bg"])
def test_what_is_listed_is_told_by_its_label_in_the_readers_language(
    asked: Any, reader: str
) -> None:
    hits = asked("", language=reader, kinds=kinds_named("City")).hits
    assert hits
    for hit in hits:
        assert (hit.name, hit.language) == (hit.thing.label.text, hit.thing.label.language)
    assert reader in {hit.language for hit in hits}


@pytest.mark.parametrize(
    "text",
    [
        CITY,
        f"<{CITY}>",
        "http://127.0.0.1:8000/id/karaganda-aaaaaaah",
        "http://localhost/page/karaganda-aaaaaaah?lang=pl",
        "https://example.org/data/karaganda-aaaaaaah.ttl",
        "/id/karaganda-aaaaaaah",
        " karaganda-aaaaaaah ",
    ],
)
def test_a_pasted_address_finds_its_thing_alone(found: Any, text: str) -> None:
    assert found(text) == ["karaganda-aaaaaaah"]


def test_the_address_of_something_merged_finds_the_survivor(found: Any) -> None:
    assert found("zelena-sinergiya-aaaaaaaz") == ["green-synergy-aaaaaaaa"]


def test_the_address_of_nothing_finds_nothing(found: Any) -> None:
    assert found(f"{BASE}id/nobody-zzzzzzzz") == []


def test_a_class_keeps_all_classes_below_it(found: Any) -> None:
    assert found("karaganda", kinds=kinds_named("Place")) == ["karaganda-aaaaaaah"]
    assert "karaganda-aaaaaaah" not in found("karaganda", kinds=kinds_named("Agent"))


def test_a_class_that_is_none_is_refused_with_those_there_are() -> None:
    with pytest.raises(InvalidParameter, match="Cluster, ClusterLabel, Country"):
        kinds_named("Banana")


def test_an_unfinished_word_finds_what_it_may_become(found: Any) -> None:
    assert found("sme competi", unfinished=True) == ["kazakhstan-sme-project-aaaaaaaj"]


def test_an_empty_question_finds_nothing_unless_it_asks_for_a_kind_or_a_place(found: Any) -> None:
    assert found(" ") == []
    assert "karaganda-aaaaaaah" in found("", kinds=kinds_named("Place"))
    assert "karaganda-aaaaaaah" in found("", places=[KAZAKHSTAN])


def test_a_place_keeps_what_lies_in_it(found: Any) -> None:
    assert found("karaganda", places=[KAZAKHSTAN])[0] == "karaganda-aaaaaaah"
    assert "green-synergy-aaaaaaaa" not in found("cluster", places=[KAZAKHSTAN])


@pytest.mark.parametrize("text", [CITY, "karaganda-aaaaaaah"])
def test_an_address_finds_only_what_is_of_the_kinds_and_in_the_places(
    found: Any, text: str
) -> None:
    bulgaria = Iri(f"{BASE}id/bulgaria-aaaaaaaf")
    assert found(text, places=[KAZAKHSTAN], kinds=kinds_named("City")) == ["karaganda-aaaaaaah"]
    assert "karaganda-aaaaaaah" not in found(text, places=[bulgaria])
    assert "karaganda-aaaaaaah" not in found(text, kinds=kinds_named("Cluster"))


def test_a_hit_is_called_and_described_in_the_language_of_the_reader(asked: Any) -> None:
    hit = asked("Karaganda", language="bg").hits[0]
    assert hit.thing.label.text == "Караганда"
    assert asked("Karaganda").hits[0].description == "Kazakhstan"


def test_pages_follow_each_other_without_gap_or_overlap(asked: Any) -> None:
    question: dict[str, Any] = {"text": "", "kinds": kinds_named("Agent")}
    every = asked(**question, limit=100)
    local, after = [], None
    while True:
        page = asked(**question, limit=2, after=after)
        local += [hit.thing.iri for hit in page.hits]
        assert page.total == every.total == len(every.hits)
        if (after := page.next) is None:
            break
    assert local == [hit.thing.iri for hit in every.hits]


def test_the_token_of_another_question_is_refused(asked: Any) -> None:
    token = asked("", kinds=kinds_named("Agent"), limit=1).next
    with pytest.raises(InvalidParameter, match="next"):
        asked("", kinds=kinds_named("Place"), after=token)


def test_facets_count_what_a_search_finds(opened: OpenVersion, asked: Any) -> None:
    for kind, count in facets(opened, Question(text="cluster"))["cls"]:
        assert asked("cluster", kinds=[Iri(kind)]).total == count
