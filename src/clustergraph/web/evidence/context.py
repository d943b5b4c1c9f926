"""Cut quotes with their surroundings out of the texts, no more of them than may be shown.

Where a text is not kept, or does not say at the place what is quoted from it, the quote stands
alone.
"""

from clustergraph.model import Iri
from clustergraph.operations.quote import Passage
from clustergraph.web.evidence.marking import Place, excerpts
from clustergraph.web.evidence.views import InContext
from clustergraph.web.visit import Visit

__all__ = ["EXCERPT_CHARACTERS", "Contexts"]

EXCERPT_CHARACTERS = 120
"""How many characters round a quote are shown at the most where only excerpts are."""
_SENTENCE_CHARACTERS = 400
"""How far a sentence is followed where all of a text may be shown."""
_BLANKS = 100
"""How many blanks may stand between two sentences."""


class Contexts:
    """The surroundings of quotes; each text is read once."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit
        self._characters = _SENTENCE_CHARACTERS if visit.shows_whole_texts else EXCERPT_CHARACTERS
        self._texts: dict[Iri, str] = {}

    def of(self, passage: Passage) -> InContext:
        """Return a quote within its sentence, or so many characters of it."""
        text = self._text(passage.document.iri)
        if text[passage.start : passage.end] != passage.quote.text:
            return InContext(quote=passage.quote.text, start=passage.start, end=passage.end)
        start, end = self._stretch(text, passage)
        before = text[start : passage.start].lstrip()
        after = text[passage.end : end].rstrip()
        return InContext(
            before=before,
            quote=passage.quote.text,
            after=after,
            start=passage.start - len(before),
            end=passage.end + len(after),
            is_cut_before=start > 0,
            is_cut_after=end < len(text),
        )

    def _stretch(self, text: str, passage: Passage) -> tuple[int, int]:
        """Bound the sentence of a quote; one that is a whole sentence has those next to it too."""
        start, end = self._sentence(text, passage.start, passage.end)
        is_whole = not text[start : passage.start].strip() and not text[passage.end : end].strip()
        if not is_whole or not self._visit.shows_whole_texts:
            return start, end
        last_word = len(text[max(0, start - _BLANKS) : start].rstrip()) + max(0, start - _BLANKS)
        return self._sentence(text, max(0, last_word - 1), min(len(text), end + 1))

    def _sentence(self, text: str, start: int, end: int) -> tuple[int, int]:
        ((first, last),) = excerpts(text, [Place(start, end, 1)], (0, len(text)), self._characters)
        return first, last

    def _text(self, document: Iri) -> str:
        if document not in self._texts:
            self._texts[document] = self._visit.text(document)
        return self._texts[document]
