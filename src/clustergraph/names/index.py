"""Build the index of names, open it and search it; which match is better is said in ``ranking``."""

import json
import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

import tantivy
from tantivy import Occur, Query

from clustergraph.errors import StoreError
from clustergraph.folding import fold, without_company_form
from clustergraph.model import Iri
from clustergraph.names.ranking import Match, comparable, name_schema, steps

__all__ = ["NameHit", "NameIndex", "NameRow", "build_names"]

_WRITER_BYTES = 64_000_000
_MOST_PROMINENT = 10**10 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRow:
    """One name of one entity.

    ``kind_of_name`` is ``prefLabel``, ``altLabel`` or ``title``, ``cls`` the leaf class.
    ``language`` may be empty. ``prominence`` counts the statements about the entity, in and out;
    ``label`` is what to call it in a list.
    """

    iri: Iri
    name: str
    language: str
    kind_of_name: str
    cls: Iri
    prominence: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NameHit:
    """An entity that was found, by the best of its names, and how well that name matches."""

    row: NameRow
    match: Match


def build_names(path: Path, rows: Iterable[NameRow]) -> None:
    """Write a new index into the folder, which is made where it is missing."""
    path.mkdir(parents=True, exist_ok=True)
    writer = tantivy.Index(name_schema(), path=str(path), reuse=False).writer(
        _WRITER_BYTES, num_threads=1
    )
    for row in rows:
        writer.add_document(_document(row))
    writer.commit()
    writer.wait_merging_threads()


@contextmanager
def _lockable(path: Path) -> Iterator[Path]:
    """Give a folder of the index's files in which a lock can be made, which opening needs.

    Where the folder is only for reading it is one of links to them; they are open when it goes.
    """
    if os.access(path, os.W_OK):
        yield path
        return
    with TemporaryDirectory(prefix="clustergraph-names-") as folder:
        for file in path.iterdir():
            if file.suffix != ".lock":
                Path(folder, file.name).symlink_to(file.resolve())
        yield Path(folder)


class NameIndex:
    """An index of names, open for reading; safe to share between threads.

    Example::

        with_karaganda = NameIndex.open(version.names_path).search("karaganda", limit=5)
    """

    def __init__(self, index: tantivy.Index) -> None:
        self._index = index
        self._schema = index.schema

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the index in the folder; later changes of the folder are not seen.

        Raises:
            StoreError: when there is none, or it is damaged.
        """
        try:
            with _lockable(path) as folder:
                index = tantivy.Index.open(str(folder))
                index.config_reader("Manual", 0)
                index.reload()
        except (ValueError, OSError) as error:
            message = f"The index of names in {path} can't be opened: {error}"
            raise StoreError(message) from error
        return cls(index)

    def search(
        self,
        text: str,
        kinds: Collection[Iri] = (),
        language: str | None = None,
        limit: int = 10,
        prefix: bool = False,
    ) -> list[NameHit]:
        """Find entities by name, the best first, each once; any text is answered, none raises.

        Args:
            text: what to look for; past its 300th character it is not read.
            kinds: leaf classes to keep; all where empty. Subclasses are the caller's to add.
            language: keep names in this language, and those that have none; all where None.
            limit: the most entities to return.
            prefix: whether the last word may be unfinished.
        """
        found: dict[Iri, NameHit] = {}
        for match, query in steps(self._schema, text, prefix=prefix):
            for row in self._rows(self._filtered(query, kinds, language), page=2 * limit):
                if len(found) >= limit:
                    return list(found.values())
                found.setdefault(row.iri, NameHit(row=row, match=match))
        return list(found.values())

    def of_kinds(
        self, kinds: Collection[Iri], language: str | None = None, limit: int = 10
    ) -> list[NameRow]:
        """List the entities of these leaf classes, the most prominent first, each once."""
        found: dict[Iri, NameRow] = {}
        query = self._filtered(Query.all_query(), kinds, language)
        for row in self._rows(query, page=2 * limit):
            if len(found) >= limit:
                break
            found.setdefault(row.iri, row)
        return list(found.values())

    def _filtered(self, query: Query, kinds: Collection[Iri], language: str | None) -> Query:
        must = [query]
        if kinds:
            must.append(Query.term_set_query(self._schema, "cls", [str(kind) for kind in kinds]))
        if language is not None:
            must.append(Query.term_set_query(self._schema, "language", [language, _NO_LANGUAGE]))
        return Query.boolean_query([(Occur.Must, part) for part in must])

    def _rows(self, query: Query, page: int) -> Iterator[NameRow]:
        """Yield the rows that match, the most prominent first, read as they are wanted."""
        searcher = self._index.searcher()
        offset = 0
        while hits := searcher.search(
            query,
            limit=max(page, 1),
            offset=offset,
            count=False,
            order_by_field="order",
            order=tantivy.Order.Asc,
        ).hits:
            for _, address in hits:
                yield _row(searcher.doc(address))
            offset += len(hits)


_NO_LANGUAGE = "und"
"""How the index spells an empty language, because a term can't be empty (BCP 47: undetermined)."""


def _document(row: NameRow) -> tantivy.Document:
    folded = fold(comparable(row.name))
    return tantivy.Document(
        exact=comparable(row.name),
        folded=folded,
        bare=without_company_form(folded),
        words=folded,
        language=row.language or _NO_LANGUAGE,
        cls=row.cls,
        order=_order(row),
        row=json.dumps(asdict(row)).encode(),
    )


def _order(row: NameRow) -> str:
    """Sort by falling prominence, then by IRI; of an entity's names the preferred come first."""
    rest = _MOST_PROMINENT - min(row.prominence, _MOST_PROMINENT)
    is_other_form = row.kind_of_name == "altLabel"
    return f"{rest:010} {row.iri} {is_other_form:d} {row.name != row.label:d} {row.language}"


def _row(document: tantivy.Document) -> NameRow:
    values = json.loads(document["row"][0])
    return NameRow(**values | {"iri": Iri(values["iri"]), "cls": Iri(values["cls"])})
