"""Where a fact is read: the stretch to quote, and how the clause stands to what it says."""

from dataclasses import dataclass

import regex

from clustergraph.mapping.mentions.read_sentence import ReadSentence
from clustergraph.model import Document, Evidence, Modality, Span

__all__ = ["Passage"]

_LONGEST_QUOTE = 600
_SENTENCE_QUOTE = 400
"""A sentence up to this length is quoted whole: the reader sees what is said and of whom."""
_SUREST = 0.99
_CLAUSE_END = regex.compile(r"[;:]\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The stretch of a sentence that says something, and what the reader saw there.

    The stretch may begin in a line before the sentence, such as the lead-in of a list. ``subject``
    and ``object`` are where the ends are mentioned, None where they are not.
    """

    read: ReadSentence
    span: Span
    rule: str
    confidence: float
    subject: Span | None = None
    object: Span | None = None
    role: str = ""
    former: bool = False
    at_least: bool = False

    def evidence(self, document: Document) -> Evidence:
        """Quote the document."""
        return Evidence.of(
            document,
            self._quoted(),
            rule=self.rule,
            confidence=round(min(self.confidence, _SUREST), 3),
            subject=self.subject,
            object=self.object,
            role=self.role,
            former=self.former,
            modality=self._modality(),
            at_least=self.at_least,
        )

    def _quoted(self) -> Span:
        """Return the whole sentence where it is short, else the stretch with its ends."""
        sentence = self.read.sentence.span
        whole = sentence.hull(self.span) if self.span.start < sentence.start else sentence
        if _length(whole) <= _SENTENCE_QUOTE:
            return whole
        span = self.span
        for end in (self.subject, self.object):
            if end and sentence.covers(end) and _length(span.hull(end)) <= _LONGEST_QUOTE:
                span = span.hull(end)
        if _length(span) <= _LONGEST_QUOTE:
            return span
        return self.object or Span(span.start, span.start + _LONGEST_QUOTE)

    def _modality(self) -> Modality:
        """Tell what the words before or within the stretch make of it, in its clause.

        What a verb means may hang on a word behind the stretch, which a pattern may look at.
        """
        sentence, pack = self.read.sentence, self.read.scene.pack
        end = self.span.end - sentence.span.start
        clause = _CLAUSE_END.split(sentence.text[:end])[-1]
        planned = pack.planned.search(sentence.text, end - len(clause))
        if planned and planned.start() < end:
            return Modality.PLANNED
        return Modality.REPORTED if pack.reported.search(clause) else Modality.FACT


def _length(span: Span) -> int:
    return span.end - span.start
