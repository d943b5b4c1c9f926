"""A quote is shown within its sentence, exactly as the text has it, and no more than is allowed."""

from dataclasses import dataclass, field
from typing import Any, cast

from hypothesis import given
from hypothesis import strategies as st

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.consult import Text
from clustergraph.operations.labels import Label, Thing
from clustergraph.operations.quote import Passage
from clustergraph.web.evidence.context import EXCERPT_CHARACTERS, Contexts
from clustergraph.web.visit import Visit

DOCUMENT = Thing(iri=Iri(f"{BASE}doc/aaaaaaaaaaaaaaaa"), label=Label(text="A document"))


@dataclass
class Reading:
    """What a visit tells of texts."""

    content: str
    shows_whole_texts: bool = True
    read: list[Iri] = field(default_factory=list)

    def text(self, document: Iri) -> str:
        self.read.append(document)
        return self.content


def passage_at(start: int, end: int, quote: str) -> Passage:
    known: dict[str, Any] = dict.fromkeys(Passage.__slots__, "")
    known |= {"document": DOCUMENT, "quote": Text(quote, "en"), "start": start, "end": end}
    return Passage(**known)


def contexts(text: str, *, shows_whole_texts: bool = True) -> Contexts:
    return Contexts(cast(Visit, Reading(text, shows_whole_texts)))


def test_a_quote_stands_within_its_sentence() -> None:
    text = "One stands before. Here some words are said today. One stands after."
    start = text.index("some words")
    found = contexts(text).of(passage_at(start, start + 10, "some words"))
    assert (found.before, found.after) == ("Here ", " are said today.")
    assert (found.is_cut_before, found.is_cut_after) == (True, True)


def test_a_whole_sentence_has_those_next_to_it() -> None:
    text = "Far away. One before. All of it is quoted. One after. Far away."
    quote = "All of it is quoted."
    start = text.index(quote)
    found = contexts(text).of(passage_at(start, start + len(quote), quote))
    assert (found.before, found.after) == ("One before. ", " One after.")


def test_the_first_and_the_last_words_of_a_text_are_not_cut() -> None:
    found = contexts("All there is.").of(passage_at(0, 13, "All there is."))
    assert (found.before, found.after) == ("", "")
    assert (found.is_cut_before, found.is_cut_after) == (False, False)


def test_a_text_that_says_something_else_there_is_not_shown() -> None:
    found = contexts("Something else stands here.").of(passage_at(0, 5, "words"))
    assert (found.before, found.quote, found.after) == ("", "words", "")


def test_a_text_that_is_not_kept_leaves_the_quote_alone() -> None:
    found = contexts("").of(passage_at(10, 15, "words"))
    assert (found.quote, found.start, found.end) == ("words", 10, 15)


def test_a_text_is_read_once_for_all_its_quotes() -> None:
    reading = Reading("Some words and other words.")
    cut = Contexts(cast(Visit, reading))
    cut.of(passage_at(0, 4, "Some"))
    cut.of(passage_at(5, 10, "words"))
    assert len(reading.read) == 1


@given(
    st.text(alphabet="ab. \n\r🎉é\u202e", min_size=1, max_size=400),
    st.data(),
    st.booleans(),
)
def test_the_three_parts_are_the_text_between_their_bounds(
    text: str, data: st.DataObject, shows_whole_texts: bool
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = contexts(text, shows_whole_texts=shows_whole_texts).of(
        passage_at(start, end, text[start:end])
    )
    assert found.before + found.quote + found.after == text[found.start : found.end]
    if not shows_whole_texts:
        assert len(found.before) <= EXCERPT_CHARACTERS
        assert len(found.after) <= EXCERPT_CHARACTERS
