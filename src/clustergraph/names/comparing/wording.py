"""A text taken apart into the words by which names are compared."""

import re
from dataclasses import dataclass
from functools import lru_cache

from clustergraph.folding import company_form, fold, without_company_form
from clustergraph.names.comparing.keys import comparable
from clustergraph.names.comparing.words import numerals

__all__ = ["Wording", "spoken_initials", "wording"]

_REMEMBERED = 50_000
_MOST_WORDS = 24
_DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The folded words of a text, and those without its company form.

    ``numbers`` are the words that are numbers, Roman ones too. ``form`` is the kind of company.
    """

    words: tuple[str, ...]
    bare: tuple[str, ...]
    numbers: frozenset[str]
    form: str


@lru_cache(maxsize=_REMEMBERED)
def wording(text: str) -> Wording:
    """Take a text apart.

    >>> wording("Invest V S.r.l.").bare
    ('invest', 'v')
    """
    plain = spoken_initials(comparable(text))
    folded = fold(plain)
    words = tuple(folded.split()[:_MOST_WORDS])
    counted = numerals(plain).union(word for word in words if word[0].isdigit())
    return Wording(
        words=words,
        bare=tuple(without_company_form(folded).split()[:_MOST_WORDS]),
        numbers=counted,
        form=company_form(folded) or "",
    )


def spoken_initials(text: str) -> str:
    """Join letters with full stops between them to one word.

    >>> spoken_initials("the E.F.C.E. and U.N.")
    'the EFCE and UN'
    """
    return _DOTTED.sub(lambda match: match[0].replace(".", ""), text)
