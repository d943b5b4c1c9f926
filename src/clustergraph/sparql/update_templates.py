"""Quads with variables, and data, as they stand in the text of an update.

What becomes of them with the values of a solution is for ``store.changing.templates``.
"""

from dataclasses import dataclass, field

from clustergraph.errors import VariableGraph
from clustergraph.sparql.tokens import Kind, placed_tokens

__all__ = ["Template", "read_template"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """Quads with variables, as text in braces that an engine reads as data.

    ``variables`` are the names by the IRIs that stand for them there.
    """

    text: str
    variables: dict[str, str] = field(default_factory=dict)


def read_template(text: str, *, marker: str, may_vary_graphs: bool) -> Template:
    """Put IRIs for the variables of a text in braces, so that an engine can read it as data.

    Args:
        text: the template, with its braces.
        marker: what the IRIs begin with; nothing in the text does.
        may_vary_graphs: whether a variable may name a graph.

    Raises:
        VariableGraph: when one does and may not.
    """
    pieces: list[str] = []
    stand_ins: dict[str, str] = {}
    at, last = 0, ""
    for offset, token in placed_tokens(text):
        if token.kind is Kind.VARIABLE and last != "^^":  # no datatype may be a variable
            if last.upper() == "GRAPH" and not may_vary_graphs:
                raise VariableGraph(token.text)
            stand_in = stand_ins.setdefault(token.text[1:], f"{marker}{len(stand_ins)}")
            pieces += text[at:offset], f" <{stand_in}> "
            at = offset + len(token.text)
        last = token.text
    whole = "".join([*pieces, text[at:]])
    return Template(text=whole, variables={iri: name for name, iri in stand_ins.items()})
