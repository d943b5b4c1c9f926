"""What the tools answer; their descriptions are what a model reads to understand it."""

from pydantic import BaseModel, ConfigDict, Field

__all__ = [
    "Answer",
    "Candidate",
    "Description",
    "Finding",
    "Quote",
    "Statement",
]


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True)


class Candidate(_Shape):
    """Something with a name."""

    iri: str
    label: str
    type: str = Field(description="Its class.")
    description: str = Field(default="", description="Where it lies, in a few words.")
    name: str = Field(description="The name by which it was found.")
    match: str = Field(description="How that name matches, from exact to fuzzy.")
    score: float = Field(description="How well, from 0 to 100.")


class Finding(_Shape):
    """What a search found, the best first."""

    total: int = Field(description="How many there are, shown or not.")
    results: list[Candidate]
    note: str = Field(default="", description="What to do where nothing, or too much, was found.")


class Quote(_Shape):
    """The exact words of a document."""

    words: str
    language: str
    document: str = Field(description="The IRI of the document; describe it for its title.")
    remark: str = Field(
        default="",
        description="What the words limit: planned, former, disputed, a role, a lower bound.",
    )


class Statement(_Shape):
    """One thing that is said."""

    property: str
    value: str = Field(description="A literal, or the label of the other thing.")
    iri: str = Field(default="", description="The IRI of the other thing, where it is one.")
    quotes: list[Quote] = Field(
        description="The words that say so; none where it was inferred, or only written."
    )
    written: bool = Field(
        default=False, description="Whether somebody wrote it into this graph by hand."
    )


class Description(_Shape):
    """What the documents say of one thing."""

    iri: str
    label: str
    type: str
    names: list[str]
    statements: list[Statement] = Field(description="What it is said to be, have and do.")
    incoming: list[Statement] = Field(
        description="What is said of others with regard to it: value and iri are the other thing."
    )
    inferred: list[Statement] = Field(
        description="What no document says, but what follows from several statements."
    )
    disagreements: list[str] = Field(description="Where documents contradict each other.")
    same_as: list[str] = Field(description="Its IRIs in the registers of others.")
    documents: list[str] = Field(description="The documents that speak of it.")
    left_out: list[str] = Field(
        description="Properties with more values than shown, and how many; query for the rest."
    )


class Answer(_Shape):
    """What a query found; which parts are filled depends on its form."""

    columns: list[str] = Field(default=[], description="Of SELECT: the variables.")
    rows: list[list[str | int | float | bool | None]] = Field(
        default=[], description="Of SELECT: a cell for each column; null where it is not bound."
    )
    total: int = Field(default=0, description="Of SELECT: how many rows there are, shown or not.")
    holds: bool | None = Field(default=None, description="Of ASK: whether it is so.")
    turtle: str = Field(default="", description="Of CONSTRUCT and DESCRIBE: the statements.")
    is_cut: bool = Field(default=False, description="Whether only the beginning is shown.")
