"""One thing that is broken, and how a sound graph is updated so that it is."""

from dataclasses import dataclass

__all__ = [
    "REVIEW",
    "SCHEME",
    "Break",
    "change",
    "changed",
    "made",
    "named",
    "passage",
    "rejected",
    "state",
]

SCHEME = "<https://w3id.org/clustergraph/voc/sample-aaaaaaaa>"
REVIEW = 'cg:reviewedBy "Anna" ; cg:reviewedOn "2026-11-22"^^xsd:date'


@dataclass(frozen=True, slots=True)
class Break:
    """One thing broken by an update of a sound graph.

    ``says`` is severity and shape of what is said; ``words`` stand in its message. What the update
    states gets evidence where it is about data, unless ``evidenced`` is false.
    """

    name: str
    update: str
    says: str
    words: str
    evidenced: bool = True


def state(triples: str, graph: str = "graph:asserted") -> str:
    """State triples in a graph."""
    return f"INSERT DATA {{ GRAPH {graph} {{ {triples} }} }}"


def named(name: str, kind: str) -> str:
    """Describe a thing of a class, with a name."""
    return f'id:{name}-aaaaaaaa a cg:{kind} ; skos:prefLabel "{name}"@en'


def made(description: str) -> str:
    """Describe a new property where no rule reads of it, and state something by it."""
    return (
        f"INSERT DATA {{ GRAPH graph:made {{ cg:made-aaaaaaaa {description} }} "
        "GRAPH graph:asserted { id:project-aaaaaaaa cg:made-aaaaaaaa 1 } }"
    )


def rejected(subject: str, predicate: str, value: str) -> str:
    """State evidence for what is not asserted."""
    statement = f"{subject} {predicate} {value}"
    faces = f"rdf:subject {subject} ; rdf:predicate {predicate} ; rdf:object {value}"
    return state(
        f"ev:1-aaaaaaaa a cg:Evidence ; rdf:reifies <<( {statement} )>> ; {faces} ; "
        'cg:inDocument doc:aaaaaaaa ; cg:quote "words"@en ; cg:quoteStart 1 ; cg:quoteEnd 6 ; '
        f"cg:modality modality:fact ; cg:reviewStatus status:rejected ; {REVIEW}",
        "graphdoc:aaaaaaaa",
    )


def change(node: str, old: str, new: str = "") -> str:
    """Replace what is said of a node, wherever it is said."""
    return changed(f"{node} {old}", f"{node} {old}", f"{node} {new}" if new else "")


def passage(old: str, new: str = "") -> str:
    """Replace what is said of the evidence for who is a partner."""
    found = "?e rdf:predicate cg:partner"
    if not old:
        return changed(found, "", f"?e {new}")
    return changed(f"{found} . ?e {old}", f"?e {old}", f"?e {new}" if new else "")


def changed(where: str, old: str, new: str) -> str:
    """Replace, wherever it is found, the one by the other."""
    return (
        f"DELETE {{ GRAPH ?g {{ {old} }} }} INSERT {{ GRAPH ?g {{ {new} }} }} "
        f"WHERE {{ GRAPH ?g {{ {where} }} }}"
    )
