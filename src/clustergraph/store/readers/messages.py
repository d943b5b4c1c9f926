"""What a reader process and its parent say to each other: frames, and what stands in them.

A frame is one letter, the length of its content (four bytes, big-endian) and the content. The
parent sends QUESTION; the reader sends READY once, then for each question any number of DATA and
one END, which holds the last bytes of the answer, or one FAILURE. An answer that is too small to be
coded comes as one WHOLE, as it is. The parent may send OPEN between questions, with the folder of
another store; READY is the answer to that, too.
"""

import json
import marshal
import struct
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from clustergraph.coding import Coding
from clustergraph.errors import MalformedQuery, QueryError, QueryOutOfMemory, UnsupportedQuery

__all__ = [
    "HEADER",
    "Dataset",
    "Frame",
    "Question",
    "pack",
    "pack_failure",
    "unpack_failure",
]

HEADER = struct.Struct(">cI")
_MARSHAL_VERSION = 2
"""The last one in which equal values make equal bytes: they are hashed, too."""


class Frame(Enum):
    """The kinds of frame."""

    READY = b"R"
    OPEN = b"O"
    QUESTION = b"Q"
    DATA = b"D"
    END = b"E"
    WHOLE = b"W"
    FAILURE = b"F"


def pack(frame: Frame, content: bytes | bytearray = b"") -> bytes:
    """Write a frame."""
    return HEADER.pack(frame.value, len(content)) + content


class Dataset(Enum):
    """Which graphs a query sees: all as one, those of its own FROM, or those of the request."""

    UNION = "union"
    OWN = "own"
    GIVEN = "given"


@dataclass(frozen=True, kw_only=True)
class Question:
    """A query for a reader: its text, the key of the format of the answer, and the dataset.

    The two lists of graph IRIs count where the dataset is GIVEN. ``coding`` is what the answer is
    compressed with, where it is not too small for that. Without slots, so that ``packed`` is made
    once: it is hashed into a tag, and then sent.
    """

    text: str
    format: str
    coding: Coding = Coding.IDENTITY
    dataset: Dataset = Dataset.UNION
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()

    @cached_property
    def packed(self) -> bytes:
        """The question as the content of a frame; equal questions make equal bytes."""
        values = (
            self.text,
            self.format,
            self.coding.value,
            self.dataset.value,
            self.default_graphs,
            self.named_graphs,
        )
        return marshal.dumps(values, _MARSHAL_VERSION)

    @classmethod
    def unpack(cls, content: bytes) -> "Question":
        """Read the content of a frame; it must come from our own parent."""
        text, format_, coding, dataset, default_graphs, named_graphs = marshal.loads(content)  # noqa: S302
        return cls(
            text=text,
            format=format_,
            coding=Coding(coding),
            dataset=Dataset(dataset),
            default_graphs=default_graphs,
            named_graphs=named_graphs,
        )


def pack_failure(error: QueryError) -> bytes:
    """Write the frame that tells of an error."""
    values: dict[str, object] = {"error": type(error).__name__}
    if isinstance(error, MalformedQuery):
        values |= {"reason": error.reason, "line": error.line, "column": error.column}
    if isinstance(error, UnsupportedQuery):
        values |= {"reason": error.reason}
    return pack(Frame.FAILURE, json.dumps(values).encode())


def unpack_failure(content: bytes) -> QueryError:
    """Make the error again that ``pack_failure`` wrote."""
    values = json.loads(content)
    match values.pop("error"):
        case "MalformedQuery":
            return MalformedQuery(**values)
        case "UnsupportedQuery":
            return UnsupportedQuery(**values)
        case _:
            return QueryOutOfMemory()
