"""Finds what people are told by files of SPARQL, for translators; how Babel calls it.

A question that people are shown has a number; it, who asks it and what the columns of its answer
are called are messages like all others. So is the sentence of a rule of inference.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Final

__all__ = ["column_words", "extract_question"]

_TOLD: Final = re.compile(r"# (?:number|because(?: all)?): .+")
"""What a question that people are shown has, and what a rule has."""
_ASKED_BY: Final = re.compile(r"# asked by: (.+)")
_SELECTED: Final = re.compile(r"^SELECT\s+(?:DISTINCT\s+)?(.*?)\s+WHERE", re.DOTALL | re.MULTILINE)
_MADE: Final = re.compile(r"\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\bAS\s+(\?\w+)\)")
"""A column that is computed, in brackets up to three deep."""
_VARIABLE: Final = re.compile(r"\?(\w+)")


def column_words(variable: str) -> str:
    """Write a variable as words.

    >>> column_words("pays_for")
    'Pays for'
    """
    return variable.replace("_", " ").capitalize()


def extract_question(
    file: IO[bytes],
    keywords: Iterable[str],  # noqa: ARG001  (Babel calls all its methods alike)
    comment_tags: Iterable[str],  # noqa: ARG001
    options: Mapping[str, object],  # noqa: ARG001
) -> Iterator[tuple[int, str, str, list[str]]]:
    r"""Yield the messages of a question or a rule, as an extraction method of Babel.

    >>> import io
    >>> source = io.BytesIO(b"# Who?\n# number: 1\nSELECT ?who (MAX(?a) AS ?to) WHERE {}")
    >>> [message for _, _, message, _ in extract_question(source, (), (), {})]
    ['Who?', 'Who', 'To']
    """
    text = file.read().decode("utf-8")
    lines = text.splitlines()
    if not any(map(_TOLD.fullmatch, lines)):
        return
    yield 1, "gettext", lines[0].removeprefix("#").strip(), []
    for number, line in enumerate(lines, start=1):
        if asker := _ASKED_BY.fullmatch(line):
            yield number, "gettext", asker[1], []
    for selected in _SELECTED.findall(text)[:1]:
        for variable in _VARIABLE.findall(_MADE.sub(r"\1", selected)):
            yield 1, "gettext", column_words(variable), []
