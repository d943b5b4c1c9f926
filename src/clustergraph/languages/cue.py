"""Cues: words that carry a relation, and where its ends stand; read from ``relations.toml``."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import regex

from clustergraph.languages.patterns import compiled
from clustergraph.model import Iri
from clustergraph.vocab import CG, SIGNATURES

__all__ = ["Cue", "read_cues"]

Side = Literal["left", "right", "story", "number", "text", "name"]

_BEGIN = r"(?<![\p{L}\p{N}])"
_END = r"(?!(?<=[\p{L}\p{N}])[\p{L}\p{N}])"
"""A cue ends with a word or with a sign, never inside a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words that carry one relation, and where its ends stand.

    ``subject`` and ``object`` are sides of the cue: the nearest fitting mention to the left, to the
    right, or what the story is about; an object may also be the ``number`` in the pattern's group
    of that name, the ``text`` that follows, or a ``name`` that the following words make. ``many``
    takes a whole list. ``kinds`` and ``subjects`` narrow what the ontology allows. ``prior`` is the
    probability that the cue means what it says, 0 to 1. ``written`` is the pattern of its words.
    """

    id: str
    relation: Iri
    written: str
    subject: Side
    object: Side
    prior: float
    many: bool = True
    kinds: frozenset[Iri]
    subjects: frozenset[Iri]
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()

    @property
    def pattern(self) -> "regex.Pattern[str]":
        """What finds its words in a text."""
        return compiled(self.written)


def read_cues(path: Path, language: str) -> Iterator[Cue]:
    """Yield the cues of a file in its order; the header of each such file says how one is written.

    Raises:
        AttributeError: when a relation or class is not one of the ontology.
    """
    for raw in tomllib.loads(path.read_text(encoding="utf-8"))["cue"]:
        yield _cue(language, raw)


def _cue(language: str, raw: Mapping[str, Any]) -> Cue:
    relation: Iri = getattr(CG, raw["relation"])
    signature = SIGNATURES[relation]
    return Cue(
        id=f"{language}.{raw['id']}",
        relation=relation,
        written=_between_words(raw["pattern"]),
        subject=raw.get("subject", "left"),
        object=raw.get("object", "right"),
        prior=raw["prior"],
        many=raw.get("many", True),
        kinds=_classes(raw.get("kinds", ())) or signature.range,
        subjects=_classes(raw.get("subjects", ())) or signature.domain,
        examples=tuple(raw.get("yes", ())),
        counterexamples=tuple(raw.get("no", ())),
    )


def _between_words(pattern: str) -> str:
    """Write out a cue's pattern, in which a blank is any white space and « ?» one that may lack."""
    spaced = pattern.replace(" ?", r"\s*").replace(" ", r"\s+")
    return f"{_BEGIN}(?:{spaced}){_END}"


def _classes(names: list[str]) -> frozenset[Iri]:
    return frozenset(getattr(CG, name) for name in names)
