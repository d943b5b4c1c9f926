"""An update taken apart before anything of it runs: its operations, each with its own prologue.

An update of somebody else is never run as such. Its patterns are asked as a query, and what its
data and templates say is read by the engine on its own (see ``store.changing``). So it is enough to
know where each part begins and ends; whether a part is SPARQL is for the engine to say, and which
graphs it writes to shows when its templates are read.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from secrets import token_hex
from typing import Final

from clustergraph.errors import (
    BadUpdate,
    QueryTooLarge,
    RefusedQuery,
    RefusedUpdate,
    VariableGraph,
)
from clustergraph.sparql.blocks import bad_update, group_end, read_block
from clustergraph.sparql.gate import Limits, examine
from clustergraph.sparql.tokens import Kind, Token, placed_tokens

__all__ = ["ALL", "DEFAULT", "NAMED", "Form", "Operation", "Template", "outline_update"]

DEFAULT: Final = "DEFAULT"
NAMED: Final = "NAMED"
ALL: Final = "ALL"


class Form(StrEnum):
    """The kinds of operation; DELETE WHERE is a MODIFY."""

    DATA = "DATA"
    MODIFY = "MODIFY"
    CLEAR = "CLEAR"
    DROP = "DROP"
    CREATE = "CREATE"
    ADD = "ADD"
    MOVE = "MOVE"
    COPY = "COPY"


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """Quads with variables, as text in braces that an engine reads as data.

    ``variables`` are the names by the IRIs that stand for them there.
    """

    text: str
    variables: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One operation of an update.

    Attributes:
        form: its kind.
        whole: the text of the whole update.
        start: the offset of its first character in that.
        end: the offset behind its last one.
        base: what relative IRIs stand below that come before the text's own BASE.
        prologue: the BASE and PREFIX that hold for it.
        deleted: what is deleted; of DATA as it stands, of MODIFY for each solution.
        inserted: what is inserted.
        query: what finds the solutions of a MODIFY, with its dataset in it.
        with_graph: the graph of WITH, as it is written (``<…>`` or ``ex:g``), which the templates
            mean where they name none.
        default_graph: the one that the query sees as its default graph, as it is written; None for
            what the query says, or else the store's.
        source: the graph that is copied, as it is written, or DEFAULT.
        target: the graph that is written to, as it is written, or DEFAULT, NAMED or ALL.
        is_silent: whether a graph that is missing, or there, is no error.
    """

    form: Form
    whole: str
    start: int = 0
    end: int = 0
    base: str = ""
    prologue: str = ""
    deleted: Template | None = None
    inserted: Template | None = None
    query: str = ""
    with_graph: str | None = None
    default_graph: str | None = None
    source: str = DEFAULT
    target: str = DEFAULT
    is_silent: bool = False


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
_END = Token(Kind.MARK, "")


