"""Reads a language pack from its folder; `pack.toml` holds what is short.

``[words]`` and ``[patterns]`` there have a key for each set of words and each pattern of
``LanguagePack``.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from clustergraph.languages.cue import read_cues
from clustergraph.languages.endings import read_endings
from clustergraph.languages.given_names import read_given_names
from clustergraph.languages.pack import Head, LanguagePack
from clustergraph.languages.patterns import compiled
from clustergraph.languages.word_lists import read_numbers, read_pairs, read_rows, read_words
from clustergraph.vocab import CG

__all__ = ["load_pack", "pack_languages"]

_FOLDER = Path(__file__).parent


@cache
def pack_languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a pack, sorted."""
    return tuple(sorted(path.parent.name for path in _FOLDER.glob("*/pack.toml")))


@cache
def load_pack(code: str) -> LanguagePack:
    """Read the pack of a language.

    Raises:
        KeyError: when there is none.
    """
    folder = _FOLDER / code
    if not (folder / "pack.toml").is_file():
        raise KeyError(code)
    settings = tomllib.loads((folder / "pack.toml").read_text(encoding="utf-8"))
    fields: dict[str, Any] = {
        "code": code,
        "head_first": settings["head"] == "first",
        "initiative": settings["initiative"],
        **{name: settings.get(name, False) for name in ("capitalises_nouns", "ordinal_stop")},
        **{name: frozenset(words) for name, words in settings["words"].items()},
        **{name: compiled(rf"\b(?:{words})\b") for name, words in settings["patterns"].items()},
        **_lists(folder),
    }
    return LanguagePack(**fields)


def _lists(folder: Path) -> dict[str, Any]:
    return {
        "abbreviations": frozenset(read_words(folder / "abbreviations.txt")),
        "base_forms": _pairs_if_any(folder / "base_forms.tsv"),
        "boilerplate": tuple(read_words(folder / "boilerplate.txt")),
        "common_nouns": frozenset(_pairs_if_any(folder / "common_nouns.txt")),
        "cues": tuple(read_cues(folder / "relations.toml", folder.name)),
        "days": read_pairs(folder / "days.tsv"),
        "demonyms": read_pairs(folder / "demonyms.tsv"),
        "given_names": read_given_names(folder),
        "heads": {head.word: head for head in _heads(folder / "heads.tsv")},
        "months": read_numbers(folder / "months.tsv"),
        "name_endings": tuple(read_endings(folder / "name_endings.tsv")),
        "nominatives": _pairs_if_any(folder / "nominatives.tsv"),
        "numbers": read_numbers(folder / "numbers.tsv"),
        "ordinals": read_numbers(folder / "ordinals.tsv"),
        "organisation_forms": frozenset(read_words(folder / "organisation_forms.txt")),
        "roles": frozenset(tuple(role.split()) for role in read_pairs(folder / "roles.tsv")),
        "seasons": frozenset(form for form, *_ in read_rows(folder / "seasons.tsv", 3)),
        "titles": frozenset(read_words(folder / "titles.txt")),
    }


def _heads(path: Path) -> Iterator[Head]:
    for word, kind, cell in read_rows(path, 3):
        flags = cell.split()
        yield Head(
            word=word,
            kind=getattr(CG, kind),
            generic="generic" in flags,
            plural="plural" in flags,
            compound="compound" in flags,
            apart="apart" in flags,
            gender=next((flag for flag in flags if flag in {"m", "f", "n"}), ""),
            edition=next((getattr(CG, flag) for flag in flags if flag.istitle()), None),
        )


def _pairs_if_any(path: Path) -> dict[str, str]:
    """Return the pairs of a table that not every language needs."""
    return read_pairs(path) if path.is_file() else {}
