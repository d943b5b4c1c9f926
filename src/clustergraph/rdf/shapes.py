"""The shapes of ``ontology/shapes``, which say what must hold of a graph: read, and checked.

A ``sh:sparql`` constraint is read as one query for all nodes at once, to be asked of a store; the
rest is SHACL Core, for an engine (``shacl_core``). Which graph is looked at is not known here.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Triple
from rdflib import RDF, RDFS, SH, BNode, Graph, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.term import Identifier, Node

from clustergraph.errors import OntologyError
from clustergraph.locations import SHAPES
from clustergraph.model import Iri
from clustergraph.rdf.prefixes import PREFIXES, shorten
from clustergraph.rdf.property_paths import PropertyPath, read_path
from clustergraph.rdf.turtle import line_about, read_turtle
from clustergraph.vocab import XSD

__all__ = [
    "SHAPE_NAMESPACE",
    "Severity",
    "Shapes",
    "SparqlConstraint",
    "Targets",
    "to_rdflib",
]

SHAPE_NAMESPACE: Final = PREFIXES["shape"]


class Severity(StrEnum):
    """How much a breach matters, the gravest first: it stops a build, or stands in its report."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"

    @property
    def iri(self) -> Iri:
        """What SHACL calls it."""
        return Iri(f"{SH}{self.capitalize()}")


_SEVERITIES: Final = {severity.iri: severity for severity in Severity}
_SHACL: Final = str(SH)


@dataclass(frozen=True, slots=True, kw_only=True)
class SparqlConstraint:
    """A query whose rows are breaches: ``?this``, where there are ``?path`` and ``?value``.

    ``message`` may hold other variables of the row, as ``{?name}``. ``file`` and ``line`` tell
    where the query begins that ``select`` holds; ``prologue`` is what comes before it.
    """

    shape: Iri
    severity: Severity
    message: str
    prologue: str
    select: str
    file: Path
    line: int

    @property
    def query(self) -> str:
        """The whole text."""
        return f"{self.prologue}{self.select}"

    def location(self, line_of_query: int | None = None) -> str:
        """Return file and line, of the shape or of a line of the query that is at fault."""
        lines = 0 if line_of_query is None else line_of_query - 1 - self.prologue.count("\n")
        return _place(self.file, self.line + max(0, lines))


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """Where a shape looks: at what has these classes, and at both ends of these properties."""

    classes: frozenset[Iri]
    subjects_of: frozenset[Iri]
    objects_of: frozenset[Iri]


@dataclass(frozen=True, kw_only=True)
class Shapes:
    """The shapes as read: the graph of SHACL Core, and the rest as queries.

    ``files`` tells which file speaks first of each shape.
    """

    core: Graph
    queries: tuple[SparqlConstraint, ...]
    files: Mapping[str, Path]

    @classmethod
    def read(cls, folder: Path = SHAPES) -> "Shapes":
        """Read ``*.ttl`` of the folder, but not of folders in it.

        Raises:
            OntologyError: when a file is no Turtle or a shape no SHACL, with file and line.
        """
        graph = Graph()
        files: dict[str, Path] = {}
        for path in sorted(folder.glob("*.ttl")):
            for subject, predicate, object_ in _triples(path):
                graph.add((subject, predicate, object_))
                files.setdefault(str(subject), path)
        queries = sorted(_queries(graph, files), key=lambda query: query.shape)
        graph.remove((None, SH.sparql, None))
        return cls(core=graph, queries=tuple(queries), files=files)

    @cached_property
    def predicates(self) -> frozenset[Iri]:
        """The IRIs of which the shapes speak: triples with other predicates are of no matter."""
        named = {Iri(node) for node in self.core.objects() if isinstance(node, URIRef)}
        return frozenset(named | {Iri(RDF.type), Iri(RDFS.subClassOf)})

    @cached_property
    def paths(self) -> frozenset[PropertyPath]:
        """All ways that the shapes go in SHACL Core, but for those that are a mere property."""
        nodes = {node for node in self.core.objects(None, SH.path) if isinstance(node, BNode)}
        return frozenset(read_path(self.core, node) for node in nodes)

    @cached_property
    def targets(self) -> Mapping[Iri, Targets]:
        """Where each shape looks that has a name, those of queries included."""
        return {Iri(name): self._targets(name) for name in self.names}

    def aimed_at(self, nodes: Mapping[Iri, Collection[Iri]]) -> "Shapes":
        """Return the same shapes, each of which looks at its nodes only, whatever they are."""
        core = Graph()
        for triple in self._aimless:
            core.add(triple)
        for shape, own in nodes.items():
            for node in own:
                core.add((URIRef(shape), SH.targetNode, URIRef(node)))
        return replace(self, core=core)

    @cached_property
    def _aimless(self) -> list[tuple[Node, Node, Node]]:
        targets = {SH.targetNode, SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf}
        return [triple for triple in self.core if triple[1] not in targets]

    def _targets(self, name: URIRef) -> Targets:
        classes, subjects, objects = (
            frozenset(Iri(str(each)) for each in self.core.objects(name, word))
            for word in (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)
        )
        return Targets(classes=classes, subjects_of=subjects, objects_of=objects)

    @property
    def names(self) -> list[URIRef]:
        """The shapes that have a name, sorted."""
        nodes = {node for node in self.core.subjects() if isinstance(node, URIRef)}
        return sorted(node for node in nodes if node.startswith(SHAPE_NAMESPACE))

    def location(self, shape: str) -> str:
        """Return file and line of a shape."""
        file = self.files[str(shape)]
        return _place(file, _line(file, shape))


