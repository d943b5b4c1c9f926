"""What is part of what, and whose something is, as the order of words tells."""

from clustergraph.mapping.kinds import BODIES, QUALIFICATIONS
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.relations.page import Page
from clustergraph.vocab import CG

__all__ = ["read_issuer", "read_owner", "read_whole"]


def read_whole(left: Mention, right: Mention, page: Page) -> None:
    """Note «the 4th training week of the Alpha programme»."""
    if not (left.is_activity and right.is_activity) or page.of(left) is page.of(right):
        return
    if page.is_of(left, right):
        page.note(left, CG.partOf, right, rule="part of a whole", confidence=0.85)


def read_owner(left: Mention, right: Mention, page: Page) -> None:
    """Note «the European Commission initiative» and «the programme of the Agency»."""
    if left.qualifier and right.is_activity:
        relation = CG.fundedBy if _is_for_funding(right, page) else CG.organisedBy
        page.note(right, relation, left, rule="owner before", confidence=0.75)
    if left.is_activity and page.kind(right) in BODIES and page.is_of(left, right):
        page.note(left, CG.organisedBy, right, rule="owner after", confidence=0.75)


def read_issuer(left: Mention, right: Mention, page: Page) -> None:
    """Note «the Gold Label of the Secretariat»."""
    is_label_of_body = page.kind(left) in QUALIFICATIONS and page.kind(right) in BODIES
    if is_label_of_body and page.is_of(left, right):
        page.note(left, CG.issuedBy, right, rule="issuer behind", confidence=0.8)


def _is_for_funding(mention: Mention, page: Page) -> bool:
    is_named_so = mention.head in page.pack.funding_nouns
    return is_named_so and page.kind(mention) == CG.Programme
