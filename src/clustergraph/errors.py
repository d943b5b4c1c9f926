"""Every error that ClusterGraph raises on purpose; none of them knows HTTP or exit codes.

::

    ClusterGraphError
    ├── LocatedError             something is wrong at one place of the user's files
    │   ├── DocumentError        a document that can't be read
    │   │   ├── UnreadableDocument
    │   │   └── UnsupportedDocument
    │   ├── RegistryError        the registry file is not what it should be
    │   ├── CurationError        a decision of a curator can't be carried out
    │   │   └── StaleDecision    it no longer finds what it was made about
    │   ├── RuleError            a rule of inference can't be run, or comes to no end
    │   ├── GazetteerError       a table of the gazetteer is not what it should be
    │   ├── LinksError           a table of links is not what it should be
    │   ├── OntologyError        a file of the ontology is not what it should be
    │   └── GoldError            a gold annotation is not what it should be
    ├── BadDocuments             the documents of a folder that can't be read
    ├── BadCuration              the decisions that can't be carried out
    ├── InconsistentGraph        a mapper broke its promise (our bug, not the user's)
    ├── GraphNotValid            the graph breaks the rules of its shapes
    ├── MissingExtra             a package that only some work needs is not installed
    ├── QueryError
    │   ├── MalformedQuery       the text is not SPARQL (line, column)
    │   ├── UnsupportedQuery     the text is SPARQL that the engine can't run, or not in this format
    │   │   └── ServiceFailed    another endpoint that it calls gives no answer
    │   ├── RefusedQuery         the text is SPARQL that this service does not run
    │   ├── QueryTooLarge        the text is past a limit of size or nesting
    │   ├── QueryTimedOut
    │   ├── QueryOutOfMemory
    │   ├── ReaderLost           the process that ran the query died of it
    │   ├── TooBusy              no reader is free and the queue is full
    │   └── UnknownQuery         no such name in the catalogue
    ├── StoreError
    │   ├── VersionMissing
    │   ├── VersionNeeded        it is the current one, and can't be removed
    │   └── HomeNotWritable
    ├── AmbiguousName            a name was given that several things bear
    ├── DoesNotHold              a statement that no document makes and that follows from none
    ├── NotFound                 no such entity, document, term …
    │   └── DumpsMissing         the version was made without files to download
    │   └── UnknownRelease       no such version of the ontology
    ├── Gone                     it was here once and was removed
    │   └── Withdrawn            because somebody asked for it
    ├── NotForgettable           what is to be forgotten is not clear, not known, or forgotten
    ├── ForgettingPending        what is to be forgotten is noted, but no version was made yet
    ├── InvalidParameter         a parameter of a request has a value that can't be
    ├── OutputNotWritable        a command can't write where it was told to
    ├── SettingsError            a setting has a value that can't be
    ├── AddressNotFree           the service can't listen where it should
    └── NotAcceptable            no offered format suits the client

Each holds its data as attributes and builds one sentence: what, where, what to do.
"""

from collections.abc import Sequence

__all__ = [
    "AddressNotFree",
    "AmbiguousName",
    "BadCuration",
    "BadDocuments",
    "ClusterGraphError",
    "CurationError",
    "DocumentError",
    "DoesNotHold",
    "DumpsMissing",
    "ForgettingPending",
    "GazetteerError",
    "GoldError",
    "Gone",
    "GraphNotValid",
    "HomeNotWritable",
    "InconsistentGraph",
    "InvalidParameter",
    "LinksError",
    "LocatedError",
    "MalformedQuery",
    "MissingExtra",
    "NotAcceptable",
    "NotForgettable",
    "NotFound",
    "OntologyError",
    "OutputNotWritable",
    "QueryError",
    "QueryOutOfMemory",
    "QueryTimedOut",
    "QueryTooLarge",
    "ReaderLost",
    "RefusedQuery",
    "RegistryError",
    "RuleError",
    "RunawayPattern",
    "ServiceFailed",
    "SettingsError",
    "StaleDecision",
    "StoreError",
    "TooBusy",
    "UnknownQuery",
    "UnknownRelease",
    "UnreadableDocument",
    "UnsupportedDocument",
    "UnsupportedQuery",
    "VersionMissing",
    "VersionNeeded",
    "Withdrawn",
]

_FIRST_VIOLATIONS = 3
"""How many violations a message tells."""


class ClusterGraphError(Exception):
    """The root of all errors raised on purpose."""


