from dataclasses import replace

from clustergraph.client import ClientOptions
from clustergraph.client.answer_cache import AnswerCache
from clustergraph.client.messages import Answer, Request
from given.both_clients import MakeClient
from given.scripted import Line, Script

BODY = b'{"query": "a", "total": 1, "results": []}'
TAGGED = Line(body=BODY, headers={"ETag": '"v1"', "Cache-Control": "no-cache"})
STILL_SO = Line(status=304, headers={"ETag": '"v1"'})


def request(number: int) -> Request:
    return Request(url=f"http://x/{number}")


def answer(size: int) -> Answer:
    headers = {"etag": '"v"'}
    return Answer(url="http://x/", status=200, headers=headers, content=b"x" * size)


def test_what_was_answered_before_is_only_asked_about(
    client_at: MakeClient, script: Script
) -> None:
    script.says(TAGGED, STILL_SO)
    ask = client_at(script.url)
    assert [ask("search", "a").total, ask("search", "a").total] == [1, 1]
    assert [asked.headers.get("if-none-match") for asked in script.asked] == [None, '"v1"']


def test_what_has_changed_is_given_as_it_is_now(client_at: MakeClient, script: Script) -> None:
    changed = Line(body=BODY.replace(b"1", b"2"), headers={"ETag": '"v2"'})
    script.says(TAGGED, changed, Line(status=304))
    ask = client_at(script.url)
    assert [ask("search", "a").total for _ in range(3)] == [1, 2, 2]
    assert script.asked[-1].headers["if-none-match"] == '"v2"'


def test_another_question_is_not_answered_with_it(client_at: MakeClient, script: Script) -> None:
    script.says(TAGGED)
    ask = client_at(script.url)
    ask("search", "a")
    ask("search", "a", language="pl")
    assert "if-none-match" not in script.asked[1].headers


def test_another_format_is_not_answered_with_it() -> None:
    kept = AnswerCache(10_000)
    turtle = replace(request(1), accept="text/turtle")
    kept.keep(turtle, answer(10))
    assert kept.known(turtle) == answer(10)
    assert kept.known(replace(turtle, accept="application/n-triples")) is None


def test_nothing_is_kept_that_may_not_be_or_has_no_tag(
    client_at: MakeClient, script: Script
) -> None:
    script.says(
        Line(body=BODY, headers={"ETag": '"v1"', "Cache-Control": "no-store"}), Line(body=BODY)
    )
    ask = client_at(script.url)
    for _ in range(3):
        ask("search", "a")
    assert not any("if-none-match" in asked.headers for asked in script.asked)


def test_a_client_may_be_told_to_keep_nothing(client_at: MakeClient, script: Script) -> None:
    script.says(TAGGED)
    ask = client_at(script.url, ClientOptions(cache_bytes=0))
    ask("search", "a")
    ask("search", "a")
    assert "if-none-match" not in script.asked[1].headers


def test_what_was_used_least_lately_is_dropped_first() -> None:
    cache = AnswerCache(10_000)
    for number in range(3):
        cache.keep(request(number), answer(2_000))
    cache.known(request(0))
    cache.keep(request(3), answer(2_000))
    assert [cache.known(request(number)) is not None for number in range(4)] == [
        *(True, False, True, True)
    ]


def test_an_answer_that_is_kept_again_takes_its_room_once() -> None:
    cache = AnswerCache(10_000)
    for _ in range(20):
        cache.keep(request(0), answer(3_000))
    cache.keep(request(1), answer(3_000))
    assert cache.known(request(0)) is not None


def test_an_answer_that_is_too_long_drops_no_other() -> None:
    cache = AnswerCache(10_000)
    cache.keep(request(0), answer(10))
    cache.keep(request(1), answer(20_000))
    assert cache.known(request(0)) is not None


def test_an_answer_to_a_post_is_not_kept() -> None:
    cache = AnswerCache(10_000)
    posted = replace(request(0), method="POST")
    cache.keep(posted, answer(10))
    assert cache.known(posted) is None
