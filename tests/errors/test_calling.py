"""A call that failed names its address without what was asked there."""

from clustergraph.errors import CallFailed, CallRefused, NoAnswer


def _refused(detail: str) -> CallRefused:
    return CallRefused(
        "http://x.example/sparql?query=secret",
        status=503,
        kind="urn:busy",
        title="Too busy",
        detail=detail,
        members={},
        retry_after_seconds=5.0,
    )


def test_a_query_in_an_address_is_not_repeated() -> None:
    assert "secret" not in str(_refused("All readers are busy."))
    error = NoAnswer("http://x.example/?q=secret", "refused", may_ask_again=True)
    assert str(error) == "http://x.example/: no answer (refused)"
    assert error.url.endswith("secret")


def test_a_refusal_without_words_goes_by_its_kind() -> None:
    assert str(_refused("No reader.")).endswith(": No reader. (503)")
    assert str(_refused("")).endswith(": Too busy (503)")


def test_all_that_can_fail_in_a_call_can_be_caught_at_once() -> None:
    assert issubclass(CallRefused, CallFailed)
    assert issubclass(NoAnswer, CallFailed)
