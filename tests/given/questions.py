"""The competency questions, and the answers that a careful reader would write down.

The expected rows lie in ``queries/expected/``, one file a question. They name things by their
labels and leave out the columns that prove a row: quotes, and the documents of further quotes.
Where the answer is a graph they are the statements in it, with the documents that say them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Triple

from clustergraph.iris import concept_iri
from clustergraph.locations import DOCUMENTS
from clustergraph.rdf.prefixes import PREFIXES
from clustergraph.sparql.catalogue import NamedQuery, catalogue
from clustergraph.store.graph import GraphStore, Term
from clustergraph.vocab import CG

__all__ = [
    "FEDERATED",
    "GRAPH_QUESTIONS",
    "QUESTIONS",
    "Row",
    "answer",
    "columns",
    "expected_columns",
    "expected_rows",
    "lacking_words",
    "recounted",
    "shown",
    "stated_in",
    "without_words",
]

_NUMBERED = [query for query in catalogue().values() if query.number is not None]
_ANSWERED = [query for query in _NUMBERED if not query.endpoint]
QUESTIONS = [query for query in _ANSWERED if not query.gives_graph]
GRAPH_QUESTIONS = [query for query in _ANSWERED if query.gives_graph]
FEDERATED = [query for query in _NUMBERED if query.endpoint]
_EXPECTED = Path(__file__).parents[1] / "queries" / "expected"
_WITHOUT_WORDS = {
    "projects-without-funder": "that nobody is named as a funder, no document says",
    "payers-by-reach": "a count of statements",
    "policy-mix": "a count of statements",
    "statements-per-document": "a count of statements",
    "acting-together": "a count of statements",
    "names-alike": "that names look alike, no document says",
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
    header, *lines = _expected_lines(question)
    return [dict(zip(header, line, strict=True)) for line in lines]


def expected_columns(question: NamedQuery) -> list[str]:
    """Return the columns that a careful reader would fill in."""
    return _expected_lines(question)[0]


def shown(rows: list[Row], columns: Iterable[str]) -> list[Row]:
    """Cut rows down to the columns; what several passages say stands there once."""
    columns = list(columns)
    distinct = dict.fromkeys(tuple(row.get(c, "") for c in columns) for row in rows)
    return [dict(zip(columns, values, strict=True)) for values in distinct]


def stated_in(triples: Iterable[Triple]) -> list[Row]:
    """Read the statements off a graph that brings their passages, by names in the graph alone."""
    values: dict[Term, dict[str, Term]] = defaultdict(dict)
    for triple in triples:
        details = values[triple.subject]
        if not _is_better(details.get(triple.predicate.value), triple.object):
            details[triple.predicate.value] = triple.object
    told = [details for details in values.values() if CG.quote in details]
    rows = [
        {
            "subject": _name(values, details[f"{PREFIXES['rdf']}subject"]),
            "what": _text(details[f"{PREFIXES['rdf']}predicate"]).rpartition("#")[2],
            "object": _name(values, details[f"{PREFIXES['rdf']}object"]),
            "document": _text(values[details[CG.inDocument]][f"{PREFIXES['dcterms']}identifier"]),
        }
        for details in told
    ]
    return sorted(shown(rows, rows[0]), key=lambda row: tuple(row.values()))


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


def _expected_lines(question: NamedQuery) -> list[list[str]]:
    path = _EXPECTED / f"{question.name}.tsv"
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def _is_better(known: Term | None, found: Term) -> bool:
    """Tell whether the known value is the one to show: the English one, or else the first."""
    languages = [each.language or "" for each in (known, found) if isinstance(each, Literal)]
    return len(languages) == 2 and languages[0].replace("en", "") <= languages[1].replace("en", "")


def _name(values: Mapping[Term, Mapping[str, Term]], term: Term) -> str:
    return _text(values[term][f"{PREFIXES['skos']}prefLabel"])


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
    assert value is None or isinstance(value, Literal | NamedNode)
    return value.value if value else ""