class LocatedError(ClusterGraphError):
    """Something is wrong at one place of the user's files.

    Attributes:
        location: the file, or file and line.
        reason: what is wrong and what to do, without the location.
    """

    def __init__(self, location: str, reason: str) -> None:
        super().__init__(f"{location}: {reason}")
        self.location = location
        self.reason = reason


class DocumentError(LocatedError):
    """A document can't become part of the graph; its location is the path as given."""


class UnreadableDocument(DocumentError):
    """The file is missing, empty, too large, broken, locked, or in a charset that nothing tells."""


class UnsupportedDocument(DocumentError):
    """The file is of a kind that is not read."""


class RunawayPattern(ClusterGraphError):
    """A pattern of a language pack took far too long on one sentence.

    Attributes:
        pattern: the id of the cue that has it.
    """

    def __init__(self, pattern: str, sentence: str) -> None:
        super().__init__(
            f"the pattern of {pattern} comes to no end on {sentence[:60]!r}; report it, or leave "
            "the sentence out."
        )
        self.pattern = pattern


class BadDocuments(ClusterGraphError):
    """Some documents of a folder can't be read, so nothing was published.

    Attributes:
        documents: what is wrong with each.
    """

    def __init__(self, documents: Sequence[DocumentError]) -> None:
        super().__init__(_nothing_published(documents, "document", "can't be read"))
        self.documents = tuple(documents)


def _nothing_published(errors: Sequence[LocatedError], what: str, fault: str) -> str:
    lines = "\n  ".join(str(error) for error in errors)
    count = f"{len(errors)} {what}{'s' if len(errors) > 1 else ''}"
    cure = "mend them, or leave them out with --skip-bad"
    return f"Nothing was published, {count} {fault} ({cure}):\n  {lines}"


class InconsistentGraph(ClusterGraphError):
    """What a mapper returned contradicts itself, its document or the ontology."""


class GraphNotValid(ClusterGraphError):
    """The graph breaks the rules of its shapes; nothing was published.

    Attributes:
        violations: what is wrong, each of which ``str`` says in one sentence.
    """

    def __init__(self, violations: Sequence[object]) -> None:
        first = "\n  ".join(str(violation) for violation in violations[:_FIRST_VIOLATIONS])
        count = f"{len(violations)} time{'s' if len(violations) > 1 else ''}"
        more = len(violations) - _FIRST_VIOLATIONS
        rest = f"\n  … and {more} more." if more > 0 else ""
        super().__init__(
            f"Nothing was published, the graph breaks its own rules {count}:\n  {first}{rest}"
        )
        self.violations = tuple(violations)


class RegistryError(LocatedError):
    """A line of the registry can't be read."""


class CurationError(LocatedError):
    """A decision of a curator can't be carried out as it is written."""


class LinksError(LocatedError):
    """A table of links can't be read, or links what can't be linked."""


class StaleDecision(CurationError):
    """A decision no longer finds what it was made about; it is reported and stops nothing."""


class BadCuration(ClusterGraphError):
    """Some decisions can't be carried out; nothing was published.

    Attributes:
        decisions: what is wrong, in the order of the files and their lines.
    """

    def __init__(self, decisions: Sequence[CurationError]) -> None:
        super().__init__(_nothing_published(decisions, "decision", "can't be carried out"))
        self.decisions = tuple(decisions)


class RuleError(LocatedError):
    """A rule of inference can't be run, adds what it must not, or comes to no end."""


class GazetteerError(LocatedError):
    """A table of the gazetteer can't be read."""


class OntologyError(LocatedError):
    """A file of the ontology can't be read, or says what it may not."""


class GoldError(LocatedError):
    """A gold annotation can't be read."""


class MissingExtra(ClusterGraphError):
    """Work was asked for that needs a package of an extra.

    Attributes:
        package: what is missing.
        extra: the extra that brings it.
    """

    def __init__(self, work: str, *, package: str, extra: str) -> None:
        cure = f"pip install 'clustergraph[{extra}]'"
        super().__init__(f"{work} needs {package}; install it with: {cure}")
        self.package = package
        self.extra = extra


class QueryError(ClusterGraphError):
    """A query got no answer."""


class MalformedQuery(QueryError):
    """The text is not SPARQL.

    Attributes:
        line: from 1, or None where the parser does not say.
        column: from 1, or None.
        reason: the parser's words.
    """

    def __init__(self, reason: str, *, line: int | None = None, column: int | None = None) -> None:
        where = f" at line {line}, column {column}" if line is not None else ""
        super().__init__(f"The query is not SPARQL{where}: {reason}")
        self.reason = reason
        self.line = line
        self.column = column


