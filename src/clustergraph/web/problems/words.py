"""What pages say of each kind of problem: what is wrong, and what one can do; no HTTP is done here.

What an error itself says is English and made for programs; it stands below these words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from clustergraph.web.wording import message

__all__ = ["PROBLEM_WORDS", "ProblemWords", "problem_words"]


@dataclass(frozen=True, slots=True)
class ProblemWords:
    """Messages about a kind of problem: a title, what is wrong, and what to do about it."""

    title: str
    meaning: str
    advice: str


_ASK_LESS: Final = message(
    "Add a LIMIT, make the patterns more selective, or download the whole graph and ask it at home."
)
_LATER: Final = message("Ask again a little later.")
_NEARBY: Final = message(
    "The address may be misspelled, or belong to another version of the graph. Search for the name."
)

PROBLEM_WORDS: Final[Mapping[str, ProblemWords]] = {
    "not-found": ProblemWords(
        message("There is nothing at this address"),
        message("This version of the graph has nothing that is called so."),
        _NEARBY,
    ),
    "unknown-query": ProblemWords(
        message("There is no such question"),
        message("No question that this graph answers bears that name."),
        message("All questions stand on a page of their own."),
    ),
    "unknown-graph": ProblemWords(
        message("There is no such graph"),
        message("This version holds no named graph of that address."),
        message("The page of the dataset lists the graphs that there are."),
    ),
    "unknown-release": ProblemWords(
        message("There is no such version of the ontology"),
        message("The ontology never had that version, or it is not kept."),
        message("The page of the ontology lists all its versions."),
    ),
    "unknown-version": ProblemWords(
        message("There never was such a version"),
        message("No version of the graph has ever had that name."),
        message("The page of the dataset lists the versions that are kept."),
    ),
    "dumps-missing": ProblemWords(
        message("There are no files to download"),
        message("This version was made without files to download."),
        message("Take the files of another version, or ask in SPARQL for what you need."),
    ),
    "does-not-hold": ProblemWords(
        message("This is not said here"),
        message("No document makes this statement, and it does not follow from others."),
        message("It may have been said by a document that was removed or corrected since."),
    ),
    "gone": ProblemWords(
        message("This was here once"),
        message("It was removed, since no document supports it any more."),
        message("What is known now may be found by its name."),
    ),
    "withdrawn": ProblemWords(
        message("This was taken down"),
        message("Somebody asked that it be forgotten, and later versions keep it out."),
        message("Nothing more can be told of it here."),
    ),
    "version-pruned": ProblemWords(
        message("This version is not kept any more"),
        message("What changed since then can’t be told."),
        message("Begin again from a download of the whole."),
    ),
    "ambiguous-name": ProblemWords(
        message("Several things are called so"),
        message("The name that was given belongs to more than one thing."),
        message("Give one of those that the message names instead."),
    ),
    "invalid-parameter": ProblemWords(
        message("Part of the address can’t be understood"),
        message("One of the values after the question mark can’t be."),
        message("The message says what it may be. Without it the page shows what it usually does."),
    ),
    "invalid-request": ProblemWords(
        message("The request can’t be understood"),
        message("Something that was sent is missing, or is not what it should be."),
        message("The message says what is wrong; the page of the API tells what each call takes."),
    ),
    "malformed-json": ProblemWords(
        message("What was sent can’t be read"),
        message("It should be JSON, and is not, or none that can be answered."),
        message("The message says where reading it ended."),
    ),
    "malformed-query": ProblemWords(
        message("The query is not SPARQL"),
        message("The text breaks the grammar of SPARQL."),
        message("The message says where; the examples beside the form may help."),
    ),
    "unsupported-query": ProblemWords(
        message("The query can’t be answered"),
        message("It is SPARQL, but uses something that this service does not run."),
        message("The message says what that is."),
    ),
    "service-failed": ProblemWords(
        message("Another endpoint gives no answer"),
        message("The query calls another endpoint, and that one failed."),
        message("Ask again later, or ask without it."),
    ),
    "refused-query": ProblemWords(
        message("This service does not run such queries"),
        message("The query would change the graph, or make this server call others."),
        message("Run it at home, on a download of the graph."),
    ),
    "query-too-large": ProblemWords(
        message("The query is too large"),
        message("It is longer, or nested deeper, than a public query may be."),
        message("Ask in several smaller queries."),
    ),
    "query-timed-out": ProblemWords(
        message("The query took too long"),
        message("It was stopped before its answer was complete."),
        _ASK_LESS,
    ),
    "query-out-of-memory": ProblemWords(
        message("The query needs too much memory"),
        message("It was stopped, since one query may not take the memory of the others."),
        _ASK_LESS,
    ),
    "answer-too-large": ProblemWords(
        message("The answer is too large"),
        message("It is longer than one answer may be."),
        _ASK_LESS,
    ),
    "reader-lost": ProblemWords(
        message("The query got no answer"),
        message("What ran it broke off. The service goes on; other queries are not touched."),
        _ASK_LESS,
    ),
    "engine-away": ProblemWords(
        message("The query got no answer"),
        message("The engine that answers queries for this service can't be reached now."),
        _LATER,
    ),
    "engine-failed": ProblemWords(
        message("The query got no answer"),
        message("The engine that answers queries for this service gave none."),
        _ASK_LESS,
    ),
    "too-busy": ProblemWords(
        message("Too many are asking at once"),
        message("Everything that could answer is busy, and enough others are waiting."),
        _LATER,
    ),
    "too-many-batches": ProblemWords(
        message("Too many are asking at once"),
        message("Everything that could answer is busy, and enough others are waiting."),
        _LATER,
    ),
    "asked-too-often": ProblemWords(
        message("Too many requests"),
        message("More requests came from your address than one client may make."),
        _LATER,
    ),
    "batch-timed-out": ProblemWords(
        message("The batch took too long"),
        message("It was given up, and nothing of it is answered."),
        message("Send fewer items at once, or shorter ones."),
    ),
    "too-many-at-once": ProblemWords(
        message("Too much at once"),
        message("One request asks for more than one request may."),
        message("Send several requests."),
    ),
    "not-acceptable": ProblemWords(
        message("There is no such format"),
        message("What is here can’t be had in the format that was asked for."),
        message("The message lists the formats there are."),
    ),
    "version-missing": ProblemWords(
        message("There is no graph yet"),
        message("The service runs, and has nothing to answer from."),
        message("Whoever runs it builds the graph with “clustergraph build”."),
    ),
    "bad-update": ProblemWords(
        message("The update can’t be run"),
        message("The text breaks the grammar of SPARQL Update, or asks for what no update can do."),
        message("The message says what is wrong, and where."),
    ),
    "variable-graph": ProblemWords(
        message("The update does not say where it writes"),
        message("Which graphs an update writes to must stand in its text."),
        message("Name the graph, or send one update for each."),
    ),
    "bad-content": ProblemWords(
        message("What was sent can’t be read"),
        message("It is not RDF in the format that the request says."),
        message("The message says where reading it ended."),
    ),
    "unsupported-content": ProblemWords(
        message("What was sent can’t be read"),
        message("It is in a format that this service does not know."),
        message("The message lists the formats that it takes."),
    ),
    "content-too-large": ProblemWords(
        message("Too much at once"),
        message("More was sent than one write may hold."),
        message("Send several requests."),
    ),
    "no-token": ProblemWords(
        message("Writing needs a token"),
        message("The request does not say who is writing."),
        message("Whoever runs this service gives tokens to those who may write."),
    ),
    "unknown-token": ProblemWords(
        message("This token is not known"),
        message("It is misspelled, or was taken back."),
        message("Whoever runs this service gives tokens to those who may write."),
    ),
    "not-allowed": ProblemWords(
        message("This token does not allow that"),
        message("It is known here, but not for what the request asks."),
        message("Whoever runs this service can give you another one."),
    ),
    "graph-not-yours": ProblemWords(
        message("This token is not for that graph"),
        message("It allows writing to other graphs."),
        message("Whoever runs this service can give you another one."),
    ),
    "protected-graph": ProblemWords(
        message("This graph is made from documents"),
        message("What stands in it follows from them, so nobody writes there."),
        message("Write to a graph of your own, or report the error."),
    ),
    "refused-update": ProblemWords(
        message("This service does not run such updates"),
        message("The update would make this server call others, or touch what documents say."),
        message("The message says what that is. Send the triples themselves."),
    ),
    "says-withheld": ProblemWords(
        message("Nothing may be written about this"),
        message("Somebody asked that it be forgotten, and it is kept out."),
        message("Leave it out, and send the rest."),
    ),
    "rules-broken": ProblemWords(
        message("What would be written breaks the rules"),
        message("The graph keeps to the rules of its ontology, and this does not."),
        message("The message says which rule, and of what. Nothing has changed."),
    ),
    "state-changed": ProblemWords(
        message("The graph has changed meanwhile"),
        message("It is not in the state any more that the request wants to change."),
        message("Read it again, and send the change for what it is now."),
    ),
    "key-reused": ProblemWords(
        message("This key was used before"),
        message("Another request came with the same Idempotency-Key."),
        message("Take a new key for each write."),
    ),
    "others-write": ProblemWords(
        message("Somebody else is writing"),
        message("One writes at a time, and it took too long."),
        message("Send the same again a little later."),
    ),
    "write-timed-out": ProblemWords(
        message("The write took too long"),
        message("It was stopped, and nothing has changed."),
        message("Write less at once, or make the patterns more selective."),
    ),
    "writer-lost": ProblemWords(
        message("The write broke off"),
        message("What ran it ended, and nothing has changed."),
        message("Write less at once, or in a simpler way."),
    ),
    "engine-refused": ProblemWords(
        message("What holds the graph did not take it"),
        message("An engine behind this service refused the change, so nothing has changed."),
        message("The message has its words."),
    ),
    "engine-out-of-step": ProblemWords(
        message("The graph can’t be written now"),
        message("An engine behind this service holds another version of it."),
        message("Whoever runs this service brings it up to date."),
    ),
    "home-not-writable": ProblemWords(
        message("There is no room for it"),
        message("What was sent can’t be stored, and nothing has changed. It has been noted."),
        message("Send the same again later."),
    ),
    "internal-error": ProblemWords(
        message("Something went wrong in this service"),
        message("It has been noted. Your request was not at fault."),
        message("Ask again later, or go on from the start page."),
    ),
}
"""By the name at the end of a problem's type."""

