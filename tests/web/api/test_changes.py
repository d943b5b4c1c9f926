"""Who mirrors the graph is told what changed since the version that they have."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

import pytest
from starlette.testclient import TestClient

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.store.versions import Home, Version
from clustergraph.web.api.shapes.answers import CONTEXT
from clustergraph.web.api.shapes.changes import LINES
from given.clients import client_of
from given.drawn_versions import document, draw_version, passage, thing

ONE = "aaaaaaaaaaaaaaaa"
ADA, EVE = thing("ada", "Person", label="Ada"), thing("eve", "Person", label="Eve")
WEEK = thing("week", "Training", label="Week 4")
FUNDED = thing("week", "Training", label="Week 4", said='cg:taughtBy id:eve ; cg:startDate "2026"')
NEWS = document(ONE, file="one.txt", title="First \x0b news")
SAID = passage("1", ("id:week", "cg:taughtBy", "id:eve"), "Eve & Ada <taught>", of=ONE)
REDIRECT = "GRAPH graph:redirects { id:ada dcterms:isReplacedBy id:eve ; owl:deprecated true }"
ATOM = "{http://www.w3.org/2005/Atom}"


class Followed(NamedTuple):
    """A service with three versions; in the second Ada and Eve became one."""

    client: TestClient
    versions: list[Version]


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Followed]:
    home = tmp_path_factory.mktemp("followed")
    versions = [
        draw_version(home, ADA, EVE, WEEK),
        draw_version(home, EVE, FUNDED, NEWS, SAID, REDIRECT),
        draw_version(home, EVE, FUNDED, NEWS, SAID, REDIRECT, thing("new", "City")),
    ]
    with client_of(Home(home)) as client:
        yield Followed(client, versions)


def _lines(followed: Followed, since: Version) -> list[Any]:
    answer = followed.client.get("/api/changes", params={"since": since.id})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/x-ndjson")
    return [json.loads(line) for line in answer.text.splitlines()]


def test_the_first_line_says_what_is_compared_and_how_many_follow(followed: Followed) -> None:
    head, *changes = _lines(followed, followed.versions[0])
    assert (head["about"], head["changes"]) == ("versions", len(changes))
    assert (head["since"], head["version"]) == (followed.versions[0].id, followed.versions[2].id)


def test_nothing_follows_where_nothing_changed(followed: Followed) -> None:
    (head,) = _lines(followed, followed.versions[2])
    assert (head["changes"], head["rest_differs"]) == (0, False)


def test_a_thing_that_was_merged_names_the_one_that_it_is_now(followed: Followed) -> None:
    _, *changes = _lines(followed, followed.versions[0])
    (merged,) = [line for line in changes if line["what"] == "merged"]
    assert (merged["iri"], merged["now_iri"]) == (f"{BASE}id/ada", f"{BASE}id/eve")
    assert (merged["type"], merged["label"], merged["now"]) == ("Person", "Ada", "Eve")


def test_statements_name_what_they_are_about_and_carry_their_words(followed: Followed) -> None:
    lines = _lines(followed, followed.versions[0])
    said = {line["property"]: line for line in lines if line["about"] == "statement"}
    taught, began = said["cg:taughtBy"], said["cg:startDate"]
    assert (taught["what"], taught["subject"]) == ("new", f"{BASE}id/week")
    assert taught["object"] == {"iri": f"{BASE}id/eve", "label": "Eve"}
    (words,) = taught["passages_new"]
    assert (words["iri"], words["quote"]) == (f"{BASE}ev/1", "Eve & Ada <taught>")
    assert (began["value"], began["datatype"]) == ("2026", "xsd:string")


def test_documents_are_told_with_their_addresses(followed: Followed) -> None:
    lines = _lines(followed, followed.versions[0])
    (news,) = [line for line in lines if line["about"] == "document"]
    assert (news["what"], news["iri"], news["file"]) == ("new", f"{BASE}doc/{ONE}", "one.txt")


def test_every_line_has_one_of_the_documented_shapes(followed: Followed) -> None:
    shapes = {shape.model_fields["about"].default: shape for shape in LINES}
    for line in _lines(followed, followed.versions[0]):
        shapes[line["about"]].model_validate_json(json.dumps(line), strict=True)


def test_every_key_of_a_line_is_in_the_context(followed: Followed) -> None:
    context = followed.client.get(CONTEXT).json()["@context"]
    lines = _lines(followed, followed.versions[0])
    words = [quote for line in lines for quote in line.get("passages_new", ())]
    assert {line["@context"] for line in lines} == {CONTEXT}
    assert {key for line in [*lines, *words] for key in line} - {"@context"} <= set(context)


def test_only_what_changed_since_is_told(followed: Followed) -> None:
    _, *changes = _lines(followed, followed.versions[1])
    assert [(line["what"], line["iri"]) for line in changes] == [("new", f"{BASE}id/new")]


def test_whoever_has_the_answer_is_not_sent_it_again(followed: Followed) -> None:
    address = f"/api/changes?since={followed.versions[0].id}"
    tag = followed.client.get(address).headers["etag"]
    assert followed.client.get(address, headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("address", ["/api/changes", "/api/changes.atom"])
@pytest.mark.parametrize(
    ("since", "status"),
    [
        ("20200101T000000Z-0123456789abcdef", 410),
        ("29990101T000000Z-0123456789abcdef", 404),
        ("yesterday", 404),
        ("../../etc", 404),
    ],
)
def test_a_version_that_is_not_kept_is_told_from_one_that_never_was(
    followed: Followed, address: str, since: str, status: int
) -> None:
    answer = followed.client.get(address, params={"since": since})
    assert answer.status_code == status
    assert answer.json()["known"] == [version.id for version in followed.versions]


def test_without_a_version_there_is_nothing_to_compare_with(followed: Followed) -> None:
    assert followed.client.get("/api/changes").status_code == 422


def test_after_a_rollback_what_was_new_is_gone(tmp_path: Path) -> None:
    first = draw_version(tmp_path, EVE)
    second = draw_version(tmp_path, EVE, WEEK)
    Home(tmp_path).switch(first)
    with client_of(Home(tmp_path)) as client:
        _, gone = map(json.loads, client.get(f"/api/changes?since={second.id}").text.splitlines())
    assert (gone["what"], gone["iri"]) == ("gone", f"{BASE}id/week")


def test_versions_that_tell_of_what_was_taken_down_are_not_compared_with(tmp_path: Path) -> None:
    old = draw_version(tmp_path, ADA, EVE)
    between = draw_version(tmp_path, EVE, withheld=[Iri(f"{BASE}id/ada")])
    draw_version(tmp_path, EVE, WEEK, withheld=[Iri(f"{BASE}id/ada")])
    with client_of(Home(tmp_path)) as client:
        answer = client.get(f"/api/changes?since={old.id}")
        later = client.get(f"/api/changes?since={between.id}")
        feed = client.get("/api/changes.atom")
    assert (answer.status_code, later.status_code) == (410, 200)
    assert old.id not in answer.json()["known"]
    assert "Ada" not in answer.text + feed.text


def _feed(followed: Followed, query: str = "") -> ET.Element:
    answer = followed.client.get(f"/api/changes.atom{query}")
    assert answer.headers["content-type"] == "application/atom+xml"
    return ET.fromstring(answer.content)


def test_the_feed_has_an_entry_for_each_version_the_latest_first(followed: Followed) -> None:
    entries = _feed(followed).findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}id") for entry in entries] == [
        f"{BASE}dataset/{version.id}" for version in followed.versions[:0:-1]
    ]


def test_the_feed_tells_in_words_what_changed(followed: Followed) -> None:
    latest, earlier = _feed(followed).findall(f"{ATOM}entry")
    assert "new: City new" in str(latest.findtext(f"{ATOM}content"))
    told = str(earlier.findtext(f"{ATOM}content"))
    assert "merged: Person Ada is one with Eve now" in told
    assert "Eve & Ada <taught>" in told


def test_the_feed_begins_after_a_version_that_is_given(followed: Followed) -> None:
    entries = _feed(followed, f"?since={followed.versions[1].id}").findall(f"{ATOM}entry")
    assert len(entries) == 1


@pytest.mark.parametrize("part", ["id", "title", "updated", "author"])
def test_the_feed_has_what_every_feed_must_have(followed: Followed, part: str) -> None:
    feed = _feed(followed)
    assert feed.find(f"{ATOM}{part}") is not None
    if part != "author":  # inherited from the feed (RFC 4287, section 4.2.1)
        assert all(entry.find(f"{ATOM}{part}") is not None for entry in feed.iter(f"{ATOM}entry"))


def test_the_links_of_the_feed_lead_somewhere(followed: Followed) -> None:
    links = {link.get("href") for link in _feed(followed).iter(f"{ATOM}link")}
    assert {followed.client.get(str(link)).status_code for link in links} == {200}
