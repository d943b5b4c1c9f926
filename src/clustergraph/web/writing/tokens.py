"""Tokens: who is writing, and what that one may write (RFC 6750).

Of a token only its hash is held. Where the tokens come from is said in the settings.
"""

import hashlib
import hmac
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from clustergraph.errors import NotAllowed, NoToken, UnknownToken

__all__ = ["UNCHECKED", "WRITE", "Token", "Tokens", "digest_of"]

WRITE: Final = "write"
"""The scope of those who may write."""
UNCHECKED: Final = "unchecked"
"""The scope of those who may write what breaks the rules, too."""

_BEARER: Final = re.compile(r"bearer[ \t]+(\S+)[ \t]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A token by which somebody may write.

    Attributes:
        name: what the log calls whoever writes by it.
        digest: the hexadecimal SHA-256 of the token.
        scopes: what it is for.
        graphs: what the IRIs of the graphs begin with that it is for; all where empty.
    """

    name: str
    digest: str
    scopes: frozenset[str]
    graphs: tuple[str, ...] = ()

    def allow(self, scope: str, what: str) -> None:
        """Make sure that it is for something.

        Raises:
            NotAllowed: when it is not.
        """
        if scope not in self.scopes:
            raise NotAllowed(scope, what)


class Tokens:
    """All tokens of a service."""

    def __init__(self, tokens: Iterable[Token] = ()) -> None:
        self._tokens = tuple(tokens)

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self._tokens)

    def find(self, authorization: str | None) -> Token:
        """Return the token that an Authorization header holds.

        It takes as long whichever token it is, and whether or not it is one of them.

        Raises:
            NoToken: when the header holds none.
            UnknownToken: when it is none of them.
            NotAllowed: when nobody may write by it.
        """
        given = _BEARER.fullmatch(authorization or "")
        if given is None:
            raise NoToken
        digest = digest_of(given[1].encode("latin-1"))
        found = [each for each in self._tokens if hmac.compare_digest(each.digest, digest)]
        if not found:
            raise UnknownToken
        found[0].allow(WRITE, "writing")
        return found[0]


def digest_of(token: bytes) -> str:
    """Return what is held of a token.

    A token is random and long, so that nobody finds it by its hash; a hash made for passwords,
    which are neither, would only make each request wait.
    """
    return hashlib.sha256(token).hexdigest()
