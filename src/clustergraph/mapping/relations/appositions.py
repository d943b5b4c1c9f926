"""Relations that the order of words carries without a cue: neighbours that explain each other."""

from itertools import pairwise

from clustergraph.mapping.relations.affiliations import (
    read_affiliation,
    read_affiliation_of_a_head,
    read_appointment,
    read_body_before_position,
    read_shared_body,
)
from clustergraph.mapping.relations.descriptions import read_description, read_listed_bodies
from clustergraph.mapping.relations.entries import read_entry
from clustergraph.mapping.relations.held_posts import read_affiliation_by_pronoun, read_posts
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.relations.regions import read_region
from clustergraph.mapping.relations.sectors import read_sector
from clustergraph.mapping.relations.whereabouts import (
    read_containment,
    read_opening_place,
    read_place_in_name,
    read_seat_by_demonym,
    read_shared_containment,
    read_situation,
)
from clustergraph.mapping.relations.wholes import (
    read_issuer,
    read_owner,
    read_part_of_project,
    read_whole,
)

__all__ = ["read_appositions"]

_OF_PAIRS = (
    read_body_before_position,
    read_affiliation,
    read_appointment,
    read_containment,
    read_situation,
    read_whole,
    read_owner,
    read_issuer,
    read_sector,
    read_shared_body,
)
_OF_TRIPLES = (read_affiliation_of_a_head, read_shared_containment)
_OF_ONE = (
    read_seat_by_demonym,
    read_place_in_name,
    read_opening_place,
    read_part_of_project,
    read_region,
    read_description,
    read_affiliation_by_pronoun,
)


def read_appositions(page: Page) -> None:
    """Note the facts that neighbouring mentions carry."""
    read_listed_bodies(page)
    read_entry(page)
    read_posts(page)
    for left, right in pairwise(page.mentions):
        for read in _OF_PAIRS:
            read(left, right, page)
    for triple in zip(page.mentions, page.mentions[1:], page.mentions[2:], strict=False):
        for read_triple in _OF_TRIPLES:
            read_triple(*triple, page)
    for mention in page.mentions:
        for read_one in _OF_ONE:
            read_one(mention, page)
