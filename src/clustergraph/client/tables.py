"""What a query finds: rows of terms, as SPARQL writes them in JSON, and their values in Python.

The format is that of https://www.w3.org/TR/sparql12-results-json/. What a query constructs is no
table and is handed on as text.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final, Literal, TypeAlias

from clustergraph.client.messages import SPARQL_JSON, Answer
from clustergraph.errors import StrangeAnswer

__all__ = ["Row", "Table", "Term", "Value", "read_any", "read_table", "read_text", "read_truth"]

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"

Value: TypeAlias = str | bool | int | float | Decimal | date | datetime
"""What a term is in Python."""

Kind: TypeAlias = Literal["uri", "bnode", "literal", "triple"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One RDF term.

    Attributes:
        text: an IRI, a blank node's label, the words of a literal, or a triple in its notation.
        kind: which of these it is.
        language: the language tag of a literal, or empty.
        datatype: the IRI of a literal's datatype; empty where it is plain text.
    """

    text: str
    kind: Kind
    language: str = ""
    datatype: str = ""

    @property
    def value(self) -> Value:
        """The number, date or truth value that it stands for; else its text.

        >>> Term(text="2025-05-12", kind="literal", datatype=_XSD + "date").value
        datetime.date(2025, 5, 12)
        """
        read = _READERS.get(self.datatype.removeprefix(_XSD)) if self.datatype else None
        try:
            return read(self.text) if read else self.text
        except (ValueError, ArithmeticError):
            return self.text  # the graph may hold a literal that is not what its datatype says

    def __str__(self) -> str:
        return self.text


Row: TypeAlias = Mapping[str, Term]
"""The terms of one solution by variable, without ``?``; what is not bound is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows that a query found, in the order of the answer.

    Attributes:
        variables: the columns, in the order of the query.
        rows: the solutions.
    """

    variables: tuple[str, ...]
    rows: tuple[Row, ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def values(self) -> list[dict[str, Value | None]]:
        """Give each row as values of Python; ``None`` where nothing is bound."""
        return [
            {name: row[name].value if name in row else None for name in self.variables}
            for row in self.rows
        ]


def read_any(answer: Answer) -> Table | bool | str:
    """Read rows, yes or no, or else text, by what the answer says that it is."""
    if answer.media_type != SPARQL_JSON:
        return read_text(answer)
    return read_truth(answer) if "boolean" in _results(answer) else read_table(answer)


def read_text(answer: Answer) -> str:
    """Read what a query constructs."""
    return answer.content.decode("utf-8", errors="replace")


def read_table(answer: Answer) -> Table:
    """Read the rows of an answer.

    Raises:
        StrangeAnswer: when there are none in it, as of a query that asks yes or no.
    """
    found = _results(answer)
    try:
        rows = tuple(
            {name: _term(term) for name, term in row.items()}
            for row in found["results"]["bindings"]
        )
        return Table(variables=tuple(found["head"]["vars"]), rows=rows)
    except (KeyError, TypeError, AttributeError) as error:
        raise StrangeAnswer(answer.url, "no rows; only SELECT finds any") from error


def read_truth(answer: Answer) -> bool:
    """Read yes or no.

    Raises:
        StrangeAnswer: when it is neither, as of a query that selects.
    """
    found = _results(answer).get("boolean")
    if not isinstance(found, bool):
        raise StrangeAnswer(answer.url, "neither true nor false; only ASK finds that")
    return found


def _results(answer: Answer) -> dict[str, Any]:
    try:
        found = json.loads(answer.content)
    except ValueError as error:
        raise StrangeAnswer(answer.url, "not SPARQL results in JSON") from error
    return found if isinstance(found, dict) else {}


def _term(told: Mapping[str, Any]) -> Term:
    if told["type"] == "triple":
        parts = (_term(told["value"][part]) for part in ("subject", "predicate", "object"))
        return Term(text=f"<<( {' '.join(map(_notation, parts))} )>>", kind="triple")
    return Term(
        text=told["value"],
        kind=told["type"],
        language=told.get("xml:lang", ""),
        datatype=told.get("datatype", ""),
    )


def _notation(term: Term) -> str:
    """Write a term as N-Triples does."""
    match term.kind:
        case "uri":
            return f"<{term.text}>"
        case "literal":
            tag = f"@{term.language}" if term.language else ""
            return f"{json.dumps(term.text, ensure_ascii=False)}{tag or _datatype(term)}"
        case "bnode":
            return f"_:{term.text}"
        case "triple":
            return term.text


def _datatype(term: Term) -> str:
    return f"^^<{term.datatype}>" if term.datatype else ""


def _truth(text: str) -> bool:
    if text not in {"true", "1", "false", "0"}:
        raise ValueError(text)
    return text in {"true", "1"}


_INTEGERS = ("integer", "int", "long", "nonNegativeInteger", "positiveInteger")
_READERS: Final[Mapping[str, Callable[[str], Value]]] = {
    **dict.fromkeys(_INTEGERS, int),
    "decimal": Decimal,
    "double": float,
    "float": float,
    "boolean": _truth,
    "date": date.fromisoformat,
    "dateTime": datetime.fromisoformat,
}
"""How the lexical forms of XML Schema are read; a year or a month alone stays text."""
