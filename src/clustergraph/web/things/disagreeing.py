"""How it is told that passages disagree: what about, and whether in one document."""

from typing import Final

from clustergraph.operations.describing.disagree import Disagreement, Ground, is_between_documents
from clustergraph.web.wording import Wording, message

__all__ = ["ground_of", "in_short"]

_GROUNDS: Final = {
    (True, Ground.VALUE): message("documents disagree about the value"),
    (True, Ground.FORMER): message("documents disagree whether it still holds"),
    (True, Ground.PLANNED): message("documents disagree whether it is a plan or a fact"),
    (False, Ground.VALUE): message("one document says both values"),
    (False, Ground.FORMER): message("one document says both that it holds and that it is over"),
    (False, Ground.PLANNED): message("one document says both that it is a plan and a fact"),
}
"""By whether it is between documents, and what it is about."""
_IN_SHORT: Final = {
    True: message("documents disagree"),
    False: message("one document says both"),
}


def ground_of(found: Disagreement, wording: Wording) -> str:
    """Say what passages disagree about."""
    return wording.gettext(_GROUNDS[is_between_documents(found), found.ground])


def in_short(found: Disagreement, wording: Wording) -> str:
    """Say beside a value that others stand against it."""
    return wording.gettext(_IN_SHORT[is_between_documents(found)])
