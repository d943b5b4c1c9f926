"""Where programs get what a page about a thing tells, and people what stands behind it."""

from clustergraph.iris import is_entity
from clustergraph.model import Iri
from clustergraph.operations.describing.describe import Description
from clustergraph.web.addresses import linkset_path
from clustergraph.web.linking import Linker
from clustergraph.web.pieces import Link, LinkGroup
from clustergraph.web.questions.asking import query_address
from clustergraph.web.wording import Wording

__all__ = ["machine_links", "report_address"]


def report_address(iri: Iri, linker: Linker) -> str:
    """Return where a mistake about a thing is reported."""
    return linker.reader.to("/report", about=iri)


def machine_links(description: Description, linker: Linker, version: str) -> tuple[LinkGroup, ...]:
    """List the addresses for programs, each kind under its name, and the version that answers."""
    iri, said = description.thing.iri, linker.wording
    groups = [LinkGroup(title="SPARQL", links=_queries(description, said))]
    if is_entity(iri):
        groups += _lookups(iri, said)
    dataset = Link(text=version, href=linker.address("/dataset"))
    changes = Link(text="Atom", href="/api/changes.atom")
    return (
        *groups,
        LinkGroup(title=said.gettext("All its links"), links=(_named(linkset_path(iri)),)),
        LinkGroup(title=said.gettext("Version"), links=(dataset,)),
        LinkGroup(title=said.gettext("What changed since earlier versions"), links=(changes,)),
    )


def _queries(description: Description, said: Wording) -> tuple[Link, ...]:
    iri = description.thing.iri
    stated = Link(
        text=said.gettext("Open this as a query"), href=query_address("said-of", entity=iri)
    )
    if not description.consequences:
        return (stated,)
    follows = query_address("follows-for", entity=iri)
    return stated, Link(text=said.gettext("Open what follows as a query"), href=follows)


def _lookups(iri: Iri, said: Wording) -> list[LinkGroup]:
    preview = f"/reconcile/preview?id={iri.local}"
    return [
        LinkGroup(title="API", links=(_named(f"/api/entities/{iri.local}"),)),
        LinkGroup(title=said.gettext("Preview for reconciliation"), links=(_named(preview),)),
    ]


def _named(address: str) -> Link:
    return Link(text=address, href=address)
