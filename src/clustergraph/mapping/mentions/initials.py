"""Persons by their initials: «I. I. Petrov», «Petrov I.I.», «Ann M. Lee»."""

from collections.abc import Iterator

import regex

from clustergraph.mapping.mentions.mention import Mention, Sign
from clustergraph.mapping.mentions.nouns import noun
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.nominatives import is_form_of_given_name
from clustergraph.mapping.text.tokens import in_one_line
from clustergraph.vocab import CG

__all__ = ["find_by_initials"]

_INITIAL = r"\p{Lu}\.[\s\u00a0]?"
_SURNAME = r"\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?"
_WITH_INITIALS = regex.compile(
    rf"(?<![\p{{L}}.])(?:(?P<given>\p{{Lu}}\p{{Ll}}+)[\s\u00a0](?={_INITIAL}))?"
    rf"(?:(?:(?P<title>\p{{Lu}}\.)[\s\u00a0]?(?:{_INITIAL})?)(?<=\s)(?P<last>{_SURNAME})|(?P<first>{_SURNAME})\s(?:{_INITIAL}){{2}})"
)


def find_by_initials(scene: Scene) -> Iterator[Mention]:
    """Yield the persons of whose given names only the initials are written."""
    for match in _WITH_INITIALS.finditer(scene.sentence.text):
        start = match.start()
        given = match.group("given")
        is_given = bool(given) and is_form_of_given_name(given, scene.pack)
        if given and not (is_given or _is_behind_a_position(match, scene)):
            start = match.end("given") + 1
        if scene.pack.is_title(match.group("title") or "") or _is_of_a_body(match, scene):
            continue  # «M. Haddad»
        if _may_be_surname(match.group("last") or match.group("first"), scene):
            name = scene.sentence.text[start : match.end()]
            span = scene.sentence.place(start, start + len(name.rstrip()))
            yield Mention(span=span, names=(in_one_line(name),), kind=CG.Person, sign=Sign.PERSON)


def _is_behind_a_position(match: "regex.Match[str]", scene: Scene) -> bool:
    """Tell whether it is the "Kandi" of «Director Kandi K. Lee», whatever name that is."""
    start = match.start() + scene.sentence.span.start
    return any(0 <= start - position.end <= 1 for position in scene.positions)


def _is_of_a_body(match: "regex.Match[str]", scene: Scene) -> bool:
    """Tell whether the letters are those of a company: «ZORVO S.A. | Jan Kowalski».

    So are those in «Univerzita T. Zorva», which is called after somebody.
    """
    before = scene.token_before(match.start() + scene.sentence.span.start)
    if before is not None and before.is_capital and noun(before, scene.pack) is not None:
        return True
    last = match.start("last")
    letters = scene.sentence.text[match.start() : last] if last >= 0 else ""
    return scene.pack.is_company_form("".join(letters.split()))


def _may_be_surname(word: str, scene: Scene) -> bool:
    """Tell whether it is no noun of a body and no month: «U.S. Agency», «r. Maj»."""
    pack = scene.pack
    lower = word.lower()
    return not (lower in pack.heads or lower in pack.months or lower in pack.demonyms)
