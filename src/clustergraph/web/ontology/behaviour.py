"""What follows from the axioms of a term, in sentences."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from clustergraph.operations.ontology_guide.explain import Character, Ends, Term
from clustergraph.web.linking import Linker
from clustergraph.web.ontology.term_links import term_links
from clustergraph.web.pieces import Link
from clustergraph.web.wording import Wording, message
from clustergraph.web.wording.weaving import Woven, listed, weave

__all__ = ["behaviour"]

_CHARACTERS = {
    Character.FUNCTIONAL: message("A thing has one value of it at the most."),
    Character.INVERSE_FUNCTIONAL: message("A value belongs to one thing at the most."),
    Character.TRANSITIVE: message(
        "It passes on: where it leads from one to a second and from there to a third, it leads "
        "from the first to the third."
    ),
    Character.SYMMETRIC: message("It holds both ways."),
    Character.ASYMMETRIC: message("It never holds both ways."),
    Character.IRREFLEXIVE: message("Nothing stands in it to itself."),
}


class _EndWords(NamedTuple):
    """What is said of one end of a property: what follows, or else what it is meant to be."""

    follows: str
    one_of: str
    meant: str


_DOMAIN: Final = _EndWords(
    follows=message(
        "Whatever has it is of the class %(classes)s; that follows, whatever else is known."
    ),
    one_of=message("Whatever has it is one of: %(classes)s; nothing follows from it about which."),
    meant=message("Whatever has it is meant to be: %(class)s."),
)
_RANGE: Final = _EndWords(
    follows=message("Its value is of the class %(classes)s; that follows, whatever else is known."),
    one_of=message("Its value is one of: %(classes)s; nothing follows from it about which."),
    meant=message("Its value is meant to be: %(class)s."),
)


def behaviour(term: Term, linker: Linker) -> Iterator[Woven]:
    """Say in sentences what follows from the axioms of a term."""
    wording = linker.wording
    if not term.is_class:
        yield from _of_end(_DOMAIN, term.domain, linker)
        yield from _of_end(_RANGE, term.range, linker)
    for inverse in term_links(term.inverse, linker):
        yield weave(wording, "The same, said from the other end: %(property)s.", property=inverse)
    yield from ((Link(text=wording.gettext(_CHARACTERS[each])),) for each in term.characters)
    for chain in term.chains:
        yield _chained(term_links(chain, linker), wording)
    if term.disjoint:
        others = _commas(term_links(term.disjoint, linker))
        yield weave(wording, "Nothing that is one is also: %(classes)s.", classes=others)


def _chained(steps: Woven, wording: Wording) -> Woven:
    """Say by which properties, one after the other, a chain leads on."""
    so_far: Woven = steps[:1]
    for step in steps[1:]:
        so_far = weave(wording, "%(steps)s and then %(step)s", steps=so_far, step=step)
    return weave(wording, "It follows wherever %(steps)s lead to something.", steps=so_far)


def _of_end(said: _EndWords, ends: Ends, linker: Linker) -> Iterator[Woven]:
    """Say what is known of whatever stands at one end of a property."""
    wording, links = linker.wording, term_links(ends.things, linker)
    if not links:
        return
    if not ends.is_open:
        yield weave(wording, said.follows, classes=listed(wording, links))
    elif len(links) > 1:
        yield weave(wording, said.one_of, classes=_commas(links))
    else:
        yield weave(wording, said.meant, **{"class": links[0]})


def _commas(links: Iterable[Link]) -> Woven:
    return tuple(each for link in links for each in (Link(text=", "), link))[1:]
