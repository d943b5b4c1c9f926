"""What a training or an event is about, in the words of the text: one phrase, or several."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import regex

from clustergraph.languages import LanguagePack
from clustergraph.languages.patterns import compiled
from clustergraph.mapping.kinds import PLACES
from clustergraph.mapping.mentions.nouns import noun
from clustergraph.mapping.mentions.read_sentence import ReadSentence
from clustergraph.mapping.mentions.roles import is_role
from clustergraph.mapping.text.tokens import Token, in_one_line
from clustergraph.model import Span
from clustergraph.vocab import CG

__all__ = ["topics_in"]

_LONGEST = 120
_SHORTEST = 4
_SHORT = 3
"""Words of each of the last two items of a list."""
_IN_QUOTES = regex.compile(
    r"[„“\"«](?P<whole>[^„“”\"«»]{4,110})[”“\"»](?!,?\s*(?:\p{L}{1,5}\s+)?[„“\"«])"
)
"""One subject in quotation marks, no list of such."""
_OPENING = " \u00a0:–—-"


def topics_in(read: ReadSentence, start: int) -> Iterator[tuple[str, Span]]:
    """Yield the topics that begin at a position of the sentence, each with its span."""
    text = read.sentence.text[start - read.sentence.span.start :]
    begin = len(text) - len(text.lstrip(_OPENING))
    for at, phrase in _items(text, begin, read):
        item = _without_town(phrase, start + at, read)
        if _SHORTEST <= len(item) <= _LONGEST:
            span = Span(start + at, start + at + len(item))
            if _is_meeting(span, read) or (at > begin and _opens_a_clause(span, read)):
                return  # what follows says more of the meeting, or what else was done
            if _is_where_or_when(span, read):
                if at == begin:
                    return  # «a session in Sofia, …» goes on with something else
            elif _may_be_topic(span, read):
                yield in_one_line(item), span


def _items(text: str, begin: int, read: ReadSentence) -> Iterator[tuple[int, str]]:
    """Yield the items of the enumeration that begins there, without what surrounds them."""
    signs = _signs(read.scene.pack)
    quoted = _IN_QUOTES.match(text, begin)
    if quoted is not None:
        article = signs.opening.match(quoted["whole"])
        first = article.end() if article else 0
        yield quoted.start("whole") + first, quoted["whole"][first:]
        return
    end = _end_of_phrase(text, begin, read)
    position = begin
    for part in _split(text[begin:end], signs):
        at = text.index(part, position)
        position = at + len(part)
        match = signs.opening.match(part)
        first = match.end() if match else 0
        yield at + first, signs.closing.sub("", part[first:])


def _split(text: str, signs: "_Signs") -> Iterator[str]:
    """Yield the items; behind a comma the last "and" parts two: «mapping, planning and finance»."""
    *parts, last = signs.separator.split(text)
    yield from parts
    pair = signs.joint.split(last)
    is_pair = len(pair) == 2 and all(len(half.split()) <= _SHORT for half in pair)
    yield from pair if parts and is_pair and text.endswith(f", {last}") else [last]


def _end_of_phrase(text: str, begin: int, read: ReadSentence) -> int:
    """Return where the phrase ends: at a stop, or where a clause with its own verb goes on."""
    pack = read.scene.pack
    matches = (_signs(pack).end.search(text, begin), pack.clause_end.search(text, begin))
    return min((match.start() for match in matches if match), default=len(text))


def _without_town(item: str, start: int, read: ReadSentence) -> str:
    """Leave out where it is held behind a subject: «toys | in Vienna»; «trade in Spain» is one."""
    towns = (m for m in read.mentions if m.kind == CG.City and m.span.end == start + len(item))
    town = next(towns, None)
    before = read.scene.token_before(town.span.start) if town else None
    if before is None or before.lower not in read.scene.pack.place_prepositions:
        return item
    return item[: max(0, before.span.start - start)].rstrip()


def _is_where_or_when(span: Span, read: ReadSentence) -> bool:
    """Tell whether it says no subject, as in «training in Sofia» and «course in June»."""
    places = (mention.span for mention in read.mentions if mention.is_place)
    begins = (*places, *(date.span for date in read.dates))
    return any(other.start <= span.start + 1 and other.overlaps(span) for other in begins)


def _may_be_topic(span: Span, read: ReadSentence) -> bool:
    """Tell whether it is a subject: no aside («during the week»), no meeting, not «the region»."""
    pack = read.scene.pack
    words = [token for token in read.scene.inside(span) if token.is_word]
    if not words or words[0].lower in pack.function_words - pack.questions:
        return False
    if any(m.kind == CG.Person and span.covers(m.span) for m in read.mentions):
        return False  # who speaks on it
    return len(words) > 1 or not _is_place_or_people(words[0], pack)


def _is_place_or_people(word: Token, pack: LanguagePack) -> bool:
    head = noun(word, pack)
    is_place = head is not None and head.kind in PLACES
    is_people = not pack.participants.isdisjoint({word.lower, word.base})
    return is_place or is_people or is_role((word,), pack)


def _opens_a_clause(span: Span, read: ReadSentence) -> bool:
    """Tell whether a verb opens the item: «рассказали о мерах, | говорили о ценах»."""
    pack = read.scene.pack
    first = read.scene.inside(span)[:1]
    return pack.goes_on_in_genitive and any(pack.verbal.fullmatch(t.lower) for t in first)


def _is_meeting(span: Span, read: ReadSentence) -> bool:
    """Tell whether the item only speaks of a meeting: «the opening session of the training»."""
    of_words = read.scene.pack.of_words
    inside = (m for m in read.mentions if span.start <= m.span.start < span.end)
    for mention in inside:
        if mention.is_activity and not (mention.named or mention.plural):
            after = read.scene.token_after(mention.span.end)
            opens = mention.span.start == span.start and (mention.definite or mention.indefinite)
            return opens or (after is not None and after.lower in of_words)
    return False


# -- Signs and words of a language ---------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Signs:
    """What ends an enumeration, parts its items, and stands before and behind an item."""

    end: "regex.Pattern[str]"
    separator: "regex.Pattern[str]"
    joint: "regex.Pattern[str]"
    opening: "regex.Pattern[str]"
    closing: "regex.Pattern[str]"


@cache
def _signs(pack: LanguagePack) -> _Signs:
    joins, articles = _any_of(pack.conjunctions), _any_of(pack.articles)
    aside = rf"(?:{pack.aside.pattern}\s*[–—-]\s*)?"
    return _Signs(
        end=compiled(rf"{_stop(pack)}|[;:()\n]|,\s{pack.relative.pattern}|\s?[–—]\s|\s-\s"),
        separator=compiled(rf",\s+(?:{joins}\s+)*|\s+{pack.list_separator.pattern}\s+"),
        joint=compiled(rf"\s+{joins}\s+"),
        opening=compiled(rf"[\"“„«]?(?:[–—-]\s*)?(?:{joins}\s+)?{aside}(?:{articles}\s+)?"),
        closing=compiled(rf"(?:[\s.\"”“»]|\s{joins})+$"),
    )


def _stop(pack: LanguagePack) -> str:
    """Return a pattern for the stop of a sentence, unlike those of «4.0» and «am 1. März»."""
    return r"(?<!\b\d{1,2})\.(?!\d)" if pack.ordinal_stop else r"\."


def _any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first."""
    escaped = (regex.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return f"(?:{'|'.join(escaped)})"
