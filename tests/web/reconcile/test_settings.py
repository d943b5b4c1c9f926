"""What a person chose for a column is read, however clients send it."""

from typing import Any

import pytest

from clustergraph.errors import InvalidParameter
from clustergraph.operations.reconciling.extending import Content
from clustergraph.operations.reconciling.schema import Property, Takes
from clustergraph.vocab import CG
from clustergraph.web.reconcile.settings import SETTINGS, column_of

_TOPIC = Property(iri=CG.topic, id="topic", names=(), takes=Takes.TEXT)


def test_nothing_chosen_is_the_default() -> None:
    chosen = {setting.id: setting.default for setting in SETTINGS}
    for said in (None, {}, chosen):
        column = column_of("settings", _TOPIC, said)
        assert (column.limit, column.content, column.language) == (0, Content.VALUES, "")


@pytest.mark.parametrize(("said", "limit"), [("3", 3), (3.0, 3), (" 7 ", 7), ("", 0), (1000, 1000)])
def test_numbers_may_be_sent_as_texts(said: Any, limit: int) -> None:
    assert column_of("settings", _TOPIC, {"limit": said}).limit == limit


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"limit": -1}, "settings/limit .*0 to 1000"),
        ({"limit": 1001}, "settings/limit"),
        ({"limit": 2.5}, "settings/limit"),
        ({"content": "all"}, "values, names, iris, quotes, documents"),
        ({"colour": "red"}, "limit, content, language"),
        ([1], "an object"),
    ],
)
def test_what_can_not_be_chosen_is_refused_with_what_can(said: Any, told: str) -> None:
    with pytest.raises(InvalidParameter, match=told):
        column_of("settings", _TOPIC, said)


def test_a_language_is_read_without_case_and_blanks() -> None:
    assert column_of("settings", _TOPIC, {"language": " PL "}).language == "pl"
