"""A home of things that share their names, with what tells them apart."""

from pathlib import Path

from pyoxigraph import RdfFormat, parse

from clustergraph.rdf.ontology import ontology_quads
from clustergraph.store.versions import Home
from given.homes import publish_quads

__all__ = ["namesakes_home_in"]

_GRAPH = Path(__file__).parent / "namesakes.trig"


def namesakes_home_in(folder: Path) -> Home:
    """Publish it in the folder."""
    home = Home(folder)
    publish_quads(home, [*parse(path=_GRAPH, format=RdfFormat.TRIG), *ontology_quads()])
    return home
