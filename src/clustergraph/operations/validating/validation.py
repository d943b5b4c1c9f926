"""What a validation found, in a curator's words: for people, as JSON, and as SHACL reports it.

What is asked, and of what, stands in ``validate``.
"""

import textwrap
from dataclasses import dataclass, replace
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad
from rich.markup import escape
from rich.table import Table

from clustergraph.model import Iri
from clustergraph.operations.consult import told
from clustergraph.rdf.prefixes import shorten
from clustergraph.rdf.shacl_core import Breach, Term
from clustergraph.rdf.shapes import Severity
from clustergraph.rdf.validation_report import report_quads, report_turtle

__all__ = ["Result", "Validation", "brief", "plain"]

_LONGEST_LABEL: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One thing that is wrong, and what to do about it.

    ``label`` tells people which node it is about: a name, or the beginning of a quote.
    """

    breach: Breach
    label: str

    def __str__(self) -> str:
        statement = f", {self.statement}" if self.value not in ("", self.focus) else ""
        return f"{brief(self.label)} ({shorten(self.focus)}){statement}: {self.message}"

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.breach.severity

    @property
    def shape(self) -> str:
        """The name of the shape."""
        return self.breach.shape.rpartition("#")[2]

    @property
    def focus(self) -> str:
        """The node at fault: an ``Iri``, or what a literal says."""
        return plain(self.breach.focus)

    @property
    def path(self) -> str:
        """The way to the value, with our prefixes; empty where the node itself is at fault."""
        return str(self.breach.path or "")

    @property
    def value(self) -> str:
        """The value at fault, as ``focus`` is given; empty where there is none."""
        return "" if self.breach.value is None else plain(self.breach.value)

    @property
    def message(self) -> str:
        """What is wrong, and what to do."""
        return self.breach.message

    @property
    def statement(self) -> str:
        """The path and the value that are at fault, shortened; empty where none is."""
        return f"{self.path} {brief(self.value)}".strip() if self.value else ""

    @property
    def row(self) -> dict[str, str]:
        """The plain values, for JSON."""
        return {
            "severity": self.severity,
            "shape": self.shape,
            "focus": self.focus,
            "label": self.label,
            "path": self.path,
            "value": self.value,
            "message": self.message,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Validation:
    """All results: violations first, then warnings and infos, each by shape, node, path, value."""

    results: tuple[Result, ...]

    @property
    def violations(self) -> tuple[Result, ...]:
        """What stops a build."""
        return self._of(Severity.VIOLATION)

    @property
    def warnings(self) -> tuple[Result, ...]:
        """What a curator should look at."""
        return self._of(Severity.WARNING)

    @property
    def infos(self) -> tuple[Result, ...]:
        """What a curator may want to know."""
        return self._of(Severity.INFO)

    @property
    def summary(self) -> str:
        """How much of what was found, in one sentence."""
        if not self.results:
            return "The graph keeps all its rules."
        counts = {_called(severity): len(self._of(severity)) for severity in Severity}
        return ", ".join(f"{n} {name}{'s' * (n != 1)}" for name, n in counts.items()) + "."

    def as_warnings(self) -> "Validation":
        """Return the same where nothing stops a build: violations are warnings."""
        return Validation(results=tuple(map(_excused, self.results)))

    def as_rows(self) -> list[dict[str, str]]:
        """Return the results as plain values, for JSON."""
        return [result.row for result in self.results]

    def as_table(self) -> Table:
        """Return the results for people."""
        table = Table("severity", "of what", "what is wrong and what to do", show_lines=True)
        for result in self.results:
            of_what = f"{result.label}\n{shorten(result.focus)}"
            message = f"{result.message}\n{result.statement}".strip()
            table.add_row(_called(result.severity), escape(of_what), escape(message))
        return table

    def as_turtle(self) -> str:
        """Return SHACL's own report, for other tools."""
        return report_turtle(result.breach for result in self.results).decode()

    def as_quads(self) -> list[Quad]:
        """Return the same report as it stands in ``graph/meta``."""
        return report_quads(result.breach for result in self.results)

    def _of(self, severity: Severity) -> tuple[Result, ...]:
        return tuple(result for result in self.results if result.severity == severity)


def _called(severity: Severity) -> str:
    """Return the word that people read for it, here and on the pages."""
    return "hint" if severity == Severity.INFO else severity


def _excused(result: Result) -> Result:
    if result.severity != Severity.VIOLATION:
        return result
    return replace(result, breach=replace(result.breach, severity=Severity.WARNING))


def plain(term: Term) -> str:
    """Return an IRI as an ``Iri``, if it is one of those, and of a literal what it says.

    >>> plain(Literal("klaster", language="pl"))
    'klaster'
    """
    if isinstance(term, NamedNode):
        iri = told(term)
        return iri if isinstance(iri, Iri) else term.value
    return term.value if isinstance(term, Literal) else str(term)


def brief(text: str) -> str:
    """Shorten an IRI by its prefix, and a long text at a word."""
    return textwrap.shorten(shorten(text), _LONGEST_LABEL, placeholder=" …")
