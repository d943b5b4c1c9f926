"""The queries that ship with the package: ``queries/**/*.rq``, by name.

A query's file begins with comment lines: first the question that it answers, in one sentence; then,
where they apply, ``# asked by: …``, ``# number: 2``, ``# least: 5`` and a line such as ``# ?entity:
what it is`` for each parameter. Parameters are bound as values, never written into the text. What
asks another endpoint too has ``# number: F2``, ``# endpoint: …`` and ``# verified: …``.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType

from clustergraph.errors import UnknownQuery
from clustergraph.locations import QUERIES
from clustergraph.sparql.gate import Form, Limits, examine

__all__ = ["NamedQuery", "catalogue", "find_query", "read_catalogue"]

_PARAMETER = re.compile(r"\?(\w+): (.+)")
_NAME = re.compile(r'FILTER\(STR\(\?\w+\) = "(.+)"\)')
_DETAIL = re.compile(r"(asked by|number|least|endpoint|verified): (.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedQuery:
    """A query of the catalogue.

    ``group`` is its folder, ``number`` its place among the competency questions (None where it is
    none of them), ``least`` how many rows, or triples, the project's own documents give at the
    least, ``parameters`` says what each variable stands for that must be bound. A federated
    question has the ``endpoint`` that it asks too, a place among its like for a number, and says
    what of it was ``verified``.
    """

    name: str
    group: str
    text: str
    question: str
    asked_by: str = ""
    number: int | None = None
    least: int = 0
    endpoint: str = ""
    verified: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)

    @property
    def asked_about(self) -> tuple[str, ...]:
        """The names that it asks about, which another name may replace."""
        return tuple(_NAME.findall(self.text))

    @property
    def form(self) -> Form:
        """Which of the four kinds of query it is; linear in the length of its text."""
        return examine(self.text, Limits(), allow_service=True).form

    @property
    def gives_graph(self) -> bool:
        """Whether its answer is a graph, where others give rows."""
        return self.form in {Form.CONSTRUCT, Form.DESCRIBE}


@cache
def catalogue() -> Mapping[str, NamedQuery]:
    """Return all shipped queries by name, sorted; the files are read once."""
    return read_catalogue(QUERIES)


def find_query(name: str) -> NamedQuery:
    """Return the shipped query of that name.

    Raises:
        UnknownQuery: when there is none.
    """
    try:
        return catalogue()[name]
    except KeyError:
        raise UnknownQuery(name, list(catalogue())) from None


def read_catalogue(folder: Path) -> Mapping[str, NamedQuery]:
    """Read the queries below a folder.

    Raises:
        ValueError: when a header can't be read, or two files share a name.
    """
    queries: dict[str, NamedQuery] = {}
    for path in sorted(folder.rglob("*.rq"), key=lambda path: path.stem):
        if path.stem in queries:
            message = f"{path}: there is another query of that name in {queries[path.stem].group}"
            raise ValueError(message)
        queries[path.stem] = _read(path)
    return MappingProxyType(queries)


def _read(path: Path) -> NamedQuery:
    text = path.read_text(encoding="utf-8")
    question, *lines = _header(text) or [""]
    if not question:
        message = f"{path}: the first line must be a comment with the question"
        raise ValueError(message)
    parameters = {m[1]: m[2] for line in lines if (m := _PARAMETER.fullmatch(line))}
    details = {m[1]: m[2] for line in lines if (m := _DETAIL.fullmatch(line))}
    if len(parameters) + len(details) != len(lines):
        message = (
            f"{path}: a line of the header is neither a parameter nor asked by, number, least, "
            "endpoint or verified, or stands there twice"
        )
        raise ValueError(message)
    return NamedQuery(
        name=path.stem,
        group=path.parent.name,
        text=text,
        question=question,
        asked_by=details.get("asked by", ""),
        number=int(details["number"].removeprefix("F")) if "number" in details else None,
        least=int(details.get("least", 0)),
        endpoint=details.get("endpoint", ""),
        verified=details.get("verified", ""),
        parameters=MappingProxyType(parameters),
    )


def _header(text: str) -> list[str]:
    return list(_leading_comments(text.splitlines()))


def _leading_comments(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if not line.startswith("#"):
            return
        yield line.removeprefix("#").strip()
