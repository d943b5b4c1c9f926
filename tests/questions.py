"""The competency questions, and the answers that a careful reader would write down.

The expected rows lie in ``queries/expected/``, one file a question. They name things by their
labels and leave out the columns that prove a row: quotes, and the documents of further quotes.
"""

import re
from collections import defaultdict
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from clustergraph.iris import concept_iri
from clustergraph.locations import DOCUMENTS
from clustergraph.rdf.prefixes import PREFIXES
from clustergraph.sparql.catalogue import NamedQuery, catalogue
from clustergraph.store.graph import GraphStore, Term
from clustergraph.vocab import CG

__all__ = [
    "QUESTIONS",
    "Row",
    "answer",
    "columns",
    "expected_rows",
    "lacking_words",
    "recounted",
    "shown",
    "without_words",
]

QUESTIONS = [query for query in catalogue().values() if query.number is not None]
_EXPECTED = Path(__file__).parent / "queries" / "expected"
_WITHOUT_WORDS = {
    "projects-without-funder": "that nobody is named as a funder, no document says",
    "payers-by-reach": "a count of statements",
    "policy-mix": "a count of statements",
    "statements-per-document": "a count of statements",
}

Row = dict[str, str]
"""Values by column, an unbound one as an empty string."""


def answer(graph: GraphStore, question: NamedQuery) -> list[Row]:
    """Return all rows of the answer, with as many repeats as there are passages."""
    listed = columns(question)
    return [{c: _text(row.get(c)) for c in listed} for row in graph.select(question)]


def columns(question: NamedQuery) -> list[str]:
    """Return the columns of the answer, which our queries list one by one."""
    listed = question.text.partition("\nSELECT ")[2].partition("\nWHERE")[0]
    return re.findall(r"\?(\w+)", listed)


def expected_rows(question: NamedQuery) -> list[Row]:
    """Return what a careful reader would write down."""
    path = _EXPECTED / f"{question.name}.tsv"
    header, *lines = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [dict(zip(header, line, strict=True)) for line in lines]


def shown(rows: list[Row], expected: list[Row]) -> list[Row]:
    """Cut rows down to the expected columns; what several passages say stands there once."""
    distinct = dict.fromkeys(tuple(row.get(c, "") for c in expected[0]) for row in rows)
    return [dict(zip(expected[0], values, strict=True)) for values in distinct]


def without_words(question: NamedQuery) -> bool:
    """Tell whether the answer rests on no passage of its own."""
    return question.name in _WITHOUT_WORDS


def lacking_words(row: Row) -> list[str]:
    """Name the values of a row whose words are not in the document that the row names for them.

    ``quote`` and ``document`` prove the row as a whole; ``employer_quote`` and
    ``employer_document`` prove the value ``employer`` where there is one.
    """
    proofs = [column for column in row if column == "quote" or column.endswith("_quote")]
    return [column for column in proofs if not _is_proven(row, column.removesuffix("quote"))]


def recounted(graph: GraphStore) -> list[Row]:
    """Count the statements, passages and reviewed passages of each document, passage by passage.

    The slow way, without a query: what a person rejected counts nowhere.
    """
    names = _values(graph, f"{PREFIXES['dcterms']}identifier")
    statements = _values(graph, f"{PREFIXES['rdf']}reifies")
    states = _values(graph, CG.reviewStatus)
    passages: dict[str, list[tuple[Term, Term]]] = defaultdict(list)
    for passage, document in _values(graph, CG.inDocument).items():
        if states[passage] != _state("rejected"):
            passages[_text(names[document])].append((statements[passage], states[passage]))
    return [
        {
            "document": name,
            "statements": str(len({said for said, _ in found})),
            "passages": str(len(found)),
            "reviewed": str(sum(state != _state("machine") for _, state in found)),
        }
        for name, found in sorted(passages.items())
    ]


def _is_proven(row: Row, prefix: str) -> bool:
    quote, document = row[f"{prefix}quote"], row[f"{prefix}document"]
    if prefix and not row[prefix.removesuffix("_")]:
        return not quote and not document
    return bool(quote) and quote in (DOCUMENTS / document).read_bytes().decode()


def _values(graph: GraphStore, predicate: str) -> dict[Term, Term]:
    """Return the values of a property that has one at most, by what has it."""
    return {quad.subject: quad.object for quad in graph.quads(None, NamedNode(predicate))}


def _state(name: str) -> NamedNode:
    return NamedNode(concept_iri("review-status", name))


def _text(value: object) -> str:
    assert value is None or isinstance(value, Literal)
    return value.value if value else ""
