"""Persons: known by titles, given names, positions and lists of people, in any script."""

from collections.abc import Sequence
from dataclasses import replace

from clustergraph.languages import LanguagePack, readings
from clustergraph.mapping.kinds import PLACES
from clustergraph.mapping.mentions.mention import Mention, Sign
from clustergraph.mapping.mentions.roles import Role, is_role
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.base_forms import base_name_of_person
from clustergraph.mapping.text.nominatives import is_form_of_given_name, is_patronymic
from clustergraph.mapping.text.tokens import Token
from clustergraph.model import ZoneKind
from clustergraph.vocab import CG

__all__ = ["as_person"]

_FEWEST_WORDS, _MOST_WORDS = 2, 4


def as_person(mention: Mention, scene: Scene, roles: Sequence[Role]) -> Mention | None:
    """Return the untyped name as a person where something says so, else None."""
    tokens = scene.inside(mention.span)
    if not _could_be_a_person(tokens, scene.pack):
        return None
    if not (
        _has_title(mention, scene)
        or _bears_given_name(tokens, scene.pack)
        or any(_is_beside(role, mention, scene) for role in roles)
        or _is_listed_as_a_person(mention, scene)
    ):
        return None
    text = " ".join(token.text for token in tokens)
    names = dict.fromkeys((base_name_of_person(tokens, scene.pack), text))
    return replace(mention, kind=CG.Person, sign=Sign.PERSON, names=tuple(names))


def _could_be_a_person(tokens: Sequence[Token], pack: LanguagePack) -> bool:
    words = [token for token in tokens if token.lower not in pack.name_particles]
    if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS or all(t.is_acronym for t in tokens):
        return False
    if tokens[0].lower in pack.ordinals:
        return False  # «Четвъртата Балканска»
    is_given = pack.head_first and _is_given_name(tokens[0], pack)
    return all(_could_be_in_a_name(token, pack, is_given=is_given) for token in tokens)


def _could_be_in_a_name(token: Token, pack: LanguagePack, *, is_given: bool) -> bool:
    """Tell whether it may be; behind a given name an adjective of a nation is a surname.

    So is a place's noun.
    """
    is_name = token.is_name_like or token.lower in pack.name_particles
    head = pack.heads.get(token.base)
    if is_given:  # «Ana Salas», «Mario Villa»
        return is_name and (head is None or head.kind in PLACES)
    return is_name and head is None and token.base not in pack.demonyms


def _bears_given_name(tokens: Sequence[Token], pack: LanguagePack) -> bool:
    """Tell whether a given name stands first, or behind one surname as in «Nowak Jan».

    «Piazza Cesare Battisti» is a square, «Петров Иван Иванович» a man.
    """
    if _is_given_name(tokens[0], pack):
        return True
    is_short = len(tokens) == _FEWEST_WORDS or is_patronymic(tokens[-1].text, pack)
    return is_short and _is_given_name(tokens[1], pack)


def _has_title(mention: Mention, scene: Scene) -> bool:
    before = [token for token in scene.before(mention.span.start)[-3:] if token.text != "."]
    return any(scene.pack.is_title(token.text) for token in before[-1:])


def _is_given_name(token: Token, pack: LanguagePack) -> bool:
    first = token.text.partition("-")[0]  # «Marie-Lys»
    if not pack.given_names.isdisjoint({token.text, first, token.base.capitalize()}):
        return True
    if is_form_of_given_name(token.text, pack):
        return True
    known = readings(token.text, pack.code)
    return any(reading.is_given_name and reading.base.istitle() for reading in known)


def _is_beside(role: Role, mention: Mention, scene: Scene) -> bool:
    """Tell whether the position stands right before the name, or behind it after a sign."""
    if role.span.end <= mention.span.start:
        return scene.gap(role.span.end, mention.span.start) in {"", ","}
    return scene.gap(mention.span.end, role.span.start) in {",", "(", "–", "-"}


def _is_listed_as_a_person(mention: Mention, scene: Scene) -> bool:
    """A bullet such as "Name Surname, Organisation" under a line that announces people."""
    opens = mention.span.start == scene.sentence.span.start
    if scene.sentence.kind is not ZoneKind.BULLET or not opens or not _announces_people(scene):
        return False
    return scene.text_after(mention.span.end)[:1] in {",", "(", "–", "-", ":", ""}


def _announces_people(scene: Scene) -> bool:
    """Tell whether the line above the bullets speaks of people."""
    lead_in = scene.sentence.lead_in
    return lead_in is not None and any(
        token.lower in scene.pack.participants or is_role((token,), scene.pack)
        for token in lead_in.tokens
    )
