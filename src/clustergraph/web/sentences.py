"""One sentence about a thing, made of its facts, for whoever has never heard of it."""

from collections.abc import Iterable, Iterator

from clustergraph.model import Iri
from clustergraph.operations.describe import Description, Group
from clustergraph.vocab import CG, INVERSES
from clustergraph.web.linking import Linker, capitalised
from clustergraph.web.pieces import Link

__all__ = ["period", "sentence"]

_TELLING = (CG.affiliatedWith, CG.partOf, CG.memberOf, CG.organisedBy, CG.sector, CG.locatedIn)
"""What places a thing best, in the order in which it is said."""
_MOST_PARTS = 3
_MOST_NAMES = 2

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def sentence(description: Description, linker: Linker) -> tuple[Link, ...]:
    """Say what a thing is, in words and links that are read one after the other.

    Where nothing places it, what points at it does.
    """
    if description.kind is None:
        return ()
    told = list(_relations(description.relations, linker))
    dates = period(_value(description, CG.startDate), _value(description, CG.endDate))
    if not told and not dates:
        told = list(_incoming(description.incoming, linker))
    parts = [_kind(description, linker), *told, *([[Link(text=dates)]] if dates else [])]
    return tuple(_joined(parts))


def period(start: str, end: str) -> str:
    """Write two dates, of which either may be empty, without saying anything twice.

    >>> period("2018-02-19", "2018-02-23"), period("2016-11", "")
    ('19–23 February 2018', 'November 2016')
    >>> period("2018-12-30", "2019-01-02"), period("--05-12", "--05-14")
    ('30 December 2018 – 2 January 2019', '12–14 May')
    """
    first, last = _date(start), _date(end)
    if not first or not last or first == last:
        return " ".join(first or last)
    shared = 0
    while shared < min(len(first), len(last)) - 1 and first[-1 - shared] == last[-1 - shared]:
        shared += 1
    own = first[: len(first) - shared]
    dash = "–" if shared and len(own) == 1 else " – "
    return f"{' '.join(own)}{dash}{' '.join(last)}"


def _date(text: str) -> list[str]:
    """Write an ISO date of any precision as its words, the day first.

    >>> _date("2018-02-19"), _date("2018"), _date("--05-12"), _date("")
    (['19', 'February', '2018'], ['2018'], ['12', 'May'], [])
    """
    year, _, rest = text.removeprefix("-").partition("-")
    month, _, day = rest.partition("-")
    if not month.isdigit() or not 1 <= int(month) <= len(_MONTHS):
        return [text] if text else []
    parts = (day.lstrip("0"), _MONTHS[int(month) - 1], year)
    return [part for part in parts if part]


def _kind(description: Description, linker: Linker) -> list[Link]:
    """Name the class, and what kind of it the thing is."""
    if description.kind is None:
        return []
    name = Link(text=capitalised(linker.link(description.kind)).text)
    kinds = [group for group in description.relations if group.property.iri == CG.kind]
    names = [linker.link(relation.other) for group in kinds for relation in group.relations]
    return [name, *(Link(text=f" ({kind.text})") for kind in names[:1])]


def _relations(groups: Iterable[Group], linker: Linker) -> Iterator[list[Link]]:
    by_property = {group.property.iri: group for group in groups}
    telling = [by_property[iri] for iri in _TELLING if iri in by_property]
    for group in telling[:_MOST_PARTS]:
        yield _part(group.property.iri, group, linker)


def _incoming(groups: Iterable[Group], linker: Linker) -> Iterator[list[Link]]:
    """Take the largest group of those that point here in a way that has a name from here.

    What belongs to a thing tells less of it than what the thing does.
    """
    named = [group for group in groups if group.property.iri in INVERSES]
    for group in sorted(named, key=lambda it: (it.property.iri == CG.partOf, -it.total))[:1]:
        yield _part(INVERSES[group.property.iri], group, linker)


def _part(property_: Iri, group: Group, linker: Linker) -> list[Link]:
    """Write one relation: its name and the first things that stand in it."""
    names = [linker.link(relation.other) for relation in group.relations[:_MOST_NAMES]]
    if group.total > len(names):
        names.append(Link(text=f"{group.total - len(names)} more"))
    commas = [Link(text=", ")] * (len(names) - 2)
    joints = [Link(text=f"{linker.to(property_).text} "), *commas, Link(text=" and ")]
    return [link for pair in zip(joints, names, strict=False) for link in pair]


def _value(description: Description, property_: Iri) -> str:
    """Return the least value; none where passages disagree about it."""
    if any(each.property.iri == property_ for each in description.disagreements):
        return ""
    values = [fact.value.text for fact in description.facts if fact.property.iri == property_]
    return min(values, default="")


def _joined(parts: Iterable[list[Link]]) -> Iterator[Link]:
    for number, part in enumerate(parts):
        if number:
            yield Link(text=", ")
        yield from part
    yield Link(text=".")
