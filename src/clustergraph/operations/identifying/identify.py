"""Find what an identifier means here, in whatever shape it was pasted.

It may be an IRI of ours, an address of a page or of data, a local id, an IRI with its prefix, or an
identifier that others gave. Names are ``look_up``'s.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.identifying.addresses import is_local_id, is_prefixed, pasted_iri
from clustergraph.operations.identifying.register import Candidate, register_of
from clustergraph.operations.identifying.schemes import Identifier
from clustergraph.operations.identifying.standing import Status, standing_of

__all__ = ["LONGEST", "Identified", "Via", "identify"]

LONGEST: Final = 2_000
"""How many characters an identifier may have; what is longer is none."""
_DOCUMENT_ID: Final = re.compile(r"[0-9a-f]{16}")
_ADDRESS: Final = re.compile(r"https?://\S+", re.IGNORECASE)


class Via(StrEnum):
    """In which shape something was named."""

    IRI = "iri"
    LOCAL = "local"
    CURIE = "curie"
    IDENTIFIER = "identifier"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identified:
    """What an identifier means.

    ``iri`` is the present address, None unless it was found or merged. ``was`` is the address of
    ours that was asked for. ``candidates`` are what an identifier of others may mean, the nearest
    first; it is unknown too where all of these are only broader, narrower or related. ``scheme``
    and ``value`` tell which identifier of others it is. ``why`` says in a sentence why it is gone
    or invalid.
    """

    asked: str
    status: Status
    via: Via
    iri: Iri | None = None
    was: Iri | None = None
    candidates: tuple[Candidate, ...] = ()
    scheme: str = ""
    value: str = ""
    why: str = ""


def identify(opened: OpenVersion, text: str, *, scheme: str | None = None) -> Identified | None:
    """Find what the text means, if it is an identifier; takes some twenty microseconds.

    None for all that may as well be a name. So a text that only looks like an identifier is one
    where something bears it. With ``scheme`` it is always taken for one of that scheme.

    Raises:
        InvalidParameter: when there is no such scheme.
    """
    if scheme is not None:
        read = register_of(opened).schemes.read_in(scheme, text[:LONGEST])
        return _by_identifier(opened, text, read)
    asked = text.strip().strip("<>")
    if not asked or len(asked) > LONGEST:
        return None
    return _of_others(opened, asked) or _of_ours(opened, asked) or _foreign(asked)


def _of_others(opened: OpenVersion, asked: str) -> Identified | None:
    register = register_of(opened)
    identifier = register.schemes.read(asked)
    if identifier is not None:
        found = _by_identifier(opened, asked, identifier)
        if identifier.is_sure or found.candidates:
            return found
    is_foreign = _ADDRESS.fullmatch(asked) and not asked.startswith(BASE)
    if candidates := register.at(asked) if is_foreign else ():
        return _one_of(Identified(asked=asked, status=Status.UNKNOWN, via=Via.IRI), candidates)
    return None


def _by_identifier(opened: OpenVersion, asked: str, identifier: Identifier) -> Identified:
    named = Identified(
        asked=asked,
        status=Status.INVALID if identifier.fault else Status.UNKNOWN,
        via=Via.IDENTIFIER,
        scheme=identifier.scheme,
        value=identifier.value,
        why=identifier.fault,
    )
    return _one_of(named, register_of(opened).bearing(identifier))


def _one_of(named: Identified, candidates: Sequence[Candidate]) -> Identified:
    """Choose among what an identifier may mean: what is the same, where that is one thing."""
    if not candidates:
        return named
    same = [each for each in candidates if each.is_same]
    things = [each for each in same if not each.is_concept]
    concepts = [each for each in same if each.is_concept]
    chosen = things if len(things) == 1 else concepts
    return replace(
        named,
        status=_status(candidates, has_one=len(chosen) == 1),
        iri=chosen[0].iri if len(chosen) == 1 else None,
        candidates=tuple(candidates),
    )


def _status(candidates: Sequence[Candidate], *, has_one: bool) -> Status:
    if has_one:
        return Status.FOUND
    is_near = any(each.is_same or each.is_close for each in candidates)
    return Status.AMBIGUOUS if is_near else Status.UNKNOWN


def _of_ours(opened: OpenVersion, asked: str) -> Identified | None:
    iri = pasted_iri(asked)
    if iri is None:
        return _by_hash(opened, asked)
    via = Via.CURIE if is_prefixed(asked) else Via.LOCAL if is_local_id(asked) else Via.IRI
    found = _standing(opened, asked, iri, via)
    return None if via is Via.LOCAL and found.status is Status.UNKNOWN else found


def _by_hash(opened: OpenVersion, asked: str) -> Identified | None:
    """Take the local id of a document or a passage for one where there is such a thing."""
    if not _DOCUMENT_ID.fullmatch(asked):
        return None
    iris = (Iri(f"{BASE}{kind}/{asked}") for kind in ("doc", "ev"))
    found = (_standing(opened, asked, iri, Via.LOCAL) for iri in iris)
    return next((each for each in found if each.status is not Status.UNKNOWN), None)


def _standing(opened: OpenVersion, asked: str, iri: Iri, via: Via) -> Identified:
    standing = standing_of(opened, iri)
    return Identified(
        asked=asked, status=standing.status, via=via, iri=standing.iri, was=iri, why=standing.why
    )


def _foreign(asked: str) -> Identified | None:
    """Say of an address that is nobody's here that it is unknown: no name looks so."""
    if not _ADDRESS.fullmatch(asked):
        return None
    return Identified(asked=asked, status=Status.UNKNOWN, via=Via.IRI)
