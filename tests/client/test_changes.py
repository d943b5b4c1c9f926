import json

import pytest

from clustergraph.client import ChangedDocument, ChangedEntity, ChangedStatement, StatedThing
from clustergraph.errors import NoLongerThere, NotThere, StrangeAnswer
from clustergraph.iris import BASE
from clustergraph.store.versions import Home
from given.both_clients import MakeClient
from given.clients import client_of
from given.drawn_versions import document, draw_version, passage, thing
from given.scripted import Line, Script

ONE = "aaaaaaaaaaaaaaaa"
EVE = thing("eve", "Person", label="Eve")
TAUGHT = thing("week", "Training", said="cg:taughtBy id:eve")
NEWS = document(ONE, file="one.txt")
SAID = passage("1", ("id:week", "cg:taughtBy", "id:eve"), "Eve teaches", of=ONE)


@pytest.fixture(scope="module")
def feed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What the service tells of two versions."""
    home = tmp_path_factory.mktemp("changed")
    old = draw_version(home, EVE, thing("week", "Training"))
    draw_version(home, EVE, TAUGHT, NEWS, SAID, thing("new", "City"))
    with client_of(Home(home)) as site:
        return site.get("/api/changes", params={"since": old.id}).content


def test_changes_are_told_each_as_what_it_is(
    client_at: MakeClient, script: Script, feed: bytes
) -> None:
    script.says(Line(body=feed))
    changes = client_at(script.url)("changes", "v1").changes
    (news,) = [each for each in changes if isinstance(each, ChangedDocument)]
    (city,) = [each for each in changes if isinstance(each, ChangedEntity)]
    (taught,) = [each for each in changes if isinstance(each, ChangedStatement)]
    assert (news.what, news.file) == ("new", "one.txt")
    assert (city.what, city.iri, city.type) == ("new", f"{BASE}id/new", "City")
    assert (taught.property, taught.object) == (
        "cg:taughtBy",
        StatedThing(iri=f"{BASE}id/eve", label="Eve"),
    )
    assert [passage.quote for passage in taught.passages_new] == ["Eve teaches"]


def test_a_feed_that_was_cut_is_not_taken_for_whole(
    client_at: MakeClient, script: Script, feed: bytes
) -> None:
    cut = b"\n".join(feed.splitlines()[:-1])
    script.says(Line(body=cut))
    with pytest.raises(StrangeAnswer, match=f"of {json.loads(feed.splitlines()[0])['changes']} "):
        client_at(script.url)("changes", "v1")


@pytest.mark.parametrize("body", [b"", b"{}", b"<html>\n<body>", b'{"about": "versions"}'])
def test_what_is_no_feed_is_not_nothing_changed(
    client_at: MakeClient, script: Script, body: bytes
) -> None:
    script.says(Line(body=body))
    with pytest.raises(StrangeAnswer):
        client_at(script.url)("changes", "v1")


def test_nothing_changed_since_the_version_that_is_served(
    client_at: MakeClient, service: str
) -> None:
    ask = client_at(service)
    version = ask("version")
    told = ask("changes", version)
    assert (told.head.version, told.head.rest_differs, told.changes) == (version, False, ())


def test_a_version_that_is_not_kept_is_an_error(client_at: MakeClient, service: str) -> None:
    ask = client_at(service)
    with pytest.raises(NoLongerThere):
        ask("changes", "20200101T000000Z-0123456789abcdef")
    with pytest.raises(NotThere):
        ask("changes", "yesterday")


def test_a_service_without_a_version_is_not_believed(client_at: MakeClient, script: Script) -> None:
    script.says(Line(body=b"{}"))
    with pytest.raises(StrangeAnswer, match="Dataset-Version"):
        client_at(script.url)("version")
