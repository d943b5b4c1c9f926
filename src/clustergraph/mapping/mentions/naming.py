"""The mention that a proper name makes: its base form, its aliases, the acronym in brackets."""

from collections.abc import Iterator, Sequence

import regex

from clustergraph.mapping.kinds import ACTIVITIES
from clustergraph.mapping.mentions.mention import Mention, Sign
from clustergraph.mapping.mentions.nouns import noun
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.base_forms import base_name
from clustergraph.mapping.text.numerals import is_roman, ordinal_of, roman_number
from clustergraph.mapping.text.tokens import Token, in_one_line, without_genitive
from clustergraph.model import Iri, Span

__all__ = ["LONGEST_NAME", "name_mention", "with_brackets"]

LONGEST_NAME = 14
"""Tokens; what is longer is a sentence in capitals."""

_BRACKETS = regex.compile(r"\s*\((?P<inside>[^()]{2,60})\)")
_ACRONYM = regex.compile(r"[\p{Lu}\p{N}][\p{L}\p{N}&/+.-]{1,11}")
_LEAST_CAPITALS = 2
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
    if kind is None and not _may_belong(acronym, scene.inside(core), scene):
        whole, acronym = span, ""  # "Ann Lee (UNDP)"
    base = base_name(scene.inside(core), scene.pack) if kind is not None else None
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
    if dashed:
        yield dashed.group("long")
        yield dashed.group("short")
    yield flat


def with_brackets(scene: Scene, span: Span) -> tuple[Span, str]:
    """Return the span with an acronym in brackets behind it, and the acronym, "" if none is."""
    offset = scene.sentence.span.start
    match = _BRACKETS.match(scene.sentence.text, span.end - offset)
    inside = match.group("inside").strip('"“”„ ') if match else ""
    if match is None or not _is_acronym(inside):
        return span, ""
    return Span(span.start, match.end() + offset), inside


def _may_belong(acronym: str, name: Sequence[Token], scene: Scene) -> bool:
    """Tell whether the acronym may be that of a name of which nothing is known."""
    initials = {token.text[0].upper() for token in name}
    return acronym[:1].upper() in initials and name[0].text not in scene.pack.given_names


def _is_acronym(text: str) -> bool:
    is_short = _ACRONYM.fullmatch(text) is not None
    return is_short and sum(map(str.isupper, text)) >= _LEAST_CAPITALS
