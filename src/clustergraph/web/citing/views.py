"""What a page shows of how to cite it."""

from dataclasses import dataclass

from clustergraph.web.pieces import Link

__all__ = ["CitationView"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationView:
    """How to cite a page: a sentence, and files for programs that keep references."""

    text: str
    files: tuple[Link, ...]
