"""The mention that a proper name makes: its base form, its aliases, the acronym in brackets."""

from collections.abc import Iterator

import regex

from clustergraph.mapping.mentions.mention import Mention, Sign
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.base_forms import base_name
from clustergraph.mapping.text.numerals import ordinal_of
from clustergraph.mapping.text.tokens import in_one_line, without_genitive
from clustergraph.model import Iri, Span

__all__ = ["LONGEST_NAME", "name_mention"]

LONGEST_NAME = 14
"""Tokens; what is longer is a sentence in capitals."""

_BRACKETS = regex.compile(r"\s*\((?P<inside>[^()]{2,60})\)")
_ACRONYM = regex.compile(r"[\p{Lu}\p{N}][\p{L}\p{N}&/+-]{1,11}")
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
    whole, acronym = _with_brackets(scene, span)
    base = base_name(scene.inside(core), scene.pack) if kind is not None else None
    forms = (base, *_forms(scene.text(core)), acronym)
    before = scene.token_before(span.start)
    return Mention(
        span=whole,
        core=core,
        names=tuple(dict.fromkeys(form for form in forms if form)),
        kind=kind,
        sign=sign,
        head=head,
        definite=before is not None and before.lower in scene.pack.definite,
        ordinal=ordinal_of(before, scene.pack) if before else None,
    )


def _forms(text: str) -> Iterator[str]:
    """Yield the name, before it its two halves where it is «A Long Name - ALN»."""
    flat = without_genitive(in_one_line(text))
    dashed = _ALIAS_AFTER_DASH.fullmatch(flat)
    if dashed:
        yield dashed.group("long")
        yield dashed.group("short")
    yield flat


def _with_brackets(scene: Scene, span: Span) -> tuple[Span, str]:
    """Take in an acronym in brackets behind the name."""
    offset = scene.sentence.span.start
    match = _BRACKETS.match(scene.sentence.text, span.end - offset)
    inside = match.group("inside").strip('"“”„ ') if match else ""
    if match is None or not _is_acronym(inside):
        return span, ""
    return Span(span.start, match.end() + offset), inside


def _is_acronym(text: str) -> bool:
    is_short = _ACRONYM.fullmatch(text) is not None
    return is_short and sum(map(str.isupper, text)) >= _LEAST_CAPITALS
