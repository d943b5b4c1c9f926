"""Writes that are not carried out; each leaves everything as it was."""

from collections.abc import Mapping, Sequence

from clustergraph.errors.root import ClusterGraphError

__all__ = [
    "BadContent",
    "BadUpdate",
    "ContentTooLarge",
    "EngineOutOfStep",
    "EngineRefused",
    "GraphNotYours",
    "KeyReused",
    "NoToken",
    "NotAllowed",
    "OthersWrite",
    "ProtectedGraph",
    "RefusedUpdate",
    "RulesBroken",
    "SaysWithheld",
    "StateChanged",
    "UnknownToken",
    "UnsupportedContent",
    "VariableGraph",
    "WriteError",
    "WriteTimedOut",
    "WriterLost",
]

_RETRY_AFTER_SECONDS = 1


class WriteError(ClusterGraphError):
    """A write was not carried out, and nothing has changed."""


# -- What was sent can't be understood -------------------------------------------------------------


class BadUpdate(WriteError):
    """The text is no SPARQL Update, or none that can be run.

    Attributes:
        reason: what is wrong.
        line: from 1, or None where it is not known.
        column: from 1, or None.
    """

    def __init__(self, reason: str, *, line: int | None = None, column: int | None = None) -> None:
        where = f" at line {line}, column {column}" if line is not None else ""
        super().__init__(f"The update can't be run{where}: {reason}")
        self.reason = reason
        self.line = line
        self.column = column


class VariableGraph(BadUpdate):
    """An update writes to a graph that only its WHERE would name.

    Attributes:
        name: the variable, with its question mark.
    """

    def __init__(self, name: str) -> None:
        super().__init__(
            f"it writes to the graph {name}, and which graphs an update writes to must stand in "
            "its text; name the graph, or send one update for each."
        )
        self.name = name


class RefusedUpdate(WriteError):
    """The text is an update that this service never runs, such as LOAD."""


class BadContent(WriteError):
    """What was sent is not RDF in the format that was said.

    Attributes:
        name: which part of what was sent, or which file.
        reason: what is wrong.
        line: from 1, or None where it is not known.
    """

    def __init__(self, name: str, reason: str, *, line: int | None = None) -> None:
        where = f" at line {line}" if line is not None else ""
        super().__init__(f"{name} can't be read{where}: {reason}")
        self.name = name
        self.reason = reason
        self.line = line


class UnsupportedContent(WriteError):
    """What was sent is in a format that can't be read here.

    Attributes:
        name: which part of what was sent, or which file.
        offers: the media types that can be.
    """

    def __init__(self, name: str, given: str, offers: Sequence[str]) -> None:
        said = f"is {given!r}" if given else "does not say what format it is in"
        super().__init__(f"{name} {said}; send RDF as one of {', '.join(offers)}.")
        self.name = name
        self.offers = tuple(offers)


class ContentTooLarge(WriteError):
    """More was sent than one write may hold.

    Attributes:
        limit: how many bytes it may have.
    """

    def __init__(self, limit: int) -> None:
        super().__init__(
            f"What was sent is longer than {limit} bytes; send it in several requests, "
            "or use `clustergraph import` beside the service."
        )
        self.limit = limit


# -- Who sent it may not ---------------------------------------------------------------------------


class NoToken(WriteError):
    """Nobody said who is writing."""

    def __init__(self) -> None:
        super().__init__(
            "Writing needs a token: send the header `Authorization: Bearer …` with the one that "
            "the operator gave you."
        )


class UnknownToken(WriteError):
    """The token that was sent is none of this service's."""

    def __init__(self) -> None:
        super().__init__("This token is not known here; ask the operator for another one.")


class NotAllowed(WriteError):
    """The token does not allow what is asked for.

    Attributes:
        scope: what it would have to allow.
    """

    def __init__(self, scope: str, what: str) -> None:
        super().__init__(f"This token does not allow {what}; that needs the scope {scope!r}.")
        self.scope = scope


