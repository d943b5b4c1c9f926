"""Forget something at somebody's request: note it, build without it, and find what still names it.

What "forgotten" means for the graph is decided in ``resolving.forgetting``.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from clustergraph.decisions import FORGOTTEN_FILE, Forgetting, note_forgetting, read_curation
from clustergraph.errors import (
    ClusterGraphError,
    ForgettingPending,
    NotForgettable,
)
from clustergraph.locations import ONTOLOGY, QUERIES
from clustergraph.model import Iri
from clustergraph.operations.build import Built, build
from clustergraph.operations.forgetting.traces import (
    HoldingFile,
    alike,
    holding_files,
    holding_versions,
)
from clustergraph.operations.forgetting.wanted import Place, Wanted, current_version, wanted_at
from clustergraph.operations.labels import Thing
from clustergraph.store.versions import Home, Version, clear_drafts

__all__ = ["Forgotten", "forget"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What was done, and what is left to its owner.

    ``held_by`` are kept versions that still tell of it, ``removed`` those that did. ``alike`` bears
    such a name and is told still. ``files`` name it.
    """

    iri: Iri
    built: Built
    held_by: tuple[Version, ...]
    removed: tuple[Version, ...]
    alike: tuple[Thing, ...]
    files: tuple[HoldingFile, ...]


def forget(
    address: str,
    place: Place,
    *,
    why: str,
    by: str,
    on: date,
    prune: bool = False,
    workers: int | None = None,
) -> Forgotten:
    """Keep an entity or a document out of this and every later build, and publish without it.

    The decision is noted before the build and stays noted when that fails; the current version then
    stays too. Asked again, it builds and prunes what was left.

    ``address`` is an IRI, or the address of its page or data on any host; everybody who asks for it
    is told ``why``. ``prune`` removes all older versions that tell of it.

    Raises:
        NotForgettable: when the address is none, unknown, or forgotten everywhere already, or the
            reason holds the name.
        ForgettingPending: when it is noted, but the build failed.
        OutputNotWritable: when the decision can't be noted.
    """
    wanted = wanted_at(address, place)
    _refuse_name(why, wanted)
    if not _was_noted(wanted, place, is_more_to_do=prune):
        note_forgetting(place.curation, wanted.iri, by=by, on=on, why=why)
    built = _build(place, on, workers)
    holding = tuple(holding_versions(place.home, wanted))
    if prune:
        _remove(holding, place.home)
    return Forgotten(
        iri=wanted.iri,
        built=built,
        held_by=() if prune else holding,
        removed=holding if prune else (),
        alike=alike(built.version, wanted),
        files=tuple(holding_files(place.documents, _other_files(place), wanted)),
    )


def _refuse_name(why: str, wanted: Wanted) -> None:
    if wanted.naming.whole(why):
        raise NotForgettable("Everybody can read the reason, so it must not hold the name.")


def _was_noted(wanted: Wanted, place: Place, *, is_more_to_do: bool) -> bool:
    """Tell whether it was decided already; refuse when nothing is left to do about it."""
    rows = read_curation(place.curation).forgotten
    earlier = next((row for row in rows if row.iri in wanted.addresses), None)
    if earlier and not is_more_to_do and _is_kept_out(wanted, place.home):
        raise NotForgettable(_forgotten_already(earlier))
    return earlier is not None


def _is_kept_out(wanted: Wanted, home: Home) -> bool:
    version = current_version(home)
    return version is not None and version.withheld(wanted.iri) is not None


def _forgotten_already(row: Forgetting) -> str:
    return (
        f"{row.iri} was forgotten on {row.on} ({row.location}); --prune removes it from older "
        "versions too, and a build without that row brings it back."
    )


def _build(place: Place, today: date, workers: int | None) -> Built:
    try:
        return build(
            place.documents,
            place.registry,
            place.home,
            today=today,
            curation_path=place.curation,
            workers=workers,
        )
    except ClusterGraphError as error:
        raise ForgettingPending(str(place.curation / FORGOTTEN_FILE), error) from error


def _remove(versions: tuple[Version, ...], home: Home) -> None:
    for version in versions:
        home.remove(version)
    clear_drafts(home)


def _other_files(place: Place) -> list[Path]:
    """What else is kept and may name it: registry, decisions, evaluations in the home, examples.

    Examples of the ontology and of queries are served as they are.
    """
    folders = (place.curation, ONTOLOGY, QUERIES)
    kept = [place.registry, *(path for folder in folders for path in sorted(folder.rglob("*")))]
    in_home = (path for path in sorted(place.home.path.rglob("*")) if path.is_file())
    ours = (place.home.versions_path, place.home.path / "current")
    return kept + [path for path in in_home if not any(path.is_relative_to(each) for each in ours)]
