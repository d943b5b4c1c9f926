"""One sentence about a thing, made of its facts, for whoever has never heard of it.

Names are not inflected, so each language joins them with what relates them as it can without: where
English says "located in Bulgaria", others write "label: name".
"""

from collections.abc import Iterable, Iterator
from functools import reduce

from clustergraph.model import Iri
from clustergraph.operations.describing.describe import Description, Group
from clustergraph.vocab import CG, INVERSES
from clustergraph.web.linking import Linker, capitalised
from clustergraph.web.pieces import Link
from clustergraph.web.wording import Wording
from clustergraph.web.wording.weaving import Woven, listed, weave

__all__ = ["sentence"]

_TELLING = (CG.affiliatedWith, CG.partOf, CG.memberOf, CG.organisedBy, CG.sector, CG.locatedIn)
"""What places a thing best, in the order in which it is said."""
_SHORT = (CG.Training, CG.Event)
_MOST_PARTS = 3
_MOST_NAMES = 2


def sentence(description: Description, linker: Linker) -> Woven:
    """Say what a thing is, in words and links that are read one after the other.

    Where nothing places it, what points at it does.
    """
    if description.kind is None:
        return ()
    told = list(_relations(description.relations, linker))
    dates = _dates(description, linker.wording)
    if not told and not dates:
        told = list(_incoming(description.incoming, linker))
    parts = [_kind(description, linker), *told, *([(Link(text=dates),)] if dates else [])]
    said = reduce(lambda said, more: _joined(linker.wording, said, more), parts)
    return weave(linker.wording, "%(said)s.", said=said)


def _joined(wording: Wording, said: Woven, more: Woven) -> Woven:
    return weave(wording, "%(said)s, %(more)s", said=said, more=more)


def _kind(description: Description, linker: Linker) -> Woven:
    """Name the class, and what kind of it the thing is."""
    if description.kind is None:
        return ()
    name = Link(text=capitalised(linker.link(description.kind)).text)
    kinds = [group for group in description.relations if group.property.iri == CG.kind]
    names = [linker.link(relation.other) for group in kinds for relation in group.relations]
    if not names:
        return (name,)
    kind = Link(text=names[0].text)
    return weave(linker.wording, "%(class)s (%(kind)s)", **{"class": name, "kind": kind})


def _relations(groups: Iterable[Group], linker: Linker) -> Iterator[Woven]:
    by_property = {group.property.iri: group for group in groups}
    telling = [by_property[iri] for iri in _TELLING if iri in by_property]
    for group in telling[:_MOST_PARTS]:
        yield _part(group.property.iri, group, linker)


def _incoming(groups: Iterable[Group], linker: Linker) -> Iterator[Woven]:
    """Take the largest group of those that point here in a way that has a name from here.

    What belongs to a thing tells less of it than what the thing does.
    """
    named = [group for group in groups if group.property.iri in INVERSES]
    for group in sorted(named, key=lambda it: (it.property.iri == CG.partOf, -it.total))[:1]:
        yield _part(INVERSES[group.property.iri], group, linker)


def _part(property_: Iri, group: Group, linker: Linker) -> Woven:
    """Say one relation: its name and the first things that stand in it."""
    wording = linker.wording
    names = [linker.link(relation.other) for relation in group.relations[:_MOST_NAMES]]
    left_out = group.total - len(names)
    if left_out:
        names.append(Link(text=wording.ngettext("%(num)s more", "%(num)s more", left_out)))
    relation, things = linker.to(property_).text, listed(wording, names)
    return weave(wording, "%(relation)s %(things)s", relation=relation, things=things)


def _dates(description: Description, wording: Wording) -> str:
    """Say from when to when it lasts; a training or event without an end is over within days."""
    start, end = (_value(description, property_) for property_ in (CG.startDate, CG.endDate))
    written = wording.period(start, end)
    kind = description.kind.iri if description.kind else None
    if start and not end and kind not in _SHORT:
        return wording.gettext("from %(date)s", date=written)
    return wording.gettext("until %(date)s", date=written) if end and not start else written


def _value(description: Description, property_: Iri) -> str:
    """Return the least value; none where passages disagree about it."""
    if any(each.property.iri == property_ for each in description.disagreements):
        return ""
    values = [fact.value.text for fact in description.facts if fact.property.iri == property_]
    return min(values, default="")