class UnsupportedQuery(QueryError):
    """The text is SPARQL that the engine can't run, or whose answer the format can't hold.

    Attributes:
        reason: the engine's words.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(f"The query can't be answered: {reason}")
        self.reason = reason


class ServiceFailed(UnsupportedQuery):
    """Another endpoint, which the query calls by SERVICE, gives no answer."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"it calls another endpoint, which gives no answer: {reason}.")


class RefusedQuery(QueryError):
    """The text is SPARQL that this service never runs, such as SERVICE or LOAD."""


class QueryTooLarge(QueryError):
    """The text is past a limit of size, nesting or number of patterns.

    Attributes:
        what: what there is too much of.
        limit: how much there may be.
    """

    def __init__(self, what: str, limit: int) -> None:
        super().__init__(f"The query has more than {limit} {what}.")
        self.what = what
        self.limit = limit


class QueryTimedOut(QueryError):
    """The time limit passed before the answer was there.

    Attributes:
        seconds: the limit.
    """

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"The query was stopped after {seconds:g} seconds; "
            "add a LIMIT or make its patterns more selective."
        )
        self.seconds = seconds


class QueryOutOfMemory(QueryError):
    """The query wanted more memory than one query may have."""

    def __init__(self) -> None:
        super().__init__(
            "The query wanted more memory than one query may have; "
            "add a LIMIT, or group and sort fewer rows."
        )


class ReaderLost(QueryError):
    """The process that ran the query died; the service goes on with a new one."""


class TooBusy(QueryError):
    """All readers are taken and the queue is full.

    Attributes:
        retry_after_seconds: when it makes sense to ask again.
    """

    def __init__(self, retry_after_seconds: int) -> None:
        super().__init__(f"All query readers are busy; ask again in {retry_after_seconds} seconds.")
        self.retry_after_seconds = retry_after_seconds


class UnknownQuery(QueryError):
    """No query of the catalogue bears that name.

    Attributes:
        name: the name asked for.
        known: the names there are.
    """

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(f"There is no query {name!r}; there are {', '.join(known)}.")
        self.name = name
        self.known = tuple(known)


class StoreError(ClusterGraphError):
    """The store can't do what was asked."""


class VersionMissing(StoreError):
    """The home holds no such version, or none at all."""


class VersionNeeded(StoreError):
    """A version that is to be removed is the current one.

    Attributes:
        id: its id.
    """

    def __init__(self, id_: str) -> None:
        super().__init__(
            f"The version {id_} is the current one and stays; "
            "`clustergraph versions rollback` makes another one current."
        )
        self.id = id_


class HomeNotWritable(StoreError):
    """The folder that should hold the graph can't be written.

    Attributes:
        path: the folder.
        reason: the system's words.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"The folder {path} can't be written ({reason}); choose another --home.")
        self.path = path
        self.reason = reason


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


class NotForgettable(ClusterGraphError):
    """What somebody asked to be forgotten is not clear, not known, or forgotten already."""


class ForgettingPending(ClusterGraphError):
    """What is to be forgotten is noted, but no version without it could be made.

    Attributes:
        noted: the file that holds the decision.
    """

    def __init__(self, noted: str, cause: Exception) -> None:
        super().__init__(
            f"The decision is noted in {noted} and every later build will keep to it, but this "
            f"build failed, so the current version still tells it: {cause}"
        )
        self.noted = noted


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


class OutputNotWritable(ClusterGraphError):
    """What a command found can't be written where it was told to.

    Attributes:
        path: the file or folder.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path} can't be written ({reason}); choose another --out.")
        self.path = path


class SettingsError(ClusterGraphError):
    """A setting has a value that can't be.

    Attributes:
        variable: its name in the environment.
    """

    def __init__(self, variable: str, reason: str) -> None:
        super().__init__(
            f"{variable}: {reason}; `clustergraph settings` says what each setting is for."
        )
        self.variable = variable


class AddressNotFree(ClusterGraphError):
    """The service can't listen on its address.

    Attributes:
        host: where it should listen.
        port: the port.
    """

    def __init__(self, host: str, port: int, reason: str) -> None:
        super().__init__(f"{host}:{port} can't be used ({reason}); choose another with --port.")
        self.host = host
        self.port = port


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
