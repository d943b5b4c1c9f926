"""What must hold for a write, by its headers."""

from collections.abc import Mapping

import pytest
from starlette.datastructures import Headers

from clustergraph.web.writing.conditions import Conditions, tag_of

NOW, OLD = "20260102T000000Z-bbbbbbbbbbbbbbbb", "20260101T000000Z-aaaaaaaaaaaaaaaa"


@pytest.mark.parametrize(
    ("headers", "is_there", "holds"),
    [
        ({}, True, True),
        ({"If-Match": f'"{NOW}"'}, True, True),
        ({"If-Match": NOW}, True, True),
        ({"If-Match": tag_of(NOW, "ttl", "gzip")}, True, True),
        ({"If-Match": f'"{OLD}", "{NOW}"'}, True, True),
        ({"If-Match": f'"{OLD}"'}, True, False),
        ({"If-Match": f'W/"{NOW}"'}, True, False),
        ({"If-Match": "*"}, True, True),
        ({"If-Match": "*"}, False, False),
        ({"If-None-Match": "*"}, False, True),
        ({"If-None-Match": "*"}, True, False),
        ({"If-None-Match": f'"{NOW}"'}, True, False),
        ({"If-None-Match": f'W/"{NOW}"'}, True, False),
        ({"If-None-Match": f'"{OLD}"'}, True, True),
        ({"If-Match": "nonsense"}, True, False),
        ({"If-Match": ""}, True, False),
        ({"If-Match": " , "}, True, False),
    ],
)
def test_conditions_hold_as_the_headers_say(
    headers: Mapping[str, str], is_there: bool, holds: bool
) -> None:
    assert Conditions.of(Headers(headers)).hold(NOW, is_there=is_there) is holds
