"""Who asks wrongly, or for what is not here, is told so in one sentence that helps."""

import pytest

from clustergraph.errors import (
    AmbiguousName,
    AskedTooOften,
    ClusterGraphError,
    Gone,
    InvalidParameter,
    MalformedJson,
    NotFound,
    TooManyAtOnce,
    UnknownVersion,
    VersionPruned,
    Withdrawn,
)


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (AmbiguousName("Anna", ["id:1", "id:2"]), "'Anna' may be id:1, id:2; give one"),
        (TooManyAtOnce("names", 7, 5), "There are 7 names in the request, and 5 may be"),
        (MalformedJson("no", line=2, column=3), "can be read at line 2, column 3: no"),
        (MalformedJson("no"), "can be read: no"),
        (UnknownVersion("x", ["a", "b"]), "kept are a, b."),
        (UnknownVersion("x", []), "none is kept."),
        (VersionPruned("x", []), "can't be told any more; none is kept. Begin again"),
    ],
)
def test_the_sentence_says_what_is_wrong_and_what_to_do(
    error: ClusterGraphError, sentence: str
) -> None:
    assert sentence in str(error)


def test_a_value_of_any_length_is_told_shortly() -> None:
    assert len(str(InvalidParameter("timeout", "9" * 100_000, "a number"))) < 200
    assert len(str(UnknownVersion("x" * 100_000, []))) < 200


def test_what_was_withdrawn_does_not_repeat_its_address() -> None:
    told = str(Withdrawn("https://w3id.org/clustergraph/id/anna-aaaaaaaa", "she asked us to"))
    assert "anna" not in told
    assert told.endswith("The reason given: she asked us to")
    assert "reason" not in str(Withdrawn("urn:x"))


def test_what_is_gone_is_not_just_not_found() -> None:
    assert not issubclass(Gone, NotFound)
    assert issubclass(Withdrawn, Gone)


def test_who_asked_too_often_is_told_when_to_ask_again() -> None:
    error = AskedTooOften(600, 10, 3)
    assert (error.limit, error.seconds, error.retry_after_seconds) == (600, 10, 3)
    assert "ask again in 3 seconds" in str(error)
