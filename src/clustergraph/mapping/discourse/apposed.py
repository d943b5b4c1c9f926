"""Activities told twice in one breath: «The Alpha Initiative, a European programme»."""

from clustergraph.mapping.kinds import GATHERINGS
from clustergraph.mapping.mentions.mention import Mention, Sign
from clustergraph.mapping.mentions.read_sentence import ReadSentence

__all__ = ["is_meeting_behind", "is_name_behind", "is_noun_behind", "is_said_to_be", "named_before"]


def is_noun_behind(before: Mention, mention: Mention, read: ReadSentence) -> bool:
    """Tell whether the mention says what the name before it is: «“Alpha”, the two-week course»."""
    is_noun = mention.is_activity and not mention.named
    is_called = before.sign is Sign.SURROUNDINGS and before.kind == mention.kind
    is_name = is_called or _is_bare_quote(before)
    return is_noun and is_name and _only_comma(before, mention, read)


def is_said_to_be(before: Mention, mention: Mention, read: ReadSentence) -> bool:
    """Tell whether the mention says what the name before it is: «Alpha is a three-year project»."""
    if not before.named or mention.named or not mention.is_activity or mention.plural:
        return False
    pack = read.scene.pack
    gap = read.scene.gap(before.span.end, mention.span.start).lower()
    words = {word for word in gap.split() if not word[:1].isdigit()}  # «a 36-month project»
    return bool(words & pack.copulas) and words <= pack.copulas | pack.articles


def is_meeting_behind(mention: Mention, read: ReadSentence) -> bool:
    """Tell whether the noun behind a comma goes on: «a workshop …, an event organised by …»."""
    pack = read.scene.pack
    is_noun = mention.kind in GATHERINGS and not (mention.named or mention.plural)
    if not is_noun or mention.definite or mention.head not in pack.any_gathering:
        return False
    before = list(read.scene.before(mention.span.start))
    while before and before[-1].lower in pack.articles | pack.indefinite:
        before.pop()
    return bool(before) and before[-1].text in {",", "–", "—"}


def is_name_behind(before: Mention, mention: Mention, read: ReadSentence) -> bool:
    """Tell whether the mention names the activity before it: «an undertaking, “Alpha”»."""
    is_noun = before.is_activity and not before.named
    return is_noun and _is_bare_quote(mention) and _only_comma(before, mention, read)


def named_before(mention: Mention, read: ReadSentence) -> Mention | None:
    """Return the activity that the mention describes: «The Alpha Initiative, a EU programme»."""
    if not mention.is_activity or mention.named or not mention.indefinite:
        return None
    named = [m for m in read.between(0, mention.span.start) if m.is_activity and m.named]
    return named[-1] if named and _only_owners(named[-1], mention, read) else None


def _is_bare_quote(mention: Mention) -> bool:
    return mention.kind is None and mention.sign is Sign.QUOTES


def _only_comma(left: Mention, right: Mention, read: ReadSentence) -> bool:
    """Tell whether only a comma, a dash or a bracket, and articles, stand between."""
    gap = read.scene.gap(left.span.end, right.span.start).lower()
    return gap[:1] in {",", "–", "("} and read.scene.pack.articles.issuperset(gap[1:].split())


def _only_owners(left: Mention, right: Mention, read: ReadSentence) -> bool:
    """Tell whether only a comma, articles and the names of owners stand between."""
    gap = read.scene.gap(left.span.end, right.span.start).lower()
    between = read.between(left.span.end, right.span.start)
    owners = " ".join(mention.names[-1].lower() for mention in between)
    words = (word for word in gap[1:].split() if word not in read.scene.pack.articles)
    return gap.startswith(",") and all(word in owners for word in words)