class ProtectedGraph(WriteError):
    """A graph that the build makes is written to, or one that is kept for an engine.

    Attributes:
        name: the graph.
    """

    def __init__(self, name: str, *, is_for_engine: bool = False) -> None:
        super().__init__(
            f"The graph {name} is kept for what an engine is told, and can't be written to; write "
            "to a graph of your own, or to the default graph."
            if is_for_engine
            else f"The graph {name} is made by the build and can't be written to; write to a graph "
            "of your own, or to the default graph, and correct what documents say by curation."
        )
        self.name = name


class GraphNotYours(WriteError):
    """A graph is written to that the token is not for.

    Attributes:
        name: the graph.
    """

    def __init__(self, name: str) -> None:
        super().__init__(
            f"This token does not allow writing to {name}; write to a graph that it is for."
        )
        self.name = name


class SaysWithheld(WriteError):
    """Something is said of what is kept out of the graph, because somebody asked for that.

    Attributes:
        name: its address.
        replaced_by: where it is told of now; None where nowhere.
    """

    def __init__(self, name: str, replaced_by: str | None = None) -> None:
        rest = f"; what may be told of it stands at {replaced_by}." if replaced_by else "."
        super().__init__(f"Nothing may be written about {name}: it was withdrawn{rest}")
        self.name = name
        self.replaced_by = replaced_by


# -- The graph is not as the writer thinks ---------------------------------------------------------


class RulesBroken(WriteError):
    """What was written breaks the rules of the ontology.

    Attributes:
        errors: what is wrong, as plain values.
    """

    def __init__(self, errors: Sequence[Mapping[str, str]], first: str) -> None:
        more = f" There are {len(errors)} such errors." if len(errors) > 1 else ""
        super().__init__(f"What would be written breaks the rules: {first}{more}")
        self.errors = tuple(errors)


class StateChanged(WriteError):
    """The graph is not in the state any more that the writer wants to have changed.

    Attributes:
        version: the version that is current.
    """

    def __init__(self, version: str) -> None:
        super().__init__(
            f"The graph has changed: its version is {version} now. Read again what you want to "
            "change, and send the change with the new If-Match."
        )
        self.version = version


class KeyReused(WriteError):
    """An Idempotency-Key was sent before with another request."""

    def __init__(self) -> None:
        super().__init__(
            "This Idempotency-Key was used for another request; take a new key for each write."
        )


# -- It could not be done now ----------------------------------------------------------------------


class OthersWrite(WriteError):
    """Somebody else writes, and has not ended in time.

    Attributes:
        retry_after_seconds: when it makes sense to try again.
    """

    def __init__(self, retry_after_seconds: int = _RETRY_AFTER_SECONDS) -> None:
        super().__init__("Somebody else is writing; send the same again a little later.")
        self.retry_after_seconds = retry_after_seconds


class WriteTimedOut(WriteError):
    """The time limit passed before the write was done.

    Attributes:
        seconds: the limit.
    """

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"The write was stopped after {seconds:g} seconds, and nothing has changed; "
            "write less at once, or make the patterns of WHERE more selective."
        )
        self.seconds = seconds


class WriterLost(WriteError):
    """The process that writes died, or did not start; the service goes on with a new one."""

    def __init__(
        self,
        message: str = "The write ended the process that ran it, and nothing has changed; "
        "write less at once, or in a simpler way.",
    ) -> None:
        super().__init__(message)


class EngineRefused(WriteError):
    """The engine behind the service did not take what was to be written there.

    Attributes:
        reason: its words.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(f"The engine behind this service did not take it ({reason}).")
        self.reason = reason


class EngineOutOfStep(WriteError):
    """The engine behind the service holds another version than this home."""

    def __init__(self) -> None:
        super().__init__(
            "The engine behind this service holds another version of the graph than this home; "
            "whoever runs it brings it up to date with `clustergraph publish`."
        )
