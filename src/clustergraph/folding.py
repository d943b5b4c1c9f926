"""How names are folded, so that spellings of one name compare equal; who compares lives elsewhere.

A folded name is ASCII: lower-case words and numbers, one space between them. Case, accents, width,
script (Cyrillic, Greek …) and punctuation are gone; company forms go only where a caller asks for
it.
"""

import re
import unicodedata

from anyascii import anyascii

__all__ = ["fold", "without_company_form"]

_WORD = re.compile(r"[a-z0-9]+")
_HARD_SIGN = str.maketrans("ъ", "a")
"""As Bulgaria's official romanisation has it, and as IRIs do; anyascii gives an apostrophe."""
_TRADE_MARKS = str.maketrans("™℠", "  ")
"""NFKC would spell them out as letters of the name."""

_COMPANY_FORMS = (
    # English, and what is used everywhere
    *(
        "co",
        "company",
        "corp",
        "corporation",
        "inc",
        "incorporated",
        "limited",
        "llc",
        "llp",
        "ltd",
        "plc",
    ),
    # German, Dutch, the Nordic countries, the Baltics
    *("ag", "e v", "ev", "ggmbh", "gmbh", "kg", "ohg", "se", "ug"),
    *("b v", "bv", "n v", "nv", "a s", "aps", "as", "ab", "oy", "oyj", "ou", "sia", "uab"),
    # French, Spanish, Italian, Portuguese, Romanian
    *("s a", "s a r l", "s a s", "sa", "sarl", "sas", "s l", "sl", "slu", "lda", "ltda"),
    *("s p a", "s r l", "scarl", "spa", "srl"),
    # Polish, Czech, Slovak, Hungarian, South Slavic
    *("s c", "sp j", "sp k", "sp z o o", "sp z oo", "spolka z o o"),
    *("s r o", "sro", "kft", "nyrt", "rt", "zrt", "d d", "d o o", "dd", "doo"),
    # Bulgarian and Russian, as they fold
    *("ad", "ead", "eood", "et", "ood", "ao", "oao", "ooo", "pao", "zao"),
)
_FORMS_BEFORE_THE_NAME = ("oao", "ooo", "pao", "zao")
_LONGEST_FIRST = sorted(_COMPANY_FORMS, key=len, reverse=True)
_FORM_AT_END = re.compile(rf" (?:{'|'.join(_LONGEST_FIRST)})$")
_FORM_AT_START = re.compile(rf"^(?:{'|'.join(_FORMS_BEFORE_THE_NAME)}) ")


def fold(text: str) -> str:
    """Fold a name for comparison: lower-case ASCII words, empty where no word is left.

    >>> fold("Клъстер „Зелена синергия“")
    'klaster zelena sinergiya'
    >>> fold("Instytut Łączności, Sp. z o.o.")
    'instytut lacznosci sp z o o'
    """
    wide = unicodedata.normalize("NFKC", text.translate(_TRADE_MARKS))
    plain = unicodedata.normalize("NFKC", wide.casefold())
    return " ".join(_WORD.findall("".join(map(_to_ascii, plain.translate(_HARD_SIGN))).lower()))


def without_company_form(folded: str) -> str:
    """Drop the company forms that a folded name ends or begins with; a bare form stays.

    >>> without_company_form(fold("Competitiveness Inc."))
    'competitiveness'
    >>> without_company_form(fold("Muster GmbH & Co. KG"))
    'muster'
    """
    shorter = _FORM_AT_END.sub("", _FORM_AT_START.sub("", folded))
    return folded if shorter == folded else without_company_form(shorter)


def _to_ascii(char: str) -> str:
    """Spell a letter, mark or number in ASCII; anything else parts words.

    The apostrophes that stand for a soft sign vanish, so that it does not part a word.
    """
    if char <= "\x7f":
        return char
    if unicodedata.category(char)[0] in "LMN":
        return anyascii(char).replace("'", "")
    return " "
