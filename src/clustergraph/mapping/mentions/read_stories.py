"""The sentences of a document, read twice: what one place makes certain is then known everywhere.

How one sentence is read stands in ``read_sentence``; here is what the sentences tell of each other.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from clustergraph.languages import Gazetteer, LanguagePack
from clustergraph.mapping.kinds import FRAMES
from clustergraph.mapping.mentions.days_told import with_relative_days
from clustergraph.mapping.mentions.mention import Mention, Sign
from clustergraph.mapping.mentions.read_sentence import ReadSentence, read_sentence
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.stories import Story
from clustergraph.model import Document, Iri, ZoneKind

__all__ = ["ReadStory", "certain_names", "read_stories"]

ReadStory = tuple[ReadSentence, ...]
"""The sentences of a story, each with all that was seen in it."""

_SHORTEST_CERTAIN = 3


def read_stories(
    document: Document, stories: Sequence[Story], pack: LanguagePack, gazetteer: Gazetteer
) -> tuple[ReadStory, ...]:
    """Find all that the stories of a document mention, and the days that its date tells."""
    first = [
        [read_sentence(sentence, pack, gazetteer, {}) for sentence in story.sentences]
        for story in stories
    ]
    known = certain_names(read for story in first for read in story)
    second = _without_unnamed([[_read_again(read, known) for read in story] for story in first])
    return tuple(tuple(with_relative_days(read, document) for read in story) for story in second)


def _read_again(read: ReadSentence, known: Mapping[str, Mention]) -> ReadSentence:
    """Read a sentence once more if it bears a name that has become certain elsewhere."""
    scene = read.scene
    if not any(form in scene.sentence.text for form in known):
        return read
    return read_sentence(scene.sentence, scene.pack, scene.gazetteer, known)


def _without_unnamed(
    stories: Sequence[Sequence[ReadSentence]],
) -> tuple[tuple[ReadSentence, ...], ...]:
    """Drop «die Agentur» where no agency was named before: every noun has a capital there."""
    named: set[tuple[Iri | None, str]] = set()
    return tuple(tuple(_kept(read, named) for read in story) for story in stories)


def _kept(read: ReadSentence, named: set[tuple[Iri | None, str]]) -> ReadSentence:
    kept: list[Mention] = []
    for mention in read.mentions:
        key = (mention.kind, mention.head)
        if mention.sign is not Sign.DEFINITE_NOUN or not _may_be_common(mention, read.scene):
            named.add(key)
            kept.append(mention)
        elif key in named:
            kept.append(mention)
    return replace(read, mentions=tuple(kept))


def _may_be_common(mention: Mention, scene: Scene) -> bool:
    """Tell whether the noun's capital says nothing: all have one, or it opens the sentence.

    At the opening an article before it, which is no ending, shows that the capital is its own.
    """
    return scene.pack.capitalises_nouns or scene.opens(mention.span.start)


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
    is_said = mention.sign is Sign.SURROUNDINGS and mention.kind in FRAMES
    return is_said or mention.sign is Sign.QUOTES or len(mention.names) > 1