_BY_STATUS: Final[Mapping[HTTPStatus, ProblemWords]] = {
    HTTPStatus.NOT_FOUND: ProblemWords(
        message("There is no such page"),
        message("Nothing is at this address."),
        _NEARBY,
    ),
    HTTPStatus.METHOD_NOT_ALLOWED: ProblemWords(
        message("This can’t be done here"),
        message("The address is right, but not for this kind of request."),
        message("The message says what the address takes."),
    ),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: ProblemWords(
        message("Too much at once"),
        message("One request asks for more than one request may."),
        message("Send several requests."),
    ),
}
"""Of problems that have no type of their own, by their status."""
_OF_REQUEST: Final = ProblemWords(
    message("The request can’t be answered"),
    message("Something about it is not as it should be."),
    message("The message says what that is."),
)
_OF_SERVICE: Final = PROBLEM_WORDS["internal-error"]


def problem_words(name: str, status: HTTPStatus) -> ProblemWords:
    """Return what is said of a problem of that name, or, where none is known, of its status.

    >>> from http import HTTPStatus
    >>> problem_words("gone", HTTPStatus.GONE).title
    'This was here once'
    >>> problem_words("about:blank", HTTPStatus.IM_A_TEAPOT).title
    'The request can’t be answered'
    """
    if name in PROBLEM_WORDS:
        return PROBLEM_WORDS[name]
    return _BY_STATUS.get(status) or (_OF_SERVICE if status >= 500 else _OF_REQUEST)
