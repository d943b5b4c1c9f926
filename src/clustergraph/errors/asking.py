"""What somebody asks for is not here, not here any more, or not asked rightly."""

from collections.abc import Sequence

from clustergraph.errors.root import ClusterGraphError

__all__ = [
    "AmbiguousName",
    "AskedTooOften",
    "BatchTimedOut",
    "DoesNotHold",
    "DumpsMissing",
    "Gone",
    "InvalidParameter",
    "MalformedJson",
    "NotAcceptable",
    "NotFound",
    "TooManyAtOnce",
    "TooManyBatches",
    "UnknownGraph",
    "UnknownRelease",
    "UnknownVersion",
    "VersionPruned",
    "Withdrawn",
]


class AmbiguousName(ClusterGraphError):
    """A thing was named by a name that several bear.

    Attributes:
        name: the name.
        candidates: what bears it, as it can be named instead.
    """

    def __init__(self, name: str, candidates: Sequence[str]) -> None:
        super().__init__(f"{name!r} may be {', '.join(candidates)}; give one of these instead.")
        self.name = name
        self.candidates = tuple(candidates)


class AskedTooOften(ClusterGraphError):
    """One client asked more than its share.

    Attributes:
        limit: how many requests it may make in a window of time.
        seconds: how long a window is.
        retry_after_seconds: when the next one begins.
    """

    def __init__(self, limit: int, seconds: int, retry_after_seconds: int) -> None:
        super().__init__(
            f"More than {limit} requests came from this client in {seconds} seconds, "
            f"of which long ones count as several; ask again in {retry_after_seconds} seconds."
        )
        self.limit = limit
        self.seconds = seconds
        self.retry_after_seconds = retry_after_seconds


class BatchTimedOut(ClusterGraphError):
    """Many things were asked for in one request, and took too long together.

    Attributes:
        seconds: how long they may take.
    """

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"The batch was given up after {seconds:g} seconds, and nothing of it is answered; "
            "send fewer items at once, or shorter ones."
        )
        self.seconds = seconds


class DoesNotHold(ClusterGraphError):
    """A statement was asked for that is not in the graph.

    Attributes:
        statement: it, in words.
        reason: what is known about it, a sentence.
    """

    def __init__(self, statement: str, reason: str) -> None:
        super().__init__(f"{statement} does not hold: {reason}")
        self.statement = statement
        self.reason = reason


class NotFound(ClusterGraphError):
    """Nothing in this version bears that IRI or name.

    Attributes:
        name: the IRI or name.
    """

    def __init__(self, name: str) -> None:
        super().__init__(f"Nothing here is called {name}.")
        self.name = name


class UnknownGraph(NotFound):
    """The version holds no graph of that name.

    Attributes:
        name: the IRI of the graph.
    """

    def __init__(self, name: str) -> None:
        ClusterGraphError.__init__(self, f"There is no graph {name} here.")
        self.name = name


class UnknownRelease(NotFound):
    """The ontology never had that version, or it is not kept.

    Attributes:
        name: the version asked for.
        known: the versions there are.
    """

    def __init__(self, name: str, known: Sequence[str]) -> None:
        ClusterGraphError.__init__(
            self, f"There is no version {name} of the ontology; there are {', '.join(known)}."
        )
        self.name = name
        self.known = tuple(known)


class UnknownVersion(NotFound):
    """There never was a version of the graph with that id.

    Attributes:
        name: what was asked for.
        known: the ids of the versions that are kept.
    """

    def __init__(self, name: str, known: Sequence[str]) -> None:
        message = f"There never was a version {name[:60]!r} of this graph; {_kept(known)}"
        ClusterGraphError.__init__(self, message)
        self.name = name
        self.known = tuple(known)


class DumpsMissing(NotFound):
    """A version has no files to download: it was made before there were any.

    Attributes:
        name: its id.
    """

    def __init__(self, version: str) -> None:
        ClusterGraphError.__init__(
            self,
            f"The version {version} has no files to download; `clustergraph build` makes one that "
            "has, and `clustergraph export` writes them for this one.",
        )
        self.name = version


class Gone(ClusterGraphError):
    """It was here once, and no document supports it any more.

    Attributes:
        iri: its address.
    """

    def __init__(self, iri: str) -> None:
        super().__init__(f"{iri} was removed: no document supports it any more.")
        self.iri = iri


class VersionPruned(Gone):
    """A version of the graph can't be compared with, since it is not kept any more.

    Or it tells of what was taken down since, and is kept as little for those who ask.

    Attributes:
        name: its id.
        known: the ids of the versions that can be compared with.
    """

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(name)
        told = f"What changed since the version {name} can't be told any more"
        self.args = (f"{told}; {_kept(known)} Begin again from a download of the whole.",)
        self.name = name
        self.known = tuple(known)


class Withdrawn(Gone):
    """It was here once, and somebody asked that it be forgotten.

    The message does not repeat the address, which may hold a name.

    Attributes:
        why: the reason given; empty where there is none.
    """

    def __init__(self, iri: str, why: str = "") -> None:
        super().__init__(iri)
        reason = f" The reason given: {why}" if why else ""
        self.args = (f"What was told here was taken down, and later versions keep it out.{reason}",)
        self.why = why


class InvalidParameter(ClusterGraphError):
    """A parameter of a request has a value that can't be.

    Attributes:
        name: the parameter.
        value: what was given.
        wanted: what it may be, to follow the words "must be".
    """

    def __init__(self, name: str, value: str, wanted: str) -> None:
        super().__init__(f"{name} is {value[:100]!r}; it must be {wanted}.")
        self.name = name
        self.value = value
        self.wanted = wanted


class MalformedJson(ClusterGraphError):
    """What was sent is not JSON, or none that can be answered.

    Attributes:
        line: where it stops being JSON, counted from 1; None where it is another matter.
        column: likewise.
    """

    def __init__(self, reason: str, *, line: int | None = None, column: int | None = None) -> None:
        place = "" if line is None else f" at line {line}, column {column}"
        super().__init__(f"What was sent is not JSON that can be read{place}: {reason}")
        self.line = line
        self.column = column


class TooManyAtOnce(ClusterGraphError):
    """One request asks for more than one request may.

    Attributes:
        what: of which there are too many.
        limit: how many there may be.
    """

    def __init__(self, what: str, count: int, limit: int) -> None:
        super().__init__(
            f"There are {count} {what} in the request, and {limit} may be; send several requests."
        )
        self.what = what
        self.limit = limit


class TooManyBatches(ClusterGraphError):
    """As many batches are worked on as there may be, and too many wait.

    Attributes:
        retry_after_seconds: when it makes sense to send it again.
    """

    def __init__(self, retry_after_seconds: int) -> None:
        super().__init__(
            "Too many batches are being worked on; "
            f"send this one again in {retry_after_seconds} seconds."
        )
        self.retry_after_seconds = retry_after_seconds


class NotAcceptable(ClusterGraphError):
    """No offered media type suits the Accept header.

    Attributes:
        offers: the media types there are.
    """

    def __init__(self, accept: str, offers: Sequence[str]) -> None:
        super().__init__(
            f"Nothing here suits the Accept header {accept!r}; there are {', '.join(offers)}."
        )
        self.accept = accept
        self.offers = tuple(offers)


def _kept(known: Sequence[str]) -> str:
    return f"kept are {', '.join(known)}." if known else "none is kept."