class _Reader:
    """Reads an update from its beginning to its end."""

    def __init__(
        self, text: str, base: str, dataset: str, limits: Limits, *, is_plain: bool
    ) -> None:
        self._text = text
        self._base = base
        self._dataset = dataset
        self._limits = limits
        self._is_plain = is_plain
        self._marker = f"urn:variable:{token_hex(8)}:"
        self._declarations: list[str] = []
        self._prologue = ""
        self._labels: set[str] = set()
        self._start = 0
        self._go_to(0)

    def operations(self) -> Iterator[Operation]:
        """Yield the operations in their order."""
        while self._token is not _END:
            self._read_prologue()
            if self._token.text not in {"", ";"}:
                yield self._operation()
            if self._token is not _END:
                self._expect(";")

    # -- Tokens ------------------------------------------------------------------------------------

    def _go_to(self, offset: int) -> None:
        self._tokens = placed_tokens(self._text, offset)
        self._offset, self._token = next(self._tokens, (len(self._text), _END))

    def _take(self) -> str:
        text = self._token.text
        self._offset, self._token = next(self._tokens, (len(self._text), _END))
        return text

    def _word(self) -> str:
        return self._token.text.upper() if self._token.kind is Kind.WORD else ""

    def _takes(self, *words: str) -> bool:
        """Go past the next token where it is one of the words; tell whether it was."""
        if self._word() not in words:
            return False
        self._take()
        return True

    def _take_kind(self, what: str, *kinds: Kind) -> str:
        if self._token.kind not in kinds:
            raise self._expected(what)
        return self._take()

    def _expect(self, text: str) -> None:
        if self._token.text.upper() != text:
            raise self._expected(text)
        self._take()

    def _expected(self, what: str) -> BadUpdate:
        found = f"not {self._token.text[:40]}" if self._token.text else "and there it ends"
        return bad_update(self._text, self._offset, f"here {what} is expected, {found}.")

    # -- Operations --------------------------------------------------------------------------------

    def _read_prologue(self) -> None:
        before = len(self._declarations)
        while (word := self._word()) in {"BASE", "PREFIX", "VERSION"}:
            self._declarations.append(self._declaration(word))
        if len(self._declarations) > _MOST_DECLARATIONS:
            reason = f"it declares more than {_MOST_DECLARATIONS} prefixes."
            raise BadUpdate(reason)
        if len(self._declarations) > before:
            self._prologue = "\n".join([*self._declarations, ""])

    def _declaration(self, word: str) -> str:
        self._take()
        if word == "VERSION":
            return f"VERSION {self._take_kind('a string', Kind.STRING)}"
        if word == "BASE":
            return f"BASE {self._take_kind('an IRI in < >', Kind.IRI)}"
        if not self._token.text.endswith(":"):
            raise self._expected("a prefix with its colon")
        name = self._take_kind("a prefix with its colon", Kind.NAME)
        return f"PREFIX {name} {self._take_kind('an IRI in < >', Kind.IRI)}"

    def _operation(self) -> Operation:
        self._start = self._offset
        word = self._word()
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
                raise self._expected("an operation, such as INSERT DATA or DELETE,")

    def _of_one_graph(self, form: Form) -> Operation:
        self._take()
        is_silent = self._takes("SILENT")
        word = self._word()
        if form is Form.CREATE or word == "GRAPH":
            self._expect("GRAPH")
            return self._made(form, is_silent=is_silent, target=self._graph())
        if word not in {DEFAULT, NAMED, ALL}:
            raise self._expected("GRAPH, DEFAULT, NAMED or ALL")
        if word != DEFAULT and not self._is_plain:
            reason = (
                f"{form} {word} would touch the graphs that the build makes; name what is to go, "
                f"as in {form} DEFAULT or {form} GRAPH <…>."
            )
            raise RefusedUpdate(reason)
        self._take()
        return self._made(form, is_silent=is_silent, target=word)

    def _of_two_graphs(self, form: Form) -> Operation:
        self._take()
        is_silent = self._takes("SILENT")
        source = self._graph_or_default()
        self._expect("TO")
        target = self._graph_or_default()
        return self._made(form, is_silent=is_silent, source=source, target=target)

    def _graph_or_default(self) -> str:
        if self._takes(DEFAULT):
            return DEFAULT
        self._takes("GRAPH")
        return self._graph()

    def _graph(self) -> str:
        return self._take_kind("the IRI of a graph", Kind.IRI, Kind.NAME)

    def _change(self) -> Operation:
        with_graph = self._graph() if self._takes("WITH") else None
        deleted = None
        if self._takes("DELETE"):
            if with_graph is None and self._takes("DATA"):
                return self._made(Form.DATA, deleted=self._data())
            if with_graph is None and self._takes("WHERE"):
                return self._delete_where()
            deleted = self._template(self._block())
            if self._word() != "INSERT":
                return self._modify(deleted, None, with_graph)
        self._expect("INSERT")
        if with_graph is None and deleted is None and self._takes("DATA"):
            return self._made(Form.DATA, inserted=self._data())
        return self._modify(deleted, self._template(self._block()), with_graph)

    def _delete_where(self) -> Operation:
        pattern = self._block()
        deleted = self._template(pattern)
        query = self._query([deleted], self._dataset, pattern)
        return self._made(Form.MODIFY, deleted=deleted, query=query)

    def _modify(
        self, deleted: Template | None, inserted: Template | None, with_graph: str | None
    ) -> Operation:
        dataset = self._own_dataset()
        if self._dataset and (dataset or with_graph):
            raise BadUpdate(
                "the request names the graphs that its patterns see, and so does the text, by "
                "USING or WITH; leave out one of them."
            )
        self._expect("WHERE")
        templates = [template for template in (deleted, inserted) if template is not None]
        query = self._query(templates, dataset or self._dataset, self._group())
        return self._made(
            Form.MODIFY,
            deleted=deleted,
            inserted=inserted,
            query=query,
            with_graph=with_graph,
            default_graph=None if dataset else with_graph,
        )

    def _own_dataset(self) -> str:
        found = []
        while self._takes("USING"):
            named = "NAMED " if self._takes(NAMED) else ""
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

    def _made(
        self,
        form: Form,
        *,
        deleted: Template | None = None,
        inserted: Template | None = None,
        query: str = "",
        with_graph: str | None = None,
        default_graph: str | None = None,
        source: str = DEFAULT,
        target: str = DEFAULT,
        is_silent: bool = False,
    ) -> Operation:
        return Operation(
            form=form,
            whole=self._text,
            start=self._start,
            end=self._offset,
            base=self._base,
            prologue=self._prologue,
            deleted=deleted,
            inserted=inserted,
            query=query,
            with_graph=with_graph,
            default_graph=default_graph,
            source=source,
            target=target,
            is_silent=is_silent,
        )

    # -- What stands in braces ---------------------------------------------------------------------

    def _group(self) -> str:
        return self._braced(group_end(self._text, self._brace(), self._limits))

    def _block(self) -> str:
        return self._braced(read_block(self._text, self._brace(), self._limits).end)

    def _data(self) -> Template:
        block = read_block(self._text, self._brace(), self._limits)
        if shared := block.labels & self._labels:
            reason = f"the blank node {min(shared)} stands in the data of two operations."
            raise bad_update(self._text, self._offset, reason)
        self._labels |= block.labels
        return Template(text=self._braced(block.end))

    def _brace(self) -> int:
        if self._token.text != "{":
            raise self._expected("{")
        return self._offset

    def _braced(self, end: int) -> str:
        start = self._offset
        self._go_to(end)
        return self._text[start:end]

    def _template(self, text: str) -> Template:
        """Put IRIs for the variables, so that the engine can read the template as data."""
        pieces: list[str] = []
        stand_ins: dict[str, str] = {}
        at, last = 0, ""
        for offset, token in placed_tokens(text):
            if token.kind is Kind.VARIABLE and last != "^^":  # no datatype may be a variable
                if last.upper() == "GRAPH" and not self._is_plain:
                    raise VariableGraph(token.text)
                stand_in = f"{self._marker}{len(stand_ins)}"
                stand_in = stand_ins.setdefault(token.text[1:], stand_in)
                pieces += text[at:offset], f" <{stand_in}> "
                at = offset + len(token.text)
            last = token.text
        whole = "".join([*pieces, text[at:]])
        return Template(text=whole, variables={iri: name for name, iri in stand_ins.items()})
