"""All mentions of a sentence: names, persons, places and activity phrases, without overlaps."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from clustergraph.languages import DateMention, Gazetteer, LanguagePack, find_dates
from clustergraph.mapping.mentions.activity_phrases import find_phrases
from clustergraph.mapping.mentions.mention import Mention, Sign
from clustergraph.mapping.mentions.names import find_names
from clustergraph.mapping.mentions.neighbours import in_company
from clustergraph.mapping.mentions.people import as_person
from clustergraph.mapping.mentions.places import as_places, find_places
from clustergraph.mapping.mentions.roles import Role, find_roles
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.sentences import Sentence
from clustergraph.model import Span, ZoneKind

__all__ = ["ReadSentence", "certain_names", "read_sentence"]

_SHORTEST_CERTAIN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSentence:
    """A sentence with all that was seen in it; mentions are in order."""

    scene: Scene
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...]
    dates: tuple[DateMention, ...]

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
    found = [mention for name in find_names(scene) for mention in _settled(name, scene, roles)]
    found += [*find_places(scene, found)]
    found += find_phrases(scene, found)
    found.sort(key=lambda mention: mention.span)
    return ReadSentence(
        scene=scene,
        mentions=tuple(in_company(found, scene)),
        roles=roles,
        dates=_dates(sentence, pack),
    )


def certain_names(sentences: Iterable[ReadSentence]) -> dict[str, Mention]:
    """Return the names that a document gives with certainty, by form.

    A name in quotes, or with an acronym in brackets, is recognised wherever it stands again.
    """
    names: dict[str, Mention] = {}
    for mention in _certain(sentences):
        for form in mention.names:
            if len(form) >= _SHORTEST_CERTAIN:
                names.setdefault(form, mention)
    return names


def _certain(sentences: Iterable[ReadSentence]) -> Iterator[Mention]:
    for read in sentences:
        if read.sentence.kind is not ZoneKind.TITLE:
            yield from (mention for mention in read.mentions if _is_certain(mention))


def _is_certain(mention: Mention) -> bool:
    if not mention.named or mention.kind is None or mention.sign is Sign.GAZETTEER:
        return False
    return mention.sign is Sign.QUOTES or len(mention.names) > 1


def _settled(name: Mention, scene: Scene, roles: Sequence[Role]) -> tuple[Mention, ...]:
    """Give an untyped name its kind if it is a place or a person; drop titles and positions."""
    if name.kind is not None:
        return (name,)
    words = [token for token in scene.inside(name.span) if token.is_word]
    is_position = any(role.span.covers(name.span) for role in roles)
    if is_position or all(scene.pack.is_title(word.text) for word in words):
        return ()
    person = as_person(name, scene, roles)
    return (person,) if person else as_places(name, scene) or (name,)


def _dates(sentence: Sentence, pack: LanguagePack) -> tuple[DateMention, ...]:
    offset = sentence.span.start
    return tuple(
        replace(date, span=Span(date.span.start + offset, date.span.end + offset))
        for date in find_dates(sentence.text, pack)
    )
