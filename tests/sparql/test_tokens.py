"""Strings, IRIs, comments, names and variables are never taken for code."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clustergraph.sparql.tokens import Kind, tokens

plain = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\"'\\\r\n"))
quoted = st.one_of(
    plain.map(lambda text: f"'{text}'"),
    plain.map(lambda text: f'"{text}"'),
    plain.map(lambda text: f"'''{text}\n'it's' \\\\'''"),
    plain.map(lambda text: f'"""{text}\r"so" \\\\"""'),
)
iris = st.text(st.characters(exclude_categories=["Cs"], min_codepoint=33)).map(
    lambda text: "<" + "".join(char for char in text if char not in '<>"{}|^`\\') + ">"
)
words = st.sampled_from(["SERVICE", "service", "LOAD", "FROM", "x"])
pieces = st.one_of(
    quoted.map(lambda text: (Kind.STRING, text)),
    iris.map(lambda text: (Kind.IRI, text)),
    words.map(lambda text: (Kind.WORD, text)),
    words.map(lambda text: (Kind.VARIABLE, f"?{text}")),
    words.map(lambda text: (Kind.NAME, f"{text}:{text}.{text}")),
    words.map(lambda text: (Kind.NAME, f":{text}%20\\,{text}")),
    words.map(lambda text: (Kind.BLANK, f"_:{text}")),
    words.map(lambda text: (Kind.LANGUAGE, f"@{text}")),
    st.from_regex(r"\A[0-9]{1,9}(\.[0-9]{1,9}(e[0-9]{1,3})?)?\Z").map(
        lambda text: (Kind.NUMBER, text)
    ),
    st.sampled_from("{}()[].,;*/+-=<>").map(lambda text: (Kind.MARK, text)),
)


@given(st.lists(st.tuples(pieces, plain)))
def test_what_is_put_together_is_taken_apart(
    parts: list[tuple[tuple[Kind, str], str]],
) -> None:
    text = "\n".join(f"{piece} # {comment}" for (_, piece), comment in parts)
    assert [tuple(token) for token in tokens(text)] == [piece for piece, _ in parts]


_BETWEEN = set(" \t\r\n")
"""What may stand between tokens; a string that nobody closed may hold it too."""


@example("' ")
@given(st.text())
def test_every_text_has_tokens_and_none_gets_lost(text: str) -> None:
    kept = "".join(token.text for token in tokens(text))
    assert len(kept) <= len(text)
    assert "#" in text or set(kept) - _BETWEEN == set(text) - _BETWEEN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"""a"b""c"""', ['"""a"b""c"""']),
        ('"" "x"', ['""', '"x"']),
        (r"'it\'s'", [r"'it\'s'"]),
        ("?a<?b && ?c>?d", ["?a", "<", "?b", "&&", "?c", ">", "?d"]),
        ("<<( ?s ?p ?o )>>", ["<<(", "?s", "?p", "?o", ")>>"]),
        ("?o.ex:a.b.", ["?o", ".", "ex:a.b", "."]),
        ("2SERVICE", ["2", "SERVICE"]),
        ('"open SERVICE', ['"open SERVICE']),
    ],
)
def test_hard_cases_are_taken_apart_as_the_engine_does(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokens(text)] == expected


@pytest.mark.parametrize("char", ["{", "(", "a", "\\", "<", "'", '"', "#", "?", ".", "_:", "a:"])
def test_long_texts_take_linear_time(char: str) -> None:
    assert len(list(tokens(char * 100_000))) <= 100_000
