"""Every error that ClusterGraph raises on purpose; none of them knows HTTP or exit codes.

::

    ClusterGraphError
    │                            files: what stands in a file
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
    │                            building: a graph that can't be made
    ├── RunawayPattern           a pattern of a language comes to no end on a sentence
    ├── InconsistentGraph        a mapper broke its promise (our bug, not the user's)
    ├── GraphNotValid            the graph breaks the rules of its shapes
    ├── NotForgettable           what is to be forgotten is not clear, not known, or forgotten
    ├── ForgettingPending        what is to be forgotten is noted, but no version was made yet
    │                            storing: a home and its versions
    ├── StoreError
    │   ├── VersionMissing
    │   ├── TellsForgotten       it tells of what was forgotten since, and can't be current again
    │   ├── VersionNeeded        it is the current one, and can't be removed
    │   ├── BadArchive           a file holds no version, or not as it was exported
    │   ├── HomeInUse            there is a graph already where an empty one is to be
    │   └── HomeNotWritable
    │                            querying: a query that gets no answer
    ├── QueryError
    │   ├── MalformedQuery       the text is not SPARQL (line, column)
    │   ├── UnsupportedQuery     the text is SPARQL that the engine can't run, or not in this format
    │   │   └── ServiceFailed    another endpoint that it calls gives no answer
    │   ├── RefusedQuery         the text is SPARQL that this service does not run
    │   ├── EngineAway           the engine behind the service can't be reached
    │   ├── EngineFailed         it gave no answer, or another one than was asked for
    │   ├── AnswerTooLarge       the answer is longer than an answer may be
    │   ├── QueryTooLarge        the text is past a limit of size or nesting
    │   ├── QueryTimedOut
    │   ├── QueryOutOfMemory
    │   ├── ReaderLost           the process that ran the query died of it
    │   ├── TooBusy              no reader is free and the queue is full
    │   └── UnknownQuery         no such name in the catalogue
    │                            writing: a write that is not carried out
    ├── WriteError
    │   ├── BadUpdate            the text is no SPARQL Update that can be run (line, column)
    │   │   └── VariableGraph    it writes to a graph that only its WHERE would name
    │   ├── RefusedUpdate        this service never runs it
    │   ├── BadContent           what was sent is not RDF in the format that was said
    │   ├── UnsupportedContent   it is in a format that can't be read
    │   ├── ContentTooLarge
    │   ├── NoToken
    │   ├── UnknownToken
    │   ├── NotAllowed           the token does not allow it (scope)
    │   ├── ProtectedGraph       a graph that the build makes
    │   ├── GraphNotYours        a graph that the token is not for
    │   ├── SaysWithheld         it is about what was withdrawn
    │   ├── RulesBroken          it breaks the rules of the ontology
    │   ├── StateChanged         the graph has changed since the writer looked
    │   ├── KeyReused            an Idempotency-Key came before with another request
    │   ├── OthersWrite          somebody else writes
    │   ├── WriteTimedOut
    │   ├── WriterLost           the process that writes died of it
    │   ├── EngineRefused        the engine behind the service did not take it
    │   └── EngineOutOfStep      that engine holds another version
    │                            asking: what somebody asks for
    ├── AmbiguousName            a name was given that several things bear
    ├── AskedTooOften            one client asked more than its share
    ├── BatchTimedOut            many things at once took too long together
    ├── DoesNotHold              a statement that no document makes and that follows from none
    ├── NotFound                 no such entity, document, term …
    │   ├── DumpsMissing         the version was made without files to download
    │   ├── UnknownGraph         no such named graph
    │   ├── UnknownRelease       no such version of the ontology
    │   └── UnknownVersion       there never was such a version of the graph
    ├── Gone                     it was here once and was removed
    │   ├── VersionPruned        a version that can't be compared with any more
    │   └── Withdrawn            because somebody asked for it
    ├── InvalidParameter         a parameter of a request has a value that can't be
    ├── MalformedJson            what was sent is no JSON, or none that can be answered
    ├── NotAcceptable            no offered format suits the client
    ├── TooManyAtOnce            one request asks for more than one may
    ├── TooManyBatches           others are worked on, and too many wait
    │                            calling: a service over HTTP that is asked by our client
    ├── CallFailed
    │   ├── NoAnswer             it can't be reached, is too slow, or broke off
    │   ├── AnswerTooLong        the client takes no more of it
    │   ├── StrangeAnswer        another program seems to answer there
    │   └── CallRefused          it answered with a problem (status, kind, detail)
    │       ├── NotThere
    │       ├── NoLongerThere
    │       └── ComeBackLater
    │                            surroundings: the machine, its settings and packages
    ├── MissingExtra             a package that only some work needs is not installed
    ├── OutputNotWritable        a command can't write where it was told to
    ├── SettingsError            a setting has a value that can't be
    └── AddressNotFree           the service can't listen where it should

Each holds its data as attributes and builds one sentence: what, where, what to do.
"""

