"""Say a list as a query: SPARQL that gives the same things by the same definitions.

The text is ``queries/lists/things-listed.rq``, without the paragraphs that a list is not narrowed
by; values are written into its empty ``VALUES`` clauses and nowhere else. What was found by its
name can't be said so: it is named one by one (``queries/lists/things-named.rq``).
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from pyoxigraph import Literal, NamedNode

from clustergraph.model import Iri
from clustergraph.operations.look_up import KINDS, Question
from clustergraph.rdf.prefixes import shorten
from clustergraph.sparql.catalogue import find_query

__all__ = ["list_query", "names_query"]

_VALUES: Final = re.compile(r"VALUES \?(\w+) \{ \}")
_NAMES: Final = re.compile(r"# \?\w+: .*\n")
_OWN_PREFIX: Final = "cg:"


def list_query(question: Question, language: str) -> str:
    """Return the query of what passes the filters of a question, whatever it is called."""
    return _with_values(
        find_query("things-listed").text,
        {
            "class": _terms(sorted(question.kinds or KINDS.values())),
            "place": _terms(sorted(question.places)),
            "sector": _terms(question.aspects.sectors),
            "programme": _terms(question.aspects.programmes),
            "year": [str(year) for year in question.aspects.years],
            "source_language": map(_text, question.aspects.source_languages),
            "spoken": [_text(language)],
        },
    )


def names_query(things: Iterable[Iri], language: str) -> str:
    """Return a query of these things and what they are called."""
    values = {"thing": _terms(things), "spoken": [_text(language)]}
    return _with_values(find_query("things-named").text, values)


def _with_values(text: str, values: Mapping[str, Iterable[str]]) -> str:
    """Fill the clauses in, and drop each paragraph of which the clause would stay empty."""
    paragraphs = _NAMES.sub("", text).split("\n\n")
    found = {name: " ".join(terms) for name, terms in values.items()}
    kept = [
        paragraph for paragraph in paragraphs if all(map(found.get, _VALUES.findall(paragraph)))
    ]
    filled = (_VALUES.sub(lambda m: f"VALUES ?{m[1]} {{ {found[m[1]]} }}", each) for each in kept)
    return "\n\n".join(filled)


def _terms(iris: Iterable[Iri]) -> list[str]:
    return [_term(iri) for iri in iris]


def _term(iri: Iri) -> str:
    """Write an IRI: a term of ours by its prefix, which the query has."""
    short = shorten(iri)
    return short if short.startswith(_OWN_PREFIX) else str(NamedNode(iri))


def _text(text: str) -> str:
    return str(Literal(text))
