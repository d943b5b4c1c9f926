"""Which of many patterns may match a text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import regex

from clustergraph.languages import load_pack, pack_languages
from clustergraph.languages.pattern_filter import PatternFilter
from clustergraph.reading.language import detect_language

TEXTS = Path(__file__).parent.parent / "gold" / "dev" / "texts"
WRITTEN = [
    (r"\bfunded\s+by\b", "It was funded by the Agency."),
    (r"(?<![\p{L}])led(?! zeppelin) by", "Led by Anna"),
    (r"(?<=co)funded(?=\s+by)", "cofunded by them"),
    (r"part (?:in (?!\(a )(?:\w+ ){0,3})?took", "part in no small way took"),
    (r"go[\p{Lo}i]*+ng[\s.]+(?>over|on)", "going\N{NO-BREAK SPACE}on"),
    (r"(?P<number>\d+) osób", "١٢ OSÓB"),
    (r"[^\w\s](?:[)\]]) x", "«) x"),
    (r"(a)\1", "Aa"),
]


@pytest.mark.parametrize(("pattern", "text"), WRITTEN, ids=[pattern for pattern, _ in WRITTEN])
def test_a_pattern_that_matches_is_a_candidate(pattern: str, text: str) -> None:
    assert regex.search(pattern, text, regex.IGNORECASE)
    assert PatternFilter(["nowhere", pattern]).candidates(text) == [1]


def test_a_pattern_that_cannot_match_is_none() -> None:
    patterns = [pattern for pattern, _ in WRITTEN[:-1]]
    assert PatternFilter(patterns).candidates("nothing of all that") == []


def test_candidates_keep_the_order_of_the_patterns() -> None:
    assert PatternFilter(["b", r"(a)\1?", "a", "c"]).candidates("c b a") == [0, 1, 2, 3]


def texts_in(code: str) -> Iterator[str]:
    """The texts in a language; in others its cues stand nowhere."""
    texts = (path.read_text("utf-8") for path in TEXTS.glob("*.txt"))
    return (text for text in texts if detect_language(text) == code)


@pytest.mark.parametrize("code", pack_languages())
def test_no_cue_of_a_pack_is_passed_over(code: str) -> None:
    pack = load_pack(code)
    lines = {line for text in texts_in(code) for line in text.splitlines()}
    lines.update(line for cue in pack.cues for line in cue.examples + cue.counterexamples)
    missed = [
        (cue.id, line)
        for line in lines
        for cue in set(pack.cues) - set(pack.cues_in(line))
        if cue.pattern.search(line)
    ]
    assert missed == []
