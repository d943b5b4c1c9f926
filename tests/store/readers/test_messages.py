"""What is sent through the pipe is what comes out of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.errors import MalformedQuery, QueryError, QueryOutOfMemory, UnsupportedQuery
from clustergraph.store.readers.messages import (
    HEADER,
    Dataset,
    Frame,
    Question,
    pack,
    pack_failure,
    unpack_failure,
)

texts = st.text(st.characters(exclude_categories=["Cs"]))


@given(
    st.builds(
        Question,
        text=texts,
        format=texts,
        dataset=st.sampled_from(Dataset),
        default_graphs=st.lists(texts).map(tuple),
        named_graphs=st.lists(texts).map(tuple),
    )
)
def test_a_question_arrives_as_it_was_sent(question: Question) -> None:
    assert Question.unpack(question.packed) == question


@given(st.sampled_from(Frame), st.binary())
def test_a_frame_says_its_kind_and_length(frame: Frame, content: bytes) -> None:
    packed = pack(frame, content)
    kind, length = HEADER.unpack(packed[: HEADER.size])
    assert (Frame(kind), packed[HEADER.size :]) == (frame, content)
    assert length == len(content)


@pytest.mark.parametrize(
    "error",
    [
        MalformedQuery("expected }", line=2, column=5),
        MalformedQuery("empty"),
        UnsupportedQuery("no such function"),
        QueryOutOfMemory(),
    ],
)
def test_an_error_arrives_as_it_was_raised(error: QueryError) -> None:
    arrived = unpack_failure(pack_failure(error)[HEADER.size :])
    assert (type(arrived), str(arrived), vars(arrived)) == (type(error), str(error), vars(error))
