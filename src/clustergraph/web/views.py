"""What each page shows: a frozen dataclass for each template, made of words and addresses."""

from dataclasses import dataclass

__all__ = [
    "ApiPage",
    "CallView",
    "DocumentPage",
    "DocumentRow",
    "EntityPage",
    "Frame",
    "Heading",
    "HitView",
    "Link",
    "Mark",
    "NameRow",
    "Number",
    "OntologyPage",
    "ParameterView",
    "PassagePage",
    "PassageView",
    "Property",
    "SearchPage",
    "Section",
    "StartPage",
    "TermPage",
    "TermView",
    "Value",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead somewhere; nowhere where ``href`` is empty.

    ``language`` is that of the words, ``fell_back`` where the reader asked for another one.
    """

    text: str
    href: str = ""
    language: str = ""
    fell_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands round every page about something: its title, languages, formats and version."""

    title: str
    version: str
    language: str
    languages: tuple[Link, ...] = ()
    canonical: str = ""
    formats: tuple[Link, ...] = ()
    media_types: tuple[str, ...] = ()
    """Those of ``formats``, in the same order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A source mark: the number of a passage further down the page."""

    number: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A value of a property with its source marks; ``notes`` say what is special about it."""

    link: Link
    marks: tuple[Mark, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """A property and its values in a list of facts."""

    name: Link
    values: tuple[Value, ...]
    more: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The heading of a section: what the things stand in to this one, and what kind they are."""

    name: Link
    of: Link | None = None
    kind: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Some of the things that stand in one relation; ``more`` leads to all of them."""

    heading: Heading
    total: int
    values: tuple[Value, ...]
    more: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """A quote with the statement that it carries and the place where it stands."""

    number: int
    quote: Link
    subject: Link
    predicate: Link
    object: Link
    document: Link
    start: int
    end: int
    notes: tuple[str, ...]
    confidence: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRow:
    """The names in one language: the preferred one and the others."""

    language: str
    preferred: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityPage:
    """An entity, or a concept."""

    frame: Frame
    iri: str
    label: Link
    kind: Link | None
    list: str
    """The address of all of its kind, or empty."""
    facts: tuple[Property, ...]
    relations: tuple[Section, ...]
    incoming: tuple[Section, ...]
    consequences: tuple[Section, ...]
    names: tuple[NameRow, ...]
    documents: tuple[Link, ...]
    passages: tuple[PassageView, ...]
    query: str
    api: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    """A document: what is known about it, and what it says, beside its words."""

    frame: Frame
    iri: str
    title: Link
    facts: tuple[Property, ...]
    passages: tuple[PassageView, ...]
    more: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PassagePage:
    """One passage."""

    frame: Frame
    iri: str
    passage: PassageView
    facts: tuple[Property, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HitView:
    """Something found."""

    link: Link
    kind: str
    found_as: Link | None
    """The name that matched, where it is not the one shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What was found."""

    frame: Frame
    query: str
    kind: str
    kinds: tuple[str, ...]
    hits: tuple[HitView, ...]
    next: str
    json: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """How many things of a kind there are."""

    name: Link
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A document in the list of all."""

    title: Link
    publisher: str
    issued: str
    language: str
    passages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StartPage:
    """The way in."""

    frame: Frame
    statements: int
    numbers: tuple[Number, ...]
    documents: tuple[DocumentRow, ...]
    question: str
    query: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """A class or a property of the ontology."""

    link: Link
    name: str
    iri: str
    definition: Link | None
    facts: tuple[Property, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OntologyPage:
    """All terms."""

    frame: Frame
    title: Link
    description: Link | None
    facts: tuple[Property, ...]
    classes: tuple[TermView, ...]
    properties: tuple[TermView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TermPage:
    """One term."""

    frame: Frame
    term: TermView
    labels: tuple[Link, ...]
    examples: tuple[Link, ...]
    uses: int
    unit: str
    query: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterView:
    """A parameter of a call; ``bounds`` tells its default and limits in words."""

    name: str
    is_required: bool
    description: str
    bounds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallView:
    """A call of the lookup API; ``example`` is an address to try, or empty."""

    method: str
    path: str
    description: str
    parameters: tuple[ParameterView, ...]
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiPage:
    """All calls."""

    calls: tuple[CallView, ...]