# -- Reading ---------------------------------------------------------------------------------------


def _triples(path: Path) -> Iterator[tuple[Identifier, Identifier, Identifier]]:
    for triple in read_turtle(path):
        _check_words(path, triple)
        _check_severity(path, triple)
        yield to_rdflib(triple.subject), to_rdflib(triple.predicate), to_rdflib(triple.object)


def to_rdflib(term: NamedNode | BlankNode | Literal | Triple) -> Identifier:
    """Keep what the store holds, letter by letter: a year stays a year.

    A plain string has no datatype, as where rdflib reads one; it takes ``xsd:string`` for another.
    """
    match term:
        case Literal() if term.language or term.datatype.value == XSD.string:
            return RdfLiteral(term.value, lang=term.language)
        case Literal():
            return RdfLiteral(term.value, datatype=URIRef(term.datatype.value), normalize=False)
        case BlankNode():
            return BNode(term.value)
        case NamedNode():
            return URIRef(term.value)
        case Triple():
            message = "rdflib knows nothing of triples as terms"
            raise TypeError(message)


def _check_words(path: Path, triple: Triple) -> None:
    """Refuse a word that SHACL lacks: engines pass over it, and the shape would ask for nothing."""
    for term in (triple.predicate, triple.object):
        if isinstance(term, NamedNode) and not _is_known(term.value):
            word = f"sh:{term.value.removeprefix(_SHACL)}"
            reason = f"SHACL has no word {word}; correct it."
            raise OntologyError(_place(path, _line_with(path, word)), reason)


def _is_known(iri: str) -> bool:
    return not iri.startswith(_SHACL) or iri.removeprefix(_SHACL) in SH


def _check_severity(path: Path, triple: Triple) -> None:
    if triple.predicate.value != str(SH.severity):
        return
    if not isinstance(triple.object, NamedNode) or triple.object.value not in _SEVERITIES:
        line = _line(path, str(triple.subject).strip("<>"))
        reason = "the severity of a shape is sh:Violation, sh:Warning or sh:Info; name one of them."
        raise OntologyError(_place(path, line), reason)


# -- The queries -----------------------------------------------------------------------------------


def _queries(graph: Graph, files: Mapping[str, Path]) -> Iterator[SparqlConstraint]:
    for shape, constraint in graph.subject_objects(SH.sparql):
        file = files[str(shape)]
        select = _one(graph, shape, constraint, SH.select, file)
        severity = graph.value(shape, SH.severity, default=SH.Violation)
        yield SparqlConstraint(
            shape=Iri(str(shape)),
            severity=_SEVERITIES[Iri(str(severity))],
            message=_one(graph, shape, constraint, SH.message, file),
            prologue=_prologue(graph, constraint),
            select=select,
            file=file,
            line=_line_with(file, select),
        )


def _one(graph: Graph, shape: Node, constraint: Node, word: URIRef, file: Path) -> str:
    found = [value for value in graph.objects(constraint, word) if isinstance(value, RdfLiteral)]
    if len(found) != 1:
        reason = f"a sh:sparql constraint has exactly one {shorten(word)}; write it."
        raise OntologyError(_place(file, _line(file, str(shape))), reason)
    return str(found[0])


def _prologue(graph: Graph, constraint: Node) -> str:
    declared: Iterable[Node] = graph.objects(constraint, SH.prefixes / SH.declare)
    return "".join(
        sorted(
            f"PREFIX {graph.value(each, SH.prefix)}: <{graph.value(each, SH.namespace)}>\n"
            for each in declared
        )
    )


# -- Where it stands -------------------------------------------------------------------------------


def _place(file: Path, line: int) -> str:
    return f"{file}:{line}"


def _line(file: Path, shape: str) -> int:
    """Return the line where a file begins to speak of a shape; its first line if that is unsure."""
    return line_about(file, shorten(shape))


def _line_with(file: Path, text: str) -> int:
    before, found, _ = file.read_text(encoding="utf-8").partition(text)
    return before.count("\n") + 1 if found else 1
