"""Names written with capitals: what a run of such words speaks of, if it is a name at all."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from clustergraph.languages import Head, LanguagePack, is_listed_word
from clustergraph.mapping.kinds import ACTIVITIES, BODIES, PLACES, QUALIFICATIONS
from clustergraph.mapping.mentions.activity_phrases import is_plural_noun
from clustergraph.mapping.mentions.mention import Mention, Sign
from clustergraph.mapping.mentions.naming import (
    LONGEST_NAME,
    kind_of_edition,
    name_mention,
    with_brackets,
)
from clustergraph.mapping.mentions.no_names import (
    is_abstract,
    is_common,
    names_nobody,
    opens_a_region,
    says_nothing,
)
from clustergraph.mapping.mentions.nouns import head_of, noun
from clustergraph.mapping.mentions.nouns_beside import (
    NounBeside,
    noun_after,
    noun_before,
    noun_further_back,
)
from clustergraph.mapping.mentions.places import place_of
from clustergraph.mapping.mentions.runs import find_runs
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.articles import has_definite_ending
from clustergraph.mapping.text.nominatives import is_form_of_given_name
from clustergraph.mapping.text.numerals import is_roman
from clustergraph.mapping.text.tokens import Token, span_of
from clustergraph.model import Span
from clustergraph.vocab import CG

__all__ = ["find_capitalised"]

_LONGEST_PLACE = 3
"""Words."""


def find_capitalised(scene: Scene, read: dict[Span, Mention | None]) -> Iterator[Mention]:
    """Yield the names written with capitals, typed by the nouns in them or beside them.

    ``read`` remembers what the runs of the sentence are: what is a name already only changes where
    they begin and end.
    """
    for tokens in find_runs(scene):
        span = span_of(tokens)
        if span not in read:
            read[span] = _read(scene, tokens)
        mention = read[span]
        if mention is not None:
            yield mention


def _read(scene: Scene, tokens: Sequence[Token]) -> Mention | None:
    """Return what a run speaks of; None where it is no name."""
    if len(tokens) > LONGEST_NAME or opens_a_region(scene, tokens):
        return None
    mention = _mention(scene, tokens)
    is_unsure = mention is not None and scene.is_all_capitals and _says_little(mention, scene)
    return None if is_unsure else mention


def _says_little(mention: Mention, scene: Scene) -> bool:
    """Tell whether a run in a heading with capitals throughout is no name for sure."""
    following = scene.token_after(mention.span.end)
    is_cut = following is not None and scene.is_position(following)
    return mention.kind is None or is_cut


def _mention(scene: Scene, tokens: Sequence[Token]) -> Mention | None:
    if says_nothing(scene, tokens):
        return None
    head = head_of(tokens, scene.pack) or _head_before_name(scene, tokens)
    beside = _noun_beside(scene, tokens)
    if _is_listed_place(scene, tokens, head, beside):
        return None
    if beside is not None:
        return _typed_by(beside, scene, tokens)
    if head is None or _is_surname(scene, tokens, head):
        return _untyped(scene, tokens)
    if len(tokens) == 1:
        return _noun_alone(scene, tokens[0], head)
    kind = kind_of_edition(scene, tokens, head)
    return name_mention(scene, span_of(tokens), Sign.HEAD, kind=kind, head=head.word)


def _is_surname(scene: Scene, tokens: Sequence[Token], head: Head) -> bool:
    """Tell whether a place's noun is somebody's name: «Mario Sala», «Ana Palacios»."""
    return scene.pack.head_first and head.kind in PLACES and _is_a_person(scene, tokens)


def _is_listed_place(
    scene: Scene, tokens: Sequence[Token], head: Head | None, beside: NounBeside | None
) -> bool:
    """Tell whether the gazetteer knows it, whatever its noun says: «País Vasco»."""
    kinds = {head.kind} if head else {beside.head.kind} if beside else set()
    return not kinds.isdisjoint(PLACES) and place_of(tokens, scene) is not None


def _head_before_name(scene: Scene, tokens: Sequence[Token]) -> Head | None:
    """Return the noun of «Toy Cluster Vienna», «National Toy Cluster ZORVO»: a name ends it."""
    return _head_before_place(scene, tokens) or _head_before_own_name(scene, tokens)


def _head_before_own_name(scene: Scene, tokens: Sequence[Token]) -> Head | None:
    own = takewhile(lambda token: token.lower not in scene.pack.of_words, tokens)
    words = [token for token in own if token.is_word and not is_roman(token.text)]
    *part, last = words or tokens
    if any(token.lower in scene.pack.linkers for token in part):
        return None
    if scene.pack.head_first or not part or not _is_own_name(last, scene.pack):
        return None
    head = noun(part[-1], scene.pack)
    return None if head is None or head.plural or head.kind in QUALIFICATIONS else head


def _is_own_name(token: Token, pack: LanguagePack) -> bool:
    """Tell whether the word names by itself: an acronym, or no word of the dictionary."""
    if not token.is_name_like or is_roman(token.text):
        return False
    is_other = token.text in pack.given_names or noun(token, pack) is not None
    return not is_other and (token.is_acronym or not is_listed_word(token.lower, pack.code))


def _head_before_place(scene: Scene, tokens: Sequence[Token]) -> Head | None:
    """Return the noun of «Toy Cluster Vienna», which ends in the name of a place."""
    if scene.pack.head_first:
        return None
    for length in range(1, min(_LONGEST_PLACE, len(tokens) - 2) + 1):
        if tokens[-length].is_name_like and place_of(tokens[-length:], scene):
            head = head_of(tokens[:-length], scene.pack)
            return head if head is not None and head.kind in BODIES else None
    return None


def _noun_beside(scene: Scene, tokens: Sequence[Token]) -> NounBeside | None:
    """Return the noun behind the name, else the one before a name that bears none itself."""
    span = span_of(tokens)
    behind = noun_after(scene, with_brackets(scene, span)[0])
    if behind is not None and _are_several_bodies(behind, scene):
        return None  # «Gold Label clusters» are not called so
    if behind is not None or head_of(tokens, scene.pack) is not None:
        return behind
    if _is_a_person(scene, tokens):
        return None
    before = noun_before(scene, span)
    if before is not None and (
        _are_of_a_place(before, scene, tokens) or _only_follows(before, scene, tokens)
    ):
        return None
    if before is not None or not scene.pack.plain_of or place_of(tokens, scene):
        return before
    return noun_further_back(scene, span)


def _are_several_bodies(noun: NounBeside, scene: Scene) -> bool:
    words = scene.inside(noun.span)
    return noun.head.kind in BODIES and all(is_plural_noun(word, scene.pack) for word in words)


def _only_follows(before: NounBeside, scene: Scene, tokens: Sequence[Token]) -> bool:
    """Tell whether the word order is free and the gathering is not called so.

    «посетила с визитом | Финляндию», «открыл мероприятие | Рашид Буамим».
    """
    if not scene.pack.goes_on_in_genitive or before.head.kind not in ACTIVITIES:
        return False
    bases = {word.base for word in scene.inside(before.span)}
    is_general = not scene.pack.any_gathering.isdisjoint(bases)
    return is_general or place_of(tokens, scene) is not None


def _are_of_a_place(noun: NounBeside, scene: Scene, tokens: Sequence[Token]) -> bool:
    """Tell whether a plural stands before a place: «технопарков | России»."""
    words = scene.inside(noun.span)
    is_plural = all(is_plural_noun(word, scene.pack) for word in words)
    return is_plural and place_of(tokens, scene) is not None


def _is_a_person(scene: Scene, tokens: Sequence[Token]) -> bool:
    """Tell whether a given name opens it: «a seminar with | Ann Lee» is not called so."""
    return len(tokens) > 1 and is_form_of_given_name(tokens[0].text, scene.pack)


def _typed_by(beside: NounBeside, scene: Scene, tokens: Sequence[Token]) -> Mention:
    """Return the name with a noun behind it («Blue Sky programme»), without one before it."""
    span = span_of(tokens)
    whole = span.hull(beside.span)
    is_part = beside.span.start > span.start and not with_brackets(scene, span)[1]
    core = whole if is_part else span
    kind, head = beside.head.kind, beside.head.word
    mention = name_mention(scene, whole, Sign.HEAD, core=core, kind=kind, head=head)
    if not is_part or not _is_name_without_noun(scene, tokens, beside):
        return mention
    return replace(mention, names=(*mention.names, scene.phrase(span)))


def _is_name_without_noun(scene: Scene, tokens: Sequence[Token], beside: NounBeside) -> bool:
    """Tell whether the activity is called so without its noun: «Blue Sky | programme»."""
    span = span_of(tokens)
    is_next = beside.head.kind in ACTIVITIES and beside.span.start <= span.end + 1
    is_other = head_of(tokens, scene.pack) or place_of(tokens, scene)
    return is_next and len(tokens) > 1 and not is_other


def _noun_alone(scene: Scene, token: Token, head: Head) -> Mention | None:
    """Return «the Agency» where it stands for a name said before: definite, with a capital."""
    is_common = head.generic or head.plural or token.is_acronym or head.kind not in BODIES
    if is_common or not _is_definite(scene, token):
        return None
    if _is_called_after_its_field(token, head, scene):
        return name_mention(scene, token.span, Sign.HEAD, kind=head.kind, head=head.word)
    return Mention(
        span=Span(token.span.start, token.span.start + len(token.bare)),
        names=(token.bare,),
        kind=head.kind,
        sign=Sign.DEFINITE_NOUN,
        head=head.word,
        definite=True,
    )


def _is_called_after_its_field(token: Token, head: Head, scene: Scene) -> bool:
    """Tell whether it is such as «der Holz-Cluster»; «der EU-Cluster» is none."""
    field, hyphen, last = token.bare.rpartition("-")
    if not hyphen or head.kind != CG.Cluster or not last.lower().startswith(head.word):
        return False
    is_said = field.lower() in scene.pack.common_nouns | scene.pack.unspecific
    return scene.pack.capitalises_nouns and not is_said and not field.isupper()


def _is_definite(scene: Scene, token: Token) -> bool:
    before = scene.token_before(token.span.start)
    has_article = before is not None and before.lower in scene.pack.definite
    return has_article or has_definite_ending(token, scene.pack)


def _untyped(scene: Scene, tokens: Sequence[Token]) -> Mention | None:
    if any(scene.pack.is_company_form(token.text) for token in tokens[1:]):
        return name_mention(scene, span_of(tokens), Sign.COMPANY_FORM, kind=CG.Organisation)
    if is_abstract(scene, tokens) and not scene.announced_kind(span_of(tokens)):
        return None
    if names_nobody(scene, tokens):
        return None
    if len(tokens) == 1 and not tokens[0].is_acronym and is_common(scene, tokens[0]):
        return None
    return name_mention(scene, span_of(tokens), Sign.CAPITALS)
