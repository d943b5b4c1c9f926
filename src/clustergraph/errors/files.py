"""Files of the user, the ontology and the gazetteer that are not what they should be."""

from collections.abc import Sequence

from clustergraph.errors.root import ClusterGraphError, LocatedError

__all__ = [
    "BadCuration",
    "BadDocuments",
    "CurationError",
    "DocumentError",
    "GazetteerError",
    "GoldError",
    "LinksError",
    "OntologyError",
    "RegistryError",
    "RuleError",
    "StaleDecision",
    "UnreadableDocument",
    "UnsupportedDocument",
]


class DocumentError(LocatedError):
    """A document can't become part of the graph; its location is the path as given."""


class UnreadableDocument(DocumentError):
    """The file is missing, empty, too large, broken, locked, or in a charset that nothing tells."""


class UnsupportedDocument(DocumentError):
    """The file is of a kind that is not read."""


class BadDocuments(ClusterGraphError):
    """Some documents of a folder can't be read, so nothing was published.

    Attributes:
        documents: what is wrong with each.
    """

    def __init__(self, documents: Sequence[DocumentError]) -> None:
        super().__init__(_nothing_published(documents, "document", "can't be read"))
        self.documents = tuple(documents)


class RegistryError(LocatedError):
    """A line of the registry can't be read."""


class CurationError(LocatedError):
    """A decision of a curator can't be carried out as it is written."""


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


class LinksError(LocatedError):
    """A table of links can't be read, or links what can't be linked."""


class OntologyError(LocatedError):
    """A file of the ontology can't be read, or says what it may not."""


class GoldError(LocatedError):
    """A gold annotation can't be read."""


def _nothing_published(errors: Sequence[LocatedError], what: str, fault: str) -> str:
    lines = "\n  ".join(str(error) for error in errors)
    count = f"{len(errors)} {what}{'s' if len(errors) > 1 else ''}"
    cure = "mend them, or leave them out with --skip-bad"
    return f"Nothing was published, {count} {fault} ({cure}):\n  {lines}"
