"""What the mappers alone find in documents: no curation, no registry, no other document.

Confidences are what they are worth by the gold; what is not sure enough is only a candidate.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from clustergraph.errors import DocumentError, RunawayPattern, UnreadableDocument
from clustergraph.languages import load_gazetteer
from clustergraph.mapping import load_calibration, map_document
from clustergraph.model import DocumentGraph
from clustergraph.reading import read_document

__all__ = ["extract", "extract_all", "extract_raw"]

_WORTH_A_POOL = 32
"""Below so many documents, starting processes takes longer than reading."""

Outcome = DocumentGraph | DocumentError


def extract(path: Path, *, candidates: bool = False) -> DocumentGraph:
    """Read one file and map it; with ``candidates``, what is not sure enough is given too.

    Raises:
        DocumentError: when the file can't be read.
    """
    calibration = load_calibration()
    graph = calibration.correct(extract_raw(path))
    return graph if candidates else calibration.sure_part(graph)


def extract_raw(path: Path) -> DocumentGraph:
    """Read one file and map it; confidences are the rules' own, and everything is given.

    Raises:
        DocumentError: when the file can't be read, or a pattern comes to no end on it.
    """
    try:
        return map_document(read_document(path), load_gazetteer())
    except RunawayPattern as error:
        raise UnreadableDocument(str(path), str(error)) from error


def extract_all(
    paths: Sequence[Path],
    *,
    candidates: bool = False,
    workers: int | None = None,
    advance: Callable[[], object] = lambda: None,
) -> tuple[tuple[DocumentGraph, ...], tuple[DocumentError, ...]]:
    """Map many files; return the graphs in the order of the paths, and what is wrong with the rest.

    ``advance`` is called once a document. ``workers`` processes share the work, one a processor
    unless given.
    """
    outcomes: list[Outcome] = []
    one = partial(_outcome, candidates=candidates)
    for outcome in _outcomes(one, paths, workers or os.cpu_count() or 1):
        outcomes.append(outcome)
        advance()
    graphs = tuple(outcome for outcome in outcomes if isinstance(outcome, DocumentGraph))
    return graphs, tuple(outcome for outcome in outcomes if isinstance(outcome, DocumentError))


def _outcomes(
    one: Callable[[Path], Outcome], paths: Sequence[Path], workers: int
) -> Iterator[Outcome]:
    if workers == 1 or len(paths) < _WORTH_A_POOL:
        yield from map(one, paths)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(one, paths, chunksize=8)


def _outcome(path: Path, *, candidates: bool) -> Outcome:
    try:
        return extract(path, candidates=candidates)
    except DocumentError as error:
        return error
