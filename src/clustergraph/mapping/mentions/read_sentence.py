"""All mentions of a sentence: names, persons, places and activity phrases, without overlaps."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from clustergraph.languages import DateMention, Gazetteer, LanguagePack, find_dates
from clustergraph.mapping.kinds import FRAMES
from clustergraph.mapping.mentions.activity_phrases import find_phrases
from clustergraph.mapping.mentions.amounts import find_amounts
from clustergraph.mapping.mentions.announced import find_announced
from clustergraph.mapping.mentions.mention import Mention, Sign
from clustergraph.mapping.mentions.names import find_names
from clustergraph.mapping.mentions.neighbours import in_company
from clustergraph.mapping.mentions.nouns import noun
from clustergraph.mapping.mentions.nouns_beside import noun_apposed
from clustergraph.mapping.mentions.people import as_person
from clustergraph.mapping.mentions.places import as_places, find_places, place_of
from clustergraph.mapping.mentions.quality_labels import find_quality_labels
from clustergraph.mapping.mentions.roles import Role, find_roles
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.mentions.sectors import find_sectors
from clustergraph.mapping.text.sentences import Sentence
from clustergraph.model import Span
from clustergraph.vocab import CG

__all__ = ["ReadSentence", "read_sentence"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSentence:
    """A sentence with all that was seen in it; mentions are in order.

    ``amounts`` are those of money, whose figures count nobody.
    """

    scene: Scene
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...]
    dates: tuple[DateMention, ...]
    amounts: tuple[Span, ...] = ()

    @property
    def sentence(self) -> Sentence:
        """The sentence itself."""
        return self.scene.sentence

    def between(self, start: int, end: int) -> tuple[Mention, ...]:
        """Return the mentions that lie between two positions."""
        return tuple(m for m in self.mentions if start <= m.span.start and m.span.end <= end)


def read_sentence(
    sentence: Sentence, pack: LanguagePack, gazetteer: Gazetteer, known: Mapping[str, Mention]
) -> ReadSentence:
    """Find all that the sentence mentions; ``known`` are names that the document makes certain."""
    scene = Scene(sentence=sentence, pack=pack, gazetteer=gazetteer, known=known)
    roles = find_roles(scene)
    scene = replace(scene, positions=tuple(role.span for role in roles))
    scene = replace(scene, announced=tuple(find_announced(scene)))
    found = [mention for name in find_names(scene) for mention in _settled(name, scene, roles)]
    found += [*find_places(scene, found)]
    found += [*find_quality_labels(scene, found)]
    found += [*find_sectors(scene, found)]
    found += find_phrases(scene, found)
    found.sort(key=lambda mention: mention.span)
    amounts = tuple(find_amounts(scene))
    return ReadSentence(
        scene=scene,
        mentions=tuple(in_company(found, scene)),
        roles=roles,
        dates=tuple(_dates(sentence, pack, amounts)),
        amounts=amounts,
    )


def _settled(name: Mention, scene: Scene, roles: Sequence[Role]) -> tuple[Mention, ...]:
    """Give an untyped name its kind if it is a place or a person; drop titles and positions."""
    if name.kind is not None:
        return (_as_announced(_as_called_a_frame(name, scene), scene),)
    words = [token for token in scene.inside(name.span) if token.is_word]
    is_position = any(role.span.covers(name.span) for role in roles)
    if is_position or all(scene.pack.is_title(word.text) for word in words):
        return ()
    person = None if _holds_a_place(name, scene) else as_person(name, scene, roles)
    if person:
        return (person,)
    return as_places(name, scene) or (_as_announced(_as_apposed(name, scene), scene),)


def _holds_a_place(name: Mention, scene: Scene) -> bool:
    """Tell whether it is a listed place although it holds a given name: «la | Alba Iulia».

    So is what stands behind an acronym («CCI Constanța»); the whole is no person then.
    """
    tokens = scene.inside(name.span)
    if tokens[0].is_acronym and len(tokens) > 1 and place_of(tokens[1:], scene) is not None:
        return True
    place, before = place_of(tokens, scene), scene.token_before(name.span.start)
    is_in = before is not None and before.lower in scene.pack.place_prepositions
    return place is not None and (is_in or place.kind == CG.Country)


def _as_apposed(name: Mention, scene: Scene) -> Mention:
    """Give a name the kind that the noun behind it tells: «Alpha, a Catalan cluster»."""
    head = noun_apposed(scene, name.span)
    return replace(name, kind=head.kind, head=head.word) if head else name


def _as_called_a_frame(name: Mention, scene: Scene) -> Mention:
    """Give «Cluster Zorvo, a Danish project» its kind: what it says it is outdoes its first word.

    The second sign makes that certain for the whole document.
    """
    if name.kind != CG.Cluster or name.sign is not Sign.HEAD or _is_introduced(name, scene):
        return name
    after = scene.token_after(name.span.end)
    head = noun_apposed(scene, name.span) if after is not None and after.text == "," else None
    if head is None or head.kind not in FRAMES:
        return name
    return replace(name, kind=head.kind, head=head.word, sign=Sign.SURROUNDINGS)


def _is_introduced(name: Mention, scene: Scene) -> bool:
    """Tell whether the noun of a cluster stands in lower case before the name: «the cluster Alpha».

    Then it is one, whoever says that it is an initiative.
    """
    own = scene.inside(name.core or name.span)
    return not any(noun(token, scene.pack) and token.is_capital for token in own)


def _as_announced(name: Mention, scene: Scene) -> Mention:
    """Give a name in a list the kind that the list is said to be of; a cluster is also a body."""
    kind = scene.announced_kind(name.core or name.span)
    is_open = name.kind is None or (name.kind == CG.Organisation and kind == CG.Cluster)
    return replace(name, kind=kind) if kind is not None and is_open else name


def _dates(
    sentence: Sentence, pack: LanguagePack, amounts: Sequence[Span]
) -> Iterator[DateMention]:
    """Yield the dates; «2018 Euro» are none."""
    for date in find_dates(sentence.text, pack):
        span = sentence.place(date.span.start, date.span.end)
        if not any(amount.overlaps(span) for amount in amounts):
            yield replace(date, span=span)
