"""Who reads a page: in which language, and whether the address or the browser says so."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from clustergraph.operations.labels import DEFAULT_LANGUAGE
from clustergraph.web.wording import Wording, wording_in

__all__ = ["ANYBODY", "Reader"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A reader; ``language`` is the one that names should be in, the interface may lack it.

    Where the address asked for the language, links carry it on; where the browser did, it will do
    so again at the next page.
    """

    language: str = DEFAULT_LANGUAGE
    is_asked: bool = False

    @property
    def wording(self) -> Wording:
        """The interface's words for this reader."""
        return wording_in(self.language)

    @property
    def kept(self) -> dict[str, str]:
        """The parameters of the address that stay the same from page to page."""
        return {"lang": self.language} if self.is_asked else {}

    def to(self, path: str, **parameters: str | int) -> str:
        """Return an address of ours for this reader; one of others is left as it is.

        >>> Reader(language="pl", is_asked=True).to("/queries#public", at=3)
        '/queries?at=3&lang=pl#public'
        """
        if not path.startswith("/"):
            return path
        address, hash_, place = path.partition("#")
        query = urlencode(parameters | self.kept)
        mark = "&" if "?" in address else "?"
        return f"{address}{mark}{query}{hash_}{place}" if query else path


ANYBODY: Final = Reader()
"""Who reads what is made for nobody in particular."""
