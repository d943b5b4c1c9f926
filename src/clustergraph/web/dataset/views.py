"""What the pages about the dataset and its files show."""

from dataclasses import dataclass

from clustergraph.web.framing.views import Frame
from clustergraph.web.pieces import Link, Number, Property

__all__ = ["DatasetPage", "DownloadsPage", "FileRow", "LanguageRow", "WriteRow"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRow:
    """A file that can be had, in words."""

    link: Link
    form: str
    holds: str
    size: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageRow:
    """How much of the dataset rests on documents in a language."""

    language: str
    documents: int
    passages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteRow:
    """What somebody wrote at once: when, who, where, how much, and the version that it made."""

    when: str
    by: str
    kind: str
    graphs: tuple[Link, ...]
    added: int
    removed: int
    is_checked: bool
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetPage:
    """What is in the dataset, how to get and cite it.

    ``classes`` count a thing in each of its classes, so ``entities`` is less than their sum.
    ``checks`` says what the validation found, in words; empty where no report is kept. ``as_of`` is
    the id of the version that was built, where the one that answers was written since: what is
    counted and in the files is that. ``writes`` are the latest, the newest first.
    """

    frame: Frame
    title: Link
    description: Link
    facts: tuple[Property, ...]
    citation: str
    files: tuple[FileRow, ...]
    as_of: str
    is_plain: bool
    writes: tuple[WriteRow, ...]
    writes_left_out: int
    downloads: str
    entities: int
    classes: tuple[Number, ...]
    properties: tuple[Number, ...]
    languages: tuple[LanguageRow, ...]
    graphs: tuple[Number, ...]
    links: tuple[Number, ...]
    checks: str
    versions: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DownloadsPage:
    """The files of a version; ``others`` lead to those of the other versions that are kept."""

    frame: Frame
    version: str
    published: str
    citation: str
    files: tuple[FileRow, ...]
    checksums: str
    others: tuple[Link, ...]
