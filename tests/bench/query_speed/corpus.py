"""The graph that the queries of `mix.lua` ask: clusters, their projects, and few large funders.

About nine triples for each cluster. Equal numbers of clusters give equal graphs.
"""

import hashlib
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

from bench.measuring.keeping import kept
from clustergraph.iris import BASE
from clustergraph.names.writing.storing import build_names
from clustergraph.store.adjacency import Adjacency
from clustergraph.store.versions import Draft, Home, Version, drafting

__all__ = ["FUNDERS", "LEAST_CLUSTERS", "triples", "version_with"]

FUNDERS = 97
LEAST_CLUSTERS = 5_000
"""In fewer some queries find nothing."""
_GRAPH = "https://example.org/speed"
_SEED = 1
_SECTORS, _PLACES = 40, 500
_TRADES = ("Wind", "Food", "Wood", "Textile", "Metal", "Energy", "Health", "Furniture", "Marine")
_CLUSTER = """\
<{id}cluster-{i}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{ns}Cluster> .
<{id}cluster-{i}> <http://www.w3.org/2004/02/skos/core#prefLabel> "{trade} cluster {i}"@en .
<{id}cluster-{i}> <{ns}locatedIn> <{id}place-{place}> .
<{id}cluster-{i}> <{ns}sector> <{id}sector-{sector}> .
<{id}project-{i}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{ns}Project> .
<{id}project-{i}> <{ns}partner> <{id}cluster-{i}> .
<{id}project-{i}> <{ns}partner> <{id}cluster-{other}> .
<{id}project-{i}> <{ns}fundedBy> <{id}organisation-{funder}> .
<{id}project-{i}> <{ns}startDate> "{year}-01-01"^^<http://www.w3.org/2001/XMLSchema#date> .
"""


def triples(clusters: int) -> Iterator[str]:
    """Yield N-Triples, a cluster and its project at a time."""
    chance = random.Random(_SEED)
    for number in range(clusters):
        yield _CLUSTER.format(
            id=f"{BASE}id/",
            ns=f"{BASE}ns#",
            i=number,
            trade=chance.choice(_TRADES),
            place=number % _PLACES,
            sector=number % _SECTORS,
            other=number * 7 % clusters,
            funder=int(FUNDERS * chance.random() ** 3),
            year=2010 + number % 15,
        )


def version_with(clusters: int, cache: Path, oxigraph: Path) -> Version:
    """Return a version that holds the graph, from the cache where it was made before.

    Its store is loaded and optimised by the ``oxigraph`` command, which may serve it as well: one
    store that is not written any more has no bad side, whoever reads it.
    """
    digest = _digest(clusters)
    home = Home(cache / f"clusters-{clusters}-{digest[:8]}")
    if version := kept(home, f"{clusters} clusters, about {9 * clusters} triples"):
        return version
    with drafting(home) as draft:
        _load(draft, clusters, oxigraph)
        build_names(draft.names_path, [])
        Adjacency.made_of(()).write(draft.adjacency_path)
        return draft.publish(digest)


def _digest(clusters: int) -> str:
    """Name the graph by its beginning: what was made in another way has another name."""
    whole = hashlib.sha256(str(clusters).encode())
    for part in triples(min(clusters, _PLACES)):
        whole.update(part.encode())
    return whole.hexdigest()


def _load(draft: Draft, clusters: int, oxigraph: Path) -> None:
    store = ["--location", str(draft.store_path)]
    load = [str(oxigraph), "load", *store, "--graph", _GRAPH, "--format", "nt"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(load, stdin=subprocess.PIPE, stderr=quiet, text=True) as process:
        cast(IO[str], process.stdin).writelines(triples(clusters))
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, load)
    subprocess.run([str(oxigraph), "optimize", *store], check=True, stderr=quiet)
