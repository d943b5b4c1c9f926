"""The mention that a proper name makes: its base form, its aliases, the acronym in brackets."""

from collections.abc import Iterator, Sequence

import regex

from clustergraph.languages import Head
from clustergraph.mapping.kinds import ACTIVITIES
from clustergraph.mapping.mentions.mention import Mention, Sign
from clustergraph.mapping.mentions.nouns import noun
from clustergraph.mapping.mentions.places import place_of
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.base_forms import base_name
from clustergraph.mapping.text.numerals import is_roman, ordinal_of, roman_number
from clustergraph.mapping.text.tokens import Token, in_one_line, without_genitive
from clustergraph.model import Iri, Span

__all__ = ["LONGEST_NAME", "kind_of_edition", "name_mention", "with_brackets"]

LONGEST_NAME = 14
"""Tokens; what is longer is a sentence in capitals."""

_BRACKETS = regex.compile(r"\s*\((?P<inside>[^()]{2,60})\)")
_ACRONYM = regex.compile(r"[\p{Lu}\p{N}][\p{L}\p{N}&/+.-]{1,11}")
_LEAST_CAPITALS = 2
_ALIKE = 4
"""Letters that a short form shares with a word of the name."""
_ALIAS_AFTER_DASH = regex.compile(
    r"(?P<long>.{12,}?)\s+[-–—]\s+(?P<short>[\p{Lu}\p{N}][\p{Lu}\p{N} /&+-]{1,24})"
)


def name_mention(
    scene: Scene,
    span: Span,
    sign: Sign,
    *,
    core: Span | None = None,
    kind: Iri | None = None,
    head: str = "",
) -> Mention:
    """Return the mention at the span; ``core`` is where the name itself stands, if not all of it.

    An acronym in brackets behind it is taken in. Names without a kind keep their form: what is to
    be brought to the nominative is known by the noun.
    """
    core = core or span
    whole, acronym = with_brackets(scene, span)
    acronym = acronym or with_brackets(scene, core)[1]
    is_place = bool(acronym) and kind is None and place_of(scene.inside(core), scene) is not None
    if kind is None and (is_place or not _may_belong(acronym, scene.inside(core), scene)):
        whole, acronym = span, ""  # "Ann Lee (UNDP)"
    keeps_quoted = scene.pack.goes_on_in_genitive or scene.pack.capitalises_nouns
    is_kept = kind is None or (_is_quoted(sign, core, span) and keeps_quoted)
    base = None if is_kept else base_name(scene.inside(core), scene.pack)
    forms = (base, *_forms(scene.text(core)), *_without_number(core, kind, scene), acronym)
    before = scene.token_before(span.start)
    return Mention(
        span=whole,
        core=core,
        names=tuple(dict.fromkeys(form for form in forms if form)),
        kind=kind,
        sign=sign,
        head=head,
        definite=before is not None and before.lower in scene.pack.definite,
        ordinal=(ordinal_of(before, scene.pack) if before else None) or _edition(core, kind, scene),
    )


def kind_of_edition(scene: Scene, tokens: Sequence[Token], head: Head) -> Iri:
    """Return what a numbered one is: «the 3rd Cluster Academy» is a training, no organisation."""
    before = scene.token_before(tokens[0].span.start)
    numbered = [token for token in (before, tokens[0]) if token is not None]
    is_numbered = any(ordinal_of(token, scene.pack) is not None for token in numbered)
    return head.edition if is_numbered and head.edition else head.kind


def _is_quoted(sign: Sign, core: Span, span: Span) -> bool:
    """Tell whether quotes hold the whole name, which then stands in the nominative: «Сёла мира»."""
    return sign is Sign.QUOTES and core != span


def _edition(core: Span, kind: Iri | None, scene: Scene) -> int | None:
    """Return the number that an activity's name begins with: 3 of «III Congreso de Clústeres»."""
    first, *others = scene.inside(core) or (None,)
    if first is None or not others or kind not in ACTIVITIES:
        return None
    if is_roman(first.text) and (len(first.text) > 1 or noun(others[0], scene.pack)):
        return roman_number(first.text)
    return ordinal_of(first, scene.pack)


def _without_number(core: Span, kind: Iri | None, scene: Scene) -> Iterator[str]:
    if _edition(core, kind, scene) is not None:
        yield in_one_line(scene.text(Span(scene.inside(core)[1].span.start, core.end)))


def _forms(text: str) -> Iterator[str]:
    """Yield the name, before it its two halves where it is «A Long Name - ALN»."""
    flat = without_genitive(in_one_line(text))
    dashed = _ALIAS_AFTER_DASH.fullmatch(flat)
    if dashed and not dashed.group("short").isdigit():
        yield dashed.group("long")
        yield dashed.group("short")
    yield flat


def with_brackets(scene: Scene, span: Span) -> tuple[Span, str]:
    """Return the span with an acronym in brackets behind it, and the acronym, "" if none is."""
    offset = scene.sentence.span.start
    match = _BRACKETS.match(scene.sentence.text, span.end - offset)
    inside = match.group("inside").strip('"“”„ ') if match else ""
    if inside.lower() in scene.pack.no_names:
        return span, ""
    if match is None or not (_is_acronym(inside) or _shortens(inside, scene.inside(span))):
        return span, ""
    return Span(span.start, match.end() + offset), inside


def _shortens(text: str, name: Sequence[Token]) -> bool:
    """Tell whether the words are short for the name: «(ADR West)», «(Clustero)» for a cluster's."""
    first, *others = text.split()
    initials = "".join(token.text[0] for token in name if token.is_capital)
    if others:
        return len(first) > 1 and first.isupper() and initials.startswith(first)
    begins = first[:_ALIKE].casefold()
    is_word = len(first) > _ALIKE and first[0].isupper() and first.isalpha()
    return is_word and any(
        token.lower.startswith(begins) and token.lower != first.casefold() for token in name
    )


def _may_belong(acronym: str, name: Sequence[Token], scene: Scene) -> bool:
    """Tell whether the acronym may be that of a name of which nothing is known."""
    initials = {token.text[0].upper() for token in name}
    return acronym[:1].upper() in initials and name[0].text not in scene.pack.given_names


def _is_acronym(text: str) -> bool:
    is_short = _ACRONYM.fullmatch(text) is not None
    return is_short and sum(map(str.isupper, text)) >= _LEAST_CAPITALS
