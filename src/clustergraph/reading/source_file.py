"""A file as it came: its bytes, and the way to refuse it in one sentence."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from clustergraph.errors import DocumentError, UnreadableDocument

__all__ = ["SourceFile"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """The bytes of a file; ``charset`` is what its sidecar says it is written in, or empty."""

    path: Path
    data: bytes
    charset: str = ""

    def refused(self, reason: str) -> UnreadableDocument:
        """Make the error that names this file; ``reason`` says what is wrong and what to do."""
        return UnreadableDocument(str(self.path), reason)

    @contextmanager
    def refused_if_broken(self, kind: str) -> Iterator[None]:
        """Refuse the file, whatever a library raises while it takes it apart.

        Parsers of these formats raise nearly everything at broken files: no list of classes would
        hold. Only calls of the library stand under it, so that our own bugs are not covered.
        """
        try:
            yield
        except (DocumentError, MemoryError):
            raise
        except Exception as error:
            reason = f"the file is broken or no {kind}; open it, save it anew, or save it as text."
            raise self.refused(reason) from error
