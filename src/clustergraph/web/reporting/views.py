"""What the page for reports shows."""

from dataclasses import dataclass

from clustergraph.web.evidence.views import Parts, PassageView
from clustergraph.web.framing.views import Frame
from clustergraph.web.pieces import Link

__all__ = ["Mending", "ReportPage"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mending:
    """How who keeps the data rejects what a passage says: a command, or a row of the table."""

    passage: str
    command: str
    row: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """What is reported, a statement or a thing or all there is, and to whom.

    ``ids`` name it for those who mend it, ``href`` writes to them with ``text`` filled in, and is
    empty where the operator names nobody. ``why`` leads to what a statement rests on.
    """

    frame: Frame
    statement: Parts | None
    thing: Link | None
    ids: tuple[str, ...]
    passages: tuple[PassageView, ...]
    why: str
    href: str
    subject: str
    text: str
    mending: tuple[Mending, ...]
    identity: tuple[str, ...]
