"""An update taken apart before anything of it runs: its operations, each with its own prologue.

An update of somebody else is never run as such. Its patterns are asked as a query, and what its
data and templates say is read by the engine on its own (see ``store.changing``). So it is enough to
know where each part begins and ends; whether a part is SPARQL is for the engine to say, and which
graphs it writes to shows when its templates are read.
"""

import re
from collections.abc import Iterator, Sequence
from secrets import token_hex
from typing import Final

from clustergraph.errors import BadUpdate, QueryTooLarge, RefusedQuery, RefusedUpdate
from clustergraph.sparql.blocks import bad_update, group_end, read_block
from clustergraph.sparql.cursor import Cursor
from clustergraph.sparql.gate import Limits, examine
from clustergraph.sparql.tokens import Kind
from clustergraph.sparql.update_operations import ALL, DEFAULT, NAMED, Form, Operation, Place
from clustergraph.sparql.update_templates import Template, read_template

__all__ = ["outline_update"]


def outline_update(
    text: str,
    *,
    base: str = "",
    using: Sequence[str] = (),
    using_named: Sequence[str] = (),
    limits: Limits = Limits(),  # noqa: B008  (it is frozen)
    is_plain: bool = False,
) -> tuple[Operation, ...]:
    """Take an update apart into its operations; linear in its length.

    Args:
        text: the update.
        base: what its relative IRIs stand below.
        using: the default graphs of its patterns, where the request names them.
        using_named: the named graphs of its patterns, where the request names them.
        limits: how large its patterns may be, and how deeply all of it may be nested.
        is_plain: whether there are no graphs but those that were written.

    Raises:
        RefusedUpdate: when it holds LOAD or SERVICE, or clears all graphs beside a build's.
        VariableGraph: when a template names its graph by a variable, and there is a build.
        BadUpdate: when it is no update, is past a limit, or names its dataset beside the request.
    """
    dataset = "".join(
        [*(f"FROM {_iri(it)} " for it in using), *(f"FROM NAMED {_iri(it)} " for it in using_named)]
    )
    reader = _Reader(text, base, dataset, limits, is_plain=is_plain)
    return tuple(reader.operations())


_IRI = re.compile(r"""[A-Za-z][A-Za-z0-9+.-]*:[^<>"{}|^`\\\x00-\x20]*""")


def _iri(value: str) -> str:
    if not _IRI.fullmatch(value):
        reason = f"the request names the graph {value!r}, which is no IRI."
        raise BadUpdate(reason)
    return f"<{value}>"


_MOST_DECLARATIONS: Final = 1_000
_QUERIES = frozenset(("SELECT", "ASK", "CONSTRUCT", "DESCRIBE"))
_NO_SERVICE: Final = (
    "SERVICE is not run here, because it would make this server call others; "
    "ask the other endpoint yourself, and send what it says."
)
_NO_LOAD: Final = (
    "LOAD is not run here, because it would make this server call others; "
    "fetch the file yourself, and send what it says."
)


