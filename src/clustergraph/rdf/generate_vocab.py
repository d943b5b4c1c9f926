"""Writes ``clustergraph/vocab.py`` from the ontology's Turtle files.

``python -m clustergraph.rdf.generate_vocab`` rewrites the file. What the terms mean is said in
``ontology/*.ttl`` alone; the program learns their names and how they hang together.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from rdflib import OWL, RDF, RDFS, XSD, Graph, Literal, URIRef
from rdflib.namespace import SDO, SKOS
from rdflib.term import Node

from clustergraph.locations import ONTOLOGY

__all__ = ["VOCAB", "main", "vocab_source"]

VOCAB: Final = Path(__file__).parent.parent / "vocab.py"
"""The file that is written."""

_CG: Final = "https://w3id.org/clustergraph/ns#"
_NAMESPACES: Final = {"CG": _CG, "RDF": str(RDF), "SKOS": str(SKOS), "XSD": str(XSD)}
_INFERRED_ONLY: Final = URIRef(f"{_CG}inferredOnly")

_HEADER: Final = '''\
# Generated from ontology/*.ttl by `python -m clustergraph.rdf.generate_vocab`: edit those files.
"""The terms of the ontology as constants, and how they hang together."""

from dataclasses import dataclass
from typing import Final

from clustergraph.model import Iri

__all__ = [
    "CG",
    "INFERRED",
    "INVERSES",
    "RDF",
    "SIGNATURES",
    "SKOS",
    "SUPERCLASSES",
    "SUPERPROPERTIES",
    "XSD",
    "Signature",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What a property may join: classes, ours with all their subclasses, or datatypes."""

    domain: frozenset[Iri]
    range: frozenset[Iri]
'''


def vocab_source(files: Iterable[Path]) -> str:
    """Return the text of ``vocab.py`` for these Turtle files, whatever their order."""
    graph = Graph()
    for file in files:
        graph.parse(file, format="turtle")
    constants = [_constants(prefix, _terms(graph, base)) for prefix, base in _NAMESPACES.items()]
    tables = (
        _families(graph),
        _hierarchy(graph, "SUPERCLASSES", RDFS.subClassOf),
        _hierarchy(graph, "SUPERPROPERTIES", RDFS.subPropertyOf),
        _inverses(graph),
        _inferred(graph),
        _signatures(graph),
    )
    return "\n\n".join((_HEADER, *constants, "\n".join(tables))) + "\n"


def _terms(graph: Graph, base: str) -> list[URIRef]:
    """Return the terms of that namespace which are ours, or which ours take as values, sorted."""
    own = set(graph.subjects(RDFS.isDefinedBy, None))
    values = {o for p in (RDFS.range, SDO.rangeIncludes) for o in graph.objects(None, p)}
    return sorted(t for t in own | values if isinstance(t, URIRef) and t.startswith(base))


def _constants(prefix: str, terms: Iterable[URIRef]) -> str:
    base = _NAMESPACES[prefix]
    lines = [f'    {term.removeprefix(base)}: Final = Iri("{term}")' for term in terms]
    return "\n".join((f"class {prefix}:", f'    """Terms of <{base}>."""', "", *lines, ""))


def _name(term: Node | None) -> str:
    """Return a term's constant, such as ``CG.partOf``.

    Raises:
        ValueError: when it is in no namespace that ``vocab.py`` has constants for.
    """
    for prefix, base in _NAMESPACES.items():
        if str(term).startswith(base):
            return f"{prefix}.{str(term).removeprefix(base)}"
    message = f"no constant for {term}"
    raise ValueError(message)


def _is_ours(term: Node) -> bool:
    return str(term).startswith(_CG)


def _families(graph: Graph) -> str:
    """Write a set for each class that has subclasses: the class and everything below it."""
    parents = sorted(filter(_is_ours, set(graph.objects(None, RDFS.subClassOf))), key=_name)
    return "\n".join(f"{_family(p)}: Final = {_frozenset(_below(graph, p))}" for p in parents)


def _family(parent: Node) -> str:
    return f"_ANY_{_name(parent).partition('.')[2].upper()}"


def _below(graph: Graph, parent: Node) -> list[str]:
    return sorted(map(_name, graph.transitive_subjects(RDFS.subClassOf, parent)))


def _hierarchy(graph: Graph, table: str, relation: URIRef) -> str:
    parents: dict[str, list[str]] = {}
    for child, parent in graph.subject_objects(relation):
        if _is_ours(parent):
            parents.setdefault(_name(child), []).append(_name(parent))
    entries = {child: f"({', '.join(sorted(names))},)" for child, names in parents.items()}
    return _table(f"{table}: Final[dict[Iri, tuple[Iri, ...]]]", entries)


def _inverses(graph: Graph) -> str:
    pairs = {(_name(one), _name(other)) for one, other in graph.subject_objects(OWL.inverseOf)}
    return _table("INVERSES: Final[dict[Iri, Iri]]", dict(pairs | {(b, a) for a, b in pairs}))


def _inferred(graph: Graph) -> str:
    """Write the set of properties that follow from others and are never asserted."""
    names = sorted(_name(term) for term in graph.subjects(_INFERRED_ONLY, Literal(True)))
    return f"INFERRED: Final[frozenset[Iri]] = {_frozenset(names)}"


def _signatures(graph: Graph) -> str:
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty)
    properties = {term for kind in kinds for term in graph.subjects(RDF.type, kind)}
    entries = {_name(term): _signature(graph, term) for term in properties}
    return _table("SIGNATURES: Final[dict[Iri, Signature]]", entries)


def _signature(graph: Graph, term: Node) -> str:
    domain = _union(graph, _stated(graph, term, (SDO.domainIncludes, RDFS.domain)))
    range_ = _union(graph, _stated(graph, term, (SDO.rangeIncludes, RDFS.range)))
    return f"Signature(\n        domain={domain},\n        range={range_},\n    )"


def _stated(graph: Graph, term: Node, predicates: Iterable[URIRef]) -> list[Node]:
    """Return what the first of these predicates to say anything says, sorted."""
    values = (sorted(graph.objects(term, predicate), key=_name) for predicate in predicates)
    return next(filter(None, values))


def _union(graph: Graph, classes: Iterable[Node]) -> str:
    """Write the union of families and single classes, such as ``_ANY_PLACE | {CG.Cluster}``."""
    parents = {cls: _is_ours(cls) and (None, RDFS.subClassOf, cls) in graph for cls in classes}
    families = [_family(cls) for cls, has_family in parents.items() if has_family]
    single = ", ".join(_name(cls) for cls, has_family in parents.items() if not has_family)
    if not families:
        return f"frozenset({{{single}}})"
    return " | ".join([*families, *([f"{{{single}}}"] if single else [])])


def _frozenset(names: Iterable[str]) -> str:
    """Write one item a line, as the formatter would."""
    return "\n".join(("frozenset(", "    {", *(f"        {name}," for name in names), "    }", ")"))


def _table(declaration: str, entries: Mapping[str, str]) -> str:
    lines = [f"    {key}: {entries[key]}," for key in sorted(entries)]
    return "\n".join((f"{declaration} = {{", *lines, "}"))


def main() -> None:
    """Rewrite ``vocab.py`` from the ontology's files."""
    VOCAB.write_text(vocab_source(sorted(ONTOLOGY.glob("*.ttl"))), encoding="utf-8")


if __name__ == "__main__":
    main()
