"""What a reader process and its parent say to each other: frames, and what stands in them.

A frame is one letter, the length of its content (four bytes, big-endian) and the content. The
parent sends QUESTION; the reader sends READY once, then for each question any number of DATA and
one END, which holds the last bytes of the answer (all of them when it is small), or one FAILURE.
"""

import json
import struct
from dataclasses import dataclass
from enum import Enum

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


class Frame(Enum):
    """The kinds of frame."""

    READY = b"R"
    QUESTION = b"Q"
    DATA = b"D"
    END = b"E"
    FAILURE = b"F"


def pack(frame: Frame, content: bytes | bytearray = b"") -> bytes:
    """Write a frame."""
    return HEADER.pack(frame.value, len(content)) + content


class Dataset(Enum):
    """Which graphs a query sees: all as one, those of its own FROM, or those of the request."""

    UNION = "union"
    OWN = "own"
    GIVEN = "given"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A query for a reader: its text, the key of the format of the answer, and the dataset.

    The two lists of graph IRIs count where the dataset is GIVEN.
    """

    text: str
    format: str
    dataset: Dataset = Dataset.UNION
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()

    def to_bytes(self) -> bytes:
        """Write it as the content of a frame."""
        return json.dumps(
            {
                "text": self.text,
                "format": self.format,
                "dataset": self.dataset.value,
                "default_graphs": self.default_graphs,
                "named_graphs": self.named_graphs,
            }
        ).encode()

    @classmethod
    def from_bytes(cls, content: bytes) -> "Question":
        """Read the content of a frame."""
        values = json.loads(content)
        return cls(
            text=values["text"],
            format=values["format"],
            dataset=Dataset(values["dataset"]),
            default_graphs=tuple(values["default_graphs"]),
            named_graphs=tuple(values["named_graphs"]),
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