from clustergraph.errors.asking import (
    AmbiguousName,
    AskedTooOften,
    BatchTimedOut,
    DoesNotHold,
    DumpsMissing,
    Gone,
    InvalidParameter,
    MalformedJson,
    NotAcceptable,
    NotFound,
    TooManyAtOnce,
    TooManyBatches,
    UnknownGraph,
    UnknownRelease,
    UnknownVersion,
    VersionPruned,
    Withdrawn,
)
from clustergraph.errors.building import (
    ForgettingPending,
    GraphNotValid,
    InconsistentGraph,
    NotForgettable,
    RunawayPattern,
)
from clustergraph.errors.calling import (
    AnswerTooLong,
    CallFailed,
    CallRefused,
    ComeBackLater,
    NoAnswer,
    NoLongerThere,
    NotThere,
    StrangeAnswer,
)
from clustergraph.errors.files import (
    BadCuration,
    BadDocuments,
    CurationError,
    DocumentError,
    GazetteerError,
    GoldError,
    LinksError,
    OntologyError,
    RegistryError,
    RuleError,
    StaleDecision,
    UnreadableDocument,
    UnsupportedDocument,
)
from clustergraph.errors.querying import (
    AnswerTooLarge,
    EngineAway,
    EngineFailed,
    MalformedQuery,
    QueryError,
    QueryOutOfMemory,
    QueryTimedOut,
    QueryTooLarge,
    ReaderLost,
    RefusedQuery,
    ServiceFailed,
    TooBusy,
    UnknownQuery,
    UnsupportedQuery,
)
from clustergraph.errors.root import ClusterGraphError, LocatedError
from clustergraph.errors.storing import (
    BadArchive,
    HomeInUse,
    HomeNotWritable,
    StoreError,
    TellsForgotten,
    VersionMissing,
    VersionNeeded,
)
from clustergraph.errors.surroundings import (
    AddressNotFree,
    MissingExtra,
    OutputNotWritable,
    SettingsError,
)
from clustergraph.errors.writing import (
    BadContent,
    BadUpdate,
    ContentTooLarge,
    EngineOutOfStep,
    EngineRefused,
    GraphNotYours,
    KeyReused,
    NotAllowed,
    NoToken,
    OthersWrite,
    ProtectedGraph,
    RefusedUpdate,
    RulesBroken,
    SaysWithheld,
    StateChanged,
    UnknownToken,
    UnsupportedContent,
    VariableGraph,
    WriteError,
    WriterLost,
    WriteTimedOut,
)

__all__ = [
    "AddressNotFree",
    "AmbiguousName",
    "AnswerTooLarge",
    "AnswerTooLong",
    "AskedTooOften",
    "BadArchive",
    "BadContent",
    "BadCuration",
    "BadDocuments",
    "BadUpdate",
    "BatchTimedOut",
    "CallFailed",
    "CallRefused",
    "ClusterGraphError",
    "ComeBackLater",
    "ContentTooLarge",
    "CurationError",
    "DocumentError",
    "DoesNotHold",
    "DumpsMissing",
    "EngineAway",
    "EngineFailed",
    "EngineOutOfStep",
    "EngineRefused",
    "ForgettingPending",
    "GazetteerError",
    "GoldError",
    "Gone",
    "GraphNotValid",
    "GraphNotYours",
    "HomeInUse",
    "HomeNotWritable",
    "InconsistentGraph",
    "InvalidParameter",
    "KeyReused",
    "LinksError",
    "LocatedError",
    "MalformedJson",
    "MalformedQuery",
    "MissingExtra",
    "NoAnswer",
    "NoLongerThere",
    "NoToken",
    "NotAcceptable",
    "NotAllowed",
    "NotForgettable",
    "NotFound",
    "NotThere",
    "OntologyError",
    "OthersWrite",
    "OutputNotWritable",
    "ProtectedGraph",
    "QueryError",
    "QueryOutOfMemory",
    "QueryTimedOut",
    "QueryTooLarge",
    "ReaderLost",
    "RefusedQuery",
    "RefusedUpdate",
    "RegistryError",
    "RuleError",
    "RulesBroken",
    "RunawayPattern",
    "SaysWithheld",
    "ServiceFailed",
    "SettingsError",
    "StaleDecision",
    "StateChanged",
    "StoreError",
    "StrangeAnswer",
    "TellsForgotten",
    "TooBusy",
    "TooManyAtOnce",
    "TooManyBatches",
    "UnknownGraph",
    "UnknownQuery",
    "UnknownRelease",
    "UnknownToken",
    "UnknownVersion",
    "UnreadableDocument",
    "UnsupportedContent",
    "UnsupportedDocument",
    "UnsupportedQuery",
    "VariableGraph",
    "VersionMissing",
    "VersionNeeded",
    "VersionPruned",
    "Withdrawn",
    "WriteError",
    "WriteTimedOut",
    "WriterLost",
]
