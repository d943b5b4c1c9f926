"""Whatever JSON stands where, a check ends, and what it found can be told."""

import json
from collections.abc import Iterator
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clustergraph.recon_check import Report, Specification, Wire, check, tell
from clustergraph.recon_check.messages import Answer, Exchange, Request
from given.sound_service import Call, Json, part_of, reply_to

_PARTS = ("manifest", "match", "suggest", "propose", "extend", "flyout")

_LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**30), 10**30),
    st.floats(allow_nan=False),
    st.text(max_size=5),
    st.sampled_from(["id", "u1", "{{id}}", "http://[", "0.2", "//x", "apiKey"]),
)
_JSON = st.recursive(
    _LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "name", "type", "result", "url"]), inner, max_size=3
        )
    ),
    max_leaves=6,
)


class _Within:
    """A way to the sound service that needs no socket, and changes one part of what it says."""

    def __init__(self, part: str, place: int, value: Json) -> None:
        self.sent = 0
        self._change = (part, place, value)

    def ask(self, request: Request) -> Exchange:
        part, place, value = self._change
        call = Call.of(request.method, request.url, dict(request.headers), request.content)
        reply = reply_to(call)
        if part_of(call) == part and reply.status == 200:
            reply = reply.with_json(_changed(json.loads(reply.body), place, value))
        headers = tuple(reply.headers.items())
        return Exchange(
            request=request, answer=Answer(status=reply.status, headers=headers, body=reply.body)
        )


def _changed(value: Json, place: int, new: Json) -> Json:
    """Put a value at one of the places of another."""
    places = list(_places(value))
    holder, key = places[place % len(places)]
    if holder is None:
        return new
    holder[key] = new
    return value


def _places(value: Json) -> Iterator[tuple[Json, Json]]:
    yield None, None
    rest = [value]
    while rest:
        holder = rest.pop()
        keys: Json = holder if isinstance(holder, dict) else range(len(holder))
        for key in keys:
            yield holder, key
            if isinstance(holder[key], dict | list):
                rest.append(holder[key])


@pytest.mark.parametrize("specification", [Specification.V0_2, Specification.V1_0_DRAFT])
@settings(max_examples=12, deadline=None)
@given(part=st.sampled_from(_PARTS), place=st.integers(0, 200), value=_JSON)
def test_a_check_ends_whatever_stands_where(
    specification: Specification, part: str, place: int, value: Json
) -> None:
    is_draft = specification is Specification.V1_0_DRAFT
    endpoint = "http://testserver/v1" if is_draft else "http://testserver/reconcile"
    wire = cast("Wire", _Within(part, place, value))
    found = check(endpoint, wire, specification)
    report = Report(endpoint=endpoint, rounds=(found,), requests=0)
    assert all(line.isprintable() for line in tell(report, verbose=True))
    json.dumps(report.as_values()).encode()
