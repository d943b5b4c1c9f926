"""Show a passage with its document, who read it or decided on it, and what it adds to a statement.

Properties are called as the ontology calls them; only what has no property has words of ours.
"""

from collections.abc import Iterator, Mapping, Sequence

from clustergraph.iris import is_passage
from clustergraph.model import Iri
from clustergraph.operations.consult import Text
from clustergraph.operations.listing.list_documents import facts_of
from clustergraph.operations.proving.explained import Statement, said_by
from clustergraph.operations.quote import Passage
from clustergraph.rdf.prefixes import expand
from clustergraph.vocab import CG
from clustergraph.web.addresses import path_of
from clustergraph.web.evidence.certainty import certainty
from clustergraph.web.evidence.context import Contexts
from clustergraph.web.evidence.quoting import amount, spot_of
from clustergraph.web.evidence.views import Known, Parts, PassageView, SaidView
from clustergraph.web.evidence.writers import writers
from clustergraph.web.linking import Linker, words
from clustergraph.web.pieces import Link
from clustergraph.web.visit import Visit

__all__ = ["Exhibitor", "parts_of", "report_name"]

_PUBLISHER, _ISSUED, _LANGUAGE = (
    expand(f"dcterms:{name}") for name in ("publisher", "issued", "language")
)


def parts_of(statement: Statement, linker: Linker, passages: Sequence[Passage] = ()) -> Parts:
    """Show the parts of a statement, each leading to its page; its passages may say "at least"."""
    said = statement.object
    value = amount(said, passages, linker.wording) if isinstance(said, Text) else linker.link(said)
    return linker.link(statement.subject), linker.link(statement.predicate), value


def report_name(passage: Passage) -> str:
    """Return by which name an error in a passage is reported."""
    return passage.iri.local if is_passage(passage.iri) else passage.iri


class Exhibitor:
    """Shows the passages of one page; each document is looked up once."""

    def __init__(self, visit: Visit, linker: Linker) -> None:
        self._visit = visit
        self._linker = linker
        self.contexts = Contexts(visit)
        self._origins: dict[Iri, Mapping[Iri, str]] = {}

    def show(self, passage: Passage) -> PassageView:
        """Return the view of a passage."""
        linker = self._linker
        return PassageView(
            words=self.contexts.of(passage),
            language=passage.quote.language,
            source=linker.place(*spot_of(passage)),
            start=passage.start,
            end=passage.end,
            origin=tuple(self._origin(passage.document.iri)),
            known=tuple(self._known(passage)),
            name=passage.status.iri.local if passage.status else "machine",
            written=writers(self._visit, passage.written, linker),
            passage=linker.address(path_of(passage.iri)) if is_passage(passage.iri) else "",
            report=linker.reader.to("/report", statement=report_name(passage)),
        )

    def said(self, passage: Passage, *, place: str = "") -> SaidView:
        """Return the view of a passage with its statement."""
        return SaidView(
            statement=parts_of(said_by(passage), self._linker, [passage]),
            passage=self.show(passage),
            place=place,
        )

    def facts(self, document: Iri) -> Mapping[Iri, str]:
        """Return what is stated of a document in plain values, by property."""
        if document not in self._origins:
            self._origins[document] = facts_of(self._visit.opened, document)
        return self._origins[document]

    def _origin(self, document: Iri) -> Iterator[str]:
        """Say who published it, when, and in which language; what is not known is left out."""
        known, wording = self.facts(document), self._linker.wording
        yield from filter(None, [known.get(_PUBLISHER, "")])
        if known.get(_ISSUED):
            yield wording.date(known[_ISSUED])
        if known.get(_LANGUAGE):
            yield wording.language_name(known[_LANGUAGE])

    def _known(self, passage: Passage) -> Iterator[Known]:
        """Yield all that is known, in the order in which one would ask."""
        linker, wording = self._linker, self._linker.wording
        yes = Link(text=wording.gettext("yes"))
        values = {
            CG.modality: linker.link(passage.modality) if passage.modality else None,
            CG.former: yes if passage.former else None,
            CG.atLeast: yes if passage.at_least else None,
            CG.roleAsWritten: words(passage.role) if passage.role else None,
            CG.confidence: Link(text=certainty(passage.confidence, wording)),
            CG.rule: Link(text=passage.rule),
            CG.reviewStatus: linker.link(passage.status) if passage.status else None,
            CG.reviewedBy: Link(text=passage.reviewed_by),
            CG.reviewedOn: Link(text=wording.date(passage.reviewed_on)),
            CG.reviewNote: Link(text=passage.review_note),
        }
        for name, value in values.items():
            if value and value.text:
                yield Known(name=linker.titled(linker.labels.thing(name)), value=value)
