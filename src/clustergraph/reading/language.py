"""Which language a text is written in."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

import eldc

__all__ = ["UNDETERMINED", "detect_language", "foreign_lines", "language_code"]

UNDETERMINED = "und"
_ENOUGH = 20_000
"""Characters that are looked at; a longer text is no surer."""
_SURE = 300
"""From so many characters on the text is believed, not its label: templates are copied."""
_SHORTEST_TOLD = 60
"""Characters of a line whose own language is asked for: a shorter one is names, as a rule."""
_SHORTEST_FOREIGN = 200
"""Characters that a stretch in another language has; less is a quotation or a name."""
_CLEARER = 0.1
"""By how much another language scores higher; kin, as Russian and Bulgarian, come closer."""
_TAG = re.compile(r"\s*([a-zA-Z]{2,3})(?:[-_].*)?\s*")


def detect_language(text: str, declared: str = "") -> str:
    """Return the BCP 47 code of the text's language, ``und`` when it can't be told.

    A declared language counts for a short text, and where it is none of those that can be told: a
    Macedonian text would be taken for Bulgarian.

    >>> detect_language("Klaster to grupa przedsiębiorstw z jednej branży i regionu.")
    'pl'
    >>> detect_language("Klaster", declared="pl")
    'pl'
    """
    eldc.init()
    if declared and (len(text) < _SURE or declared not in eldc.LANGUAGES):
        return declared
    return eldc.detect(text[:_ENOUGH]) or declared or UNDETERMINED


def foreign_lines(lines: Sequence[str], language: str) -> list[str]:
    """Return for each line the code of its language where it is not the document's, else "".

    A page may tell its news twice, or add a summary for guests. Short lines go with the text that
    follows them, the last ones with what stands before. Where no line is in the document's language
    it is not for the lines to say.
    """
    told = [_told(line, language) for line in lines] if language in eldc.LANGUAGES else []
    if "" not in told:
        return [""] * len(lines)
    return list(_without_short(_spread(told), lines))


def _told(line: str, language: str) -> str | None:
    """Return the language of a line, "" where it is the document's, None where it doesn't tell."""
    if len(line) < _SHORTEST_TOLD:
        return None
    eldc.init()
    result = eldc.detect_details(line[:_ENOUGH])
    if not result.reliable:
        return None
    lead = result.scores.get(result.language, 0) - result.scores.get(language, 0)
    return result.language if result.language != language and lead > _CLEARER else ""


def _spread(told: Sequence[str | None]) -> list[str]:
    """Let each line that doesn't tell go with the next that does, or with the last."""
    following = next((code for code in reversed(told) if code is not None), "")
    spread: list[str] = []
    for code in reversed(told):
        following = following if code is None else code
        spread.append(following)
    return spread[::-1]


def _without_short(told: Sequence[str], lines: Sequence[str]) -> Iterator[str]:
    for code, group in groupby(zip(told, lines, strict=True), key=lambda pair: pair[0]):
        stretch = [line for _, line in group]
        is_text = sum(map(len, stretch)) >= _SHORTEST_FOREIGN
        yield from [code if is_text else ""] * len(stretch)


def language_code(tag: str) -> str:
    """Return the language of a tag as files give it, without region and script, or nothing.

    >>> language_code("pl-PL"), language_code("en_GB"), language_code("English")
    ('pl', 'en', '')
    """
    match = _TAG.fullmatch(tag)
    return match[1].lower() if match else ""
