"""How names are folded, so that spellings of one name compare equal; who compares lives elsewhere.

A folded name is ASCII: lower-case words and numbers, one space between them. Case, accents, width,
script (Cyrillic, Greek …) and punctuation are gone; company forms go only where a caller asks for
it.

Three others treat names in their own ways, each for an end of its own: ``iris.slug`` writes what
stands in IRIs, which may never change; ``names.files.ordering`` puts lists in order, and keeps the
script; and the scores of ``operations.scoring`` compare as the gold was compared.
"""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

__all__ = ["company_form", "fold", "without_company_form"]

_WORD = re.compile(r"[a-z0-9]+")
_REMEMBERED = 50_000
"""Names whose folded form is kept; a document asks for each of its own several times."""
_HARD_SIGN = str.maketrans("ъ", "a")
"""As Bulgaria's official romanisation has it, and as IRIs do; anyascii gives an apostrophe."""
_TRADE_MARKS = str.maketrans("™℠", "  ")
"""NFKC would spell them out as letters of the name."""

_COMPANY_FORMS = {
    "limited": (
        *("ltd", "limited", "llc", "limited liability company"),
        *("gmbh", "ggmbh", "ug", "gesellschaft mit beschrankter haftung", "b v", "bv"),
        *("s a r l", "sarl", "s r l", "srl", "scarl", "s l", "sl", "slu", "lda", "ltda"),
        *("sp z o o", "sp z oo", "spolka z o o", "spolka z ograniczona odpowiedzialnoscia"),
        *("s r o", "sro", "spol s r o", "spolecnost s rucenim omezenym", "kft", "d o o", "doo"),
        *("ood", "eood", "ooo", "too", "tov", "sia", "uab", "ou", "aps"),
    ),
    "stock": (
        *("inc", "incorporated", "corp", "corporation", "plc"),
        *("jsc", "cjsc", "ojsc", "pjsc", "joint stock company"),
        *("ag", "aktiengesellschaft", "s a", "sa", "s a s", "sas", "s p a", "spa"),
        *("spolka akcyjna", "a s", "akciova spolecnost", "nyrt", "zrt", "d d", "dd"),
        *("ad", "ead", "ao", "oao", "pao", "zao"),
    ),
    "partnership": ("kg", "ohg", "gbr", "s c", "sp j", "sp k"),
    "association": ("e v", "ev", "eingetragener verein", "z s", "zapsany spolek", "asbl", "aisbl"),
    "institute": ("z u", "zapsany ustav", "v v i"),
    "benefit": ("o p s",),
    "": ("co", "company", "llp", "se", "ab", "as", "oy", "oyj", "n v", "nv", "rt", "et"),
}
"""By the kind of legal person that they make; empty where that differs between countries."""
_FORMS_BEFORE_THE_NAME = {
    "ooo": "limited",
    "obshchestvo s ogranichennoy otvetstvennostyu": "limited",
    "too": "limited",
    "tovarishchestvo s ogranichennoy otvetstvennostyu": "limited",
    "tov": "limited",
    **dict.fromkeys(("ao", "oao", "pao", "zao", "aktsionernoe obshchestvo"), "stock"),
}
_KINDS = {form: kind for kind, forms in _COMPANY_FORMS.items() for form in forms}
_AT_END = "|".join(sorted(_KINDS, key=len, reverse=True))
_AT_START = "|".join(sorted(_FORMS_BEFORE_THE_NAME, key=len, reverse=True))
_FORM_AT_END = re.compile(rf" ({_AT_END})$")
_FORM_AT_START = re.compile(rf"^({_AT_START}) ")


@lru_cache(maxsize=_REMEMBERED)
def fold(text: str) -> str:
    """Fold a name for comparison: lower-case ASCII words, empty where no word is left.

    >>> fold("Клъстер „Зелена синергия“")
    'klaster zelena sinergiya'
    >>> fold("Instytut Łączności, Sp. z o.o.")
    'instytut lacznosci sp z o o'
    """
    if text.isascii():
        return " ".join(_WORD.findall(text.lower()))
    wide = unicodedata.normalize("NFKC", text.translate(_TRADE_MARKS))
    plain = unicodedata.normalize("NFKC", wide.casefold())
    return " ".join(_WORD.findall(plain.translate(_HARD_SIGN).translate(_ASCII).lower()))


def without_company_form(folded: str) -> str:
    """Drop the company forms that a folded name ends or begins with; a bare form stays.

    >>> without_company_form(fold("Competitiveness Inc."))
    'competitiveness'
    >>> without_company_form(fold("Muster GmbH & Co. KG"))
    'muster'
    """
    return _part(folded)[0]


def company_form(folded: str) -> str:
    """Tell what kind of legal person its company forms make of a name; empty where none does.

    >>> company_form(fold("ООО Ромашка")), company_form(fold("Muster GmbH & Co. KG"))
    ('limited', 'limited partnership')
    """
    return " ".join(sorted(_part(folded)[1]))


@lru_cache(maxsize=_REMEMBERED)
def _part(folded: str) -> tuple[str, frozenset[str]]:
    """Part a folded name into the name without its company forms, and their kinds."""
    kinds: set[str] = set()
    while match := _FORM_AT_START.search(folded) or _FORM_AT_END.search(folded):
        form = match[1]
        kinds.add(_FORMS_BEFORE_THE_NAME[form] if match.start() == 0 else _KINDS[form])
        folded = folded[: match.start()] + folded[match.end() :]
    return folded, frozenset(kinds - {""})


class _Ascii(dict[int, str]):
    """Spells letters, marks and numbers in ASCII, each found out once; anything else parts words.

    The apostrophes that stand for a soft sign vanish, so that it does not part a word.
    """

    def __missing__(self, code: int) -> str:
        char = chr(code)
        is_spelled = unicodedata.category(char)[0] in "LMN"
        self[code] = spelled = anyascii(char).replace("'", "") if is_spelled else " "
        return spelled


_ASCII = _Ascii((code, chr(code)) for code in range(0x80))
