"""What our server offers is taken, and another server is not missed."""

from clustergraph.web.serving.extensions import BREAK_OFF, WHOLE_ANSWER, break_off, whole_answer


def test_what_the_server_offers_is_found() -> None:
    broken: list[str] = []
    offered = {BREAK_OFF: lambda: broken.append("off"), WHOLE_ANSWER: lambda _headers, _body: True}
    scope = {"type": "http", "extensions": offered}
    break_off(scope)
    assert broken == ["off"]
    assert whole_answer(scope) is offered[WHOLE_ANSWER]


def test_of_another_server_nothing_is_expected() -> None:
    break_off({"type": "http"})
    assert whole_answer({"type": "http", "extensions": {}}) is None