class _Reader:
    """Reads an update from its beginning to its end."""

    def __init__(
        self, text: str, base: str, dataset: str, limits: Limits, *, is_plain: bool
    ) -> None:
        self._cursor = Cursor(text)
        self._base = base
        self._dataset = dataset
        self._limits = limits
        self._is_plain = is_plain
        self._marker = f"urn:variable:{token_hex(8)}:"
        self._declarations: list[str] = []
        self._prologue = ""
        self._labels: set[str] = set()
        self._start = 0

    def operations(self) -> Iterator[Operation]:
        """Yield the operations in their order."""
        while not self._cursor.is_at_end:
            self._read_prologue()
            if self._cursor.token.text not in {"", ";"}:
                yield self._operation()
            if not self._cursor.is_at_end:
                self._cursor.expect(";")

    # -- Operations --------------------------------------------------------------------------------

    def _read_prologue(self) -> None:
        before = len(self._declarations)
        while (word := self._cursor.word) in {"BASE", "PREFIX", "VERSION"}:
            self._declarations.append(self._declaration(word))
        if len(self._declarations) > _MOST_DECLARATIONS:
            reason = f"it declares more than {_MOST_DECLARATIONS} prefixes."
            raise BadUpdate(reason)
        if len(self._declarations) > before:
            self._prologue = "\n".join([*self._declarations, ""])

    def _declaration(self, word: str) -> str:
        self._cursor.take()
        if word == "VERSION":
            return f"VERSION {self._cursor.take_kind('a string', Kind.STRING)}"
        if word == "BASE":
            return f"BASE {self._cursor.take_kind('an IRI in < >', Kind.IRI)}"
        if not self._cursor.token.text.endswith(":"):
            raise self._cursor.expected("a prefix with its colon")
        name = self._cursor.take_kind("a prefix with its colon", Kind.NAME)
        return f"PREFIX {name} {self._cursor.take_kind('an IRI in < >', Kind.IRI)}"

    def _operation(self) -> Operation:
        self._start = self._cursor.offset
        word = self._cursor.word
        if word in _QUERIES:
            raise BadUpdate("it is a query, and queries are not taken here.")
        match word:
            case "INSERT" | "DELETE" | "WITH":
                return self._change()
            case "CLEAR" | "DROP" | "CREATE":
                return self._of_one_graph(Form(word))
            case "ADD" | "MOVE" | "COPY":
                return self._of_two_graphs(Form(word))
            case "LOAD":
                raise RefusedUpdate(_NO_LOAD)
            case _:
                raise self._cursor.expected("an operation, such as INSERT DATA or DELETE,")

    def _of_one_graph(self, form: Form) -> Operation:
        self._cursor.take()
        is_silent = self._cursor.takes("SILENT")
        word = self._cursor.word
        if form is Form.CREATE or word == "GRAPH":
            self._cursor.expect("GRAPH")
            graph = self._graph()
            return Operation(form=form, place=self._place(), target=graph, is_silent=is_silent)
        if word not in {DEFAULT, NAMED, ALL}:
            raise self._cursor.expected("GRAPH, DEFAULT, NAMED or ALL")
        if word != DEFAULT and not self._is_plain:
            reason = (
                f"{form} {word} would touch the graphs that the build makes; name what is to go, "
                f"as in {form} DEFAULT or {form} GRAPH <…>."
            )
            raise RefusedUpdate(reason)
        self._cursor.take()
        return Operation(form=form, place=self._place(), target=word, is_silent=is_silent)

    def _of_two_graphs(self, form: Form) -> Operation:
        self._cursor.take()
        is_silent = self._cursor.takes("SILENT")
        source = self._graph_or_default()
        self._cursor.expect("TO")
        target = self._graph_or_default()
        return Operation(
            form=form, place=self._place(), source=source, target=target, is_silent=is_silent
        )

    def _graph_or_default(self) -> str:
        if self._cursor.takes(DEFAULT):
            return DEFAULT
        self._cursor.takes("GRAPH")
        return self._graph()

    def _graph(self) -> str:
        return self._cursor.take_kind("the IRI of a graph", Kind.IRI, Kind.NAME)

    def _change(self) -> Operation:
        with_graph = self._graph() if self._cursor.takes("WITH") else None
        deleted = None
        if self._cursor.takes("DELETE"):
            if with_graph is None and self._cursor.takes("DATA"):
                data = self._data()
                return Operation(form=Form.DATA, place=self._place(), deleted=data)
            if with_graph is None and self._cursor.takes("WHERE"):
                return self._delete_where()
            deleted = self._template(self._block())
            if self._cursor.word != "INSERT":
                return self._modify(deleted, None, with_graph)
        self._cursor.expect("INSERT")
        if with_graph is None and deleted is None and self._cursor.takes("DATA"):
            data = self._data()
            return Operation(form=Form.DATA, place=self._place(), inserted=data)
        return self._modify(deleted, self._template(self._block()), with_graph)

    def _delete_where(self) -> Operation:
        pattern = self._block()
        deleted = self._template(pattern)
        query = self._query([deleted], self._dataset, pattern)
        return Operation(form=Form.MODIFY, place=self._place(), deleted=deleted, query=query)

    def _modify(
        self, deleted: Template | None, inserted: Template | None, with_graph: str | None
    ) -> Operation:
        dataset = self._own_dataset()
        if self._dataset and (dataset or with_graph):
            raise BadUpdate(
                "the request names the graphs that its patterns see, and so does the text, by "
                "USING or WITH; leave out one of them."
            )
        self._cursor.expect("WHERE")
        templates = [template for template in (deleted, inserted) if template is not None]
        query = self._query(templates, dataset or self._dataset, self._group())
        return Operation(
            form=Form.MODIFY,
            place=self._place(),
            deleted=deleted,
            inserted=inserted,
            query=query,
            with_graph=with_graph,
            default_graph=None if dataset else with_graph,
        )

    def _own_dataset(self) -> str:
        found = []
        while self._cursor.takes("USING"):
            named = "NAMED " if self._cursor.takes(NAMED) else ""
            found.append(f"FROM {named}{self._graph()}\n")
        return "".join(found)

    def _query(self, templates: Sequence[Template], dataset: str, pattern: str) -> str:
        """Make the query for all that the templates want to know of a solution."""
        names = {f"?{name}": None for it in templates for name in it.variables.values()}
        query = f"{self._prologue}SELECT {' '.join(names) or '*'}\n{dataset}WHERE {pattern}"
        try:
            examine(query, self._limits)
        except QueryTooLarge as error:
            reason = f"its patterns have more than {error.limit} {error.what}."
            raise BadUpdate(reason) from error
        except RefusedQuery as error:
            raise RefusedUpdate(_NO_SERVICE) from error
        return query

    def _place(self) -> Place:
        """Say where the operation stands that ends before the next token."""
        return Place(
            whole=self._cursor.text,
            start=self._start,
            end=self._cursor.offset,
            base=self._base,
            prologue=self._prologue,
        )

    # -- What stands in braces ---------------------------------------------------------------------

    def _template(self, text: str) -> Template:
        return read_template(text, marker=self._marker, may_vary_graphs=self._is_plain)

    def _group(self) -> str:
        return self._braced(group_end(self._cursor.text, self._brace(), self._limits))

    def _block(self) -> str:
        return self._braced(read_block(self._cursor.text, self._brace(), self._limits).end)

    def _data(self) -> Template:
        block = read_block(self._cursor.text, self._brace(), self._limits)
        if shared := block.labels & self._labels:
            reason = f"the blank node {min(shared)} stands in the data of two operations."
            raise bad_update(self._cursor.text, self._cursor.offset, reason)
        self._labels |= block.labels
        return Template(text=self._braced(block.end))

    def _brace(self) -> int:
        if self._cursor.token.text != "{":
            raise self._cursor.expected("{")
        return self._cursor.offset

    def _braced(self, end: int) -> str:
        start = self._cursor.offset
        self._cursor.go_to(end)
        return self._cursor.text[start:end]
