"""Whatever a text holds: the mapping comes to an end, and each quote stands in the text."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clustergraph.errors import DocumentError, RunawayPattern
from clustergraph.languages import load_pack, pack_languages
from clustergraph.mapping.mentions.read_sentence import read_sentence
from clustergraph.mapping.relations import cue_matches
from clustergraph.operations.extract import extract
from given.mapped import gazetteer, map_text, stories_in

PACKS = [load_pack(code) for code in pack_languages()]
FRAGMENTS = [
    *(example for pack in PACKS for cue in pack.cues for example in cue.examples[:1]),
    *("\x00", "\u202e", "\ufeff", "\u0301", "\n", "\n\n", "\n• ", ":\n- ", "(", ")", "«", "»", '"'),
    *("1.", "3/2/2019", "31.02.2019", "I.", "St.", "A.B.", "’s ", "l’", "-", "–", "…", "?!", ","),
    *("שלום", "中文", "🙂", "ﬁ", "İ", "ß", "Ǆ", "²", "½", "Ⅳ", "\N{NO-BREAK SPACE}", "\t", "Alpha"),
]
often = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("code", pack_languages())
@often
@given(pieces=st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=25))
def test_any_text_is_mapped(code: str, pieces: list[str]) -> None:
    text = " ".join(pieces)
    if text.strip():
        graph = map_text(text, code)  # whose quotes are checked as it is made
        assert graph.document.text == text


@pytest.mark.parametrize("code", pack_languages())
@pytest.mark.parametrize("piece", ["a", "A ", "Alpha ", "1. ", "a, ", "(", "- ", "1", "и ", "“"])
def test_no_pattern_runs_away(code: str, piece: str) -> None:
    """Long sentences of one thing are what makes backtracking run away."""
    text = f"Alpha {piece * 600}."
    assert map_text(text, code).document.text == text


def test_a_line_without_an_end_is_read_in_pieces() -> None:
    graph = map_text("The Alpha Agency organised a conference in Vienna and " * 60)
    sentences = [s for story in stories_in(graph.document.text) for s in story.sentences]
    assert max(len(sentence.text) for sentence in sentences) <= 1_500
    assert graph.facts


def test_a_pattern_that_runs_away_is_one_error_with_its_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    cue = replace(load_pack("en").cues[0], id="en.bad", written=r"(?:a|a)+(?=[!?])")
    bad = replace(load_pack("en"), cues=(cue,))
    monkeypatch.setattr(cue_matches, "_PATIENCE", 0.05)
    text = "It began: " + "a" * 200
    sentence = stories_in(text)[0].sentences[0]
    read = read_sentence(sentence, bad, gazetteer(), {})
    with pytest.raises(RunawayPattern, match=r"en\.bad comes to no end on 'It began"):
        cue_matches.find_cues(read)

    monkeypatch.setattr("clustergraph.mapping.mapper.load_pack", lambda _code: bad)
    path = tmp_path / "bad.txt"
    path.write_text(text)
    with pytest.raises(DocumentError, match=r"bad\.txt: the pattern of en\.bad"):
        extract(path)
