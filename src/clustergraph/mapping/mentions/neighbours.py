"""What mentions tell of each other by standing side by side: acronyms, owners of activities."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from clustergraph.mapping.kinds import BODIES
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.tokens import without_genitive

__all__ = ["in_company"]

_SHORTEST_ACRONYM = 3


def in_company(mentions: Sequence[Mention], scene: Scene) -> Iterator[Mention]:
    """Yield the mentions of a sentence, which are in order, with what their neighbours tell."""
    expanded = _expanded(mentions, scene)
    for mention, following in zip_longest(expanded, expanded[1:]):
        owns = following is not None and _owns(mention, following, scene)
        yield replace(mention, qualifier=True) if owns else mention


def _expanded(mentions: Sequence[Mention], scene: Scene) -> Sequence[Mention]:
    """Share the names of «NTI, the Northern Toy Institute» between the two mentions."""
    shared = list(mentions)
    for index, (left, right) in enumerate(pairwise(mentions)):
        if _explains(left, right, scene):
            names, kind = (*right.names, *left.names), right.kind or left.kind
            shared[index] = replace(left, names=names, kind=kind)
            shared[index + 1] = replace(right, names=names, kind=kind)
    return shared


def _explains(acronym: Mention, name: Mention, scene: Scene) -> bool:
    letters = acronym.names[0]
    initials = "".join(word[0] for word in name.names[0].split() if word[0].isupper())
    if not letters.isupper() or len(letters) < _SHORTEST_ACRONYM:
        return False
    sign, *words = scene.gap(acronym.span.end, name.span.start).lower().split() or [""]
    if not scene.pack.articles.issuperset(words):
        return False
    is_named = acronym.kind is None and name.kind in BODIES and len(name.names[0].split()) > 1
    return sign in {",", "–", "-"} and (initials == letters or (sign != "," and is_named))


def _owns(body: Mention, activity: Mention, scene: Scene) -> bool:
    """Tell whether the body owns the activity behind it: «the European Union initiative»."""
    if scene.pack.head_first or body.kind not in BODIES or not activity.is_activity:
        return False
    return _only_an_adjective(scene, body.span.end, activity.span.start)


def _only_an_adjective(scene: Scene, start: int, end: int) -> bool:
    """Tell whether at most one word, and no sign but the genitive's, stands between."""
    words = [word for word in scene.gap(start, end).split() if without_genitive(word)]
    return len(words) <= 1 and all(
        word.isalpha() and word.lower() not in scene.pack.function_words for word in words
    )
