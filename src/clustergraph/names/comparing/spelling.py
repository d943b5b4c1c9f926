"""How words that are spelled differently are brought together: by sound, by form, by initials.

These keys are rougher than ``folding`` and only for finding: no list of words or names stands
behind them, so they hold for any entity.
"""

import re
from functools import lru_cache
from typing import Final

from clustergraph.folding import fold

__all__ = ["initials", "sound", "stem"]

_REMEMBERED: Final = 50_000
_SOUNDS: Final = (
    *(("shch", "st"), ("szcz", "st"), ("tsch", "C"), ("tch", "C"), ("sch", "s"), ("dzh", "ds")),
    *(("ch", "C"), ("cz", "C"), ("tz", "C"), ("sh", "s"), ("sz", "s"), ("zh", "s"), ("rz", "s")),
    *(("z", "s"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "kv")),
    *(("q", "k"), ("x", "ks"), ("w", "v"), ("j", "i"), ("y", "i")),
    *(("ae", "a"), ("oe", "o"), ("ue", "u"), ("ou", "u")),
)
"""What one sound is written as in the romanisations and languages of Europe, as one spelling."""
_SOUND: Final = re.compile("|".join(("ts(?=[aeiouy])", *(written for written, _ in _SOUNDS))))
_SOUNDING: Final = {"ts": "C", **dict(_SOUNDS)}
_SOFT_C: Final = re.compile(r"c(?=[ei])")
_TWICE: Final = re.compile(r"([a-zC])\1+")
_LEAST_STEM: Final = 4
_ENDING: Final = re.compile(
    r"(?:ov(?:ego|emu|ei|iC|im|imi|i)|i?ego|i?emu|imi|i?ami|i?aC|(?<!v)iC|eC|i?ei|i?om|i?ov|i?em|im"
    r"|i?at|ata|at|ta|ite|te|to|ului|ilor|elor|ul|en|(?<=er)n|(?<=el)n|es|s)$"
)
"""Endings of nouns and adjectives, as they sound: Slavic, Germanic and Romance."""
_VOWELS_AT_END: Final = re.compile(r"[aeiou]+$")
_FLEETING: Final = re.compile(r"(?<=[^aeiou])e(?=[rlk]$)")
_LONGEST_PARTICLE: Final = 3


@lru_cache(maxsize=_REMEMBERED)
def sound(folded: str) -> str:
    """Spell each word as it sounds, so that romanisations of one word agree.

    >>> sound("sinergiya") == sound("sinergija") == sound("synergia")
    True
    """
    spelled = _SOUND.sub(lambda written: _SOUNDING[written[0]], folded)
    hard = _SOFT_C.sub("C", spelled).replace("c", "k")
    return _TWICE.sub(r"\1", hard)


@lru_cache(maxsize=_REMEMBERED)
def stem(word: str) -> str:
    """Cut the ending off one word as it sounds, and the vowel that comes and goes before it.

    >>> stem(sound("zielonej")) == stem(sound("zielona")), stem(sound("klastra"))
    (True, 'klastr')
    """
    ending = _ENDING.search(word)
    if ending and ending.start() >= _LEAST_STEM:
        word = word[: ending.start()]
    vowels = _VOWELS_AT_END.search(word)
    if vowels:
        word = word[: max(vowels.start(), _LEAST_STEM - 1)]
    return _FLEETING.sub("", word) if len(word) > _LEAST_STEM else word


def initials(text: str) -> frozenset[str]:
    """Return what a name of several words may be shortened to, folded.

    Short words in small letters may be passed over, as in "of" and "und", or all in small letters.

    >>> sorted(initials("Bank for Reconstruction and Development"))
    ['bfrad', 'brd']
    """
    words = re.findall(r"\w+", text)
    weighty = [word for word in words if len(word) > _LONGEST_PARTICLE or not word.islower()]
    capital = [word for word in words if word[0].isupper()]
    letters = {"".join(word[0] for word in chosen) for chosen in (words, weighty, capital)}
    return frozenset(fold(each) for each in letters if len(each) > 1) - {""}
