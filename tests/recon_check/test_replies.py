"""What came of questions is read as far as it can be."""

from clustergraph.recon_check.messages import Exchange, get
from clustergraph.recon_check.replies import Matching, Reply, Suggestions, joined

_EXCHANGE = Exchange(request=get("https://a.example/"), trouble="no connection")


def test_an_answer_that_is_no_object_has_no_fields() -> None:
    assert Reply(exchange=_EXCHANGE, value=[{"a": 1}]).fields == {}
    assert Reply(exchange=_EXCHANGE, value={"a": 1}).fields == {"a": 1}


def test_only_objects_are_suggestions() -> None:
    reply = Reply(exchange=_EXCHANGE, value={"result": [{"id": "a"}, 7, None]})
    assert Suggestions(prefix="a", reply=reply).items == [{"id": "a"}]


def test_batches_are_joined_with_all_that_is_wrong_with_them() -> None:
    pieces = [
        Matching(
            exchanges=(_EXCHANGE,), candidates={key: []}, problems=(f"p {key}",), strays=strays
        )
        for key, strays in (("a", ()), ("b", ("s",)))
    ]
    whole = joined(pieces)
    assert (len(whole.exchanges), [*whole.candidates]) == (2, ["a", "b"])
    assert whole.refusals == ("p a", "p b", "s")
    assert joined([]).refusals == ()
