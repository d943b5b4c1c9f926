"""What engines elsewhere understand beside SPARQL, and could do harm with.

Our own engine refuses all of that as no SPARQL. Another one may take an update where a query is
asked for, or let a query say how it is to be run (Virtuoso's ``DEFINE get:soft`` has it fetch from
other hosts).
"""

from itertools import pairwise
from typing import Final

from clustergraph.errors import RefusedQuery
from clustergraph.sparql.tokens import Kind, Token, hidden_words, tokens

__all__ = ["check_portable"]

_FOREIGN: Final = frozenset(
    ("DEFINE", "INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "MOVE", "COPY", "MODIFY", "WITH")
)
"""No query of SPARQL has one of these outside of names, strings and IRIs."""
_NOTHING: Final = Token(Kind.MARK, "")


def check_portable(text: str) -> None:
    """Make sure that a query holds nothing that only a dialect has; linear in its length.

    Raises:
        RefusedQuery: when it does.
    """
    capitals = text.upper()
    if "\\" not in text and not any(word in capitals for word in _FOREIGN):
        return
    for token, following in pairwise((*tokens(text), _NOTHING)):
        found = _FOREIGN.intersection(hidden_words(token, following.text))
        if found:
            message = f"{min(found)} stands in no query, and is not run here."
            raise RefusedQuery(message)
