"""Ask a ClusterGraph service from Python, with types.

::

    from clustergraph.client import Client

    with Client("http://127.0.0.1:8000") as client:
        for hit in client.search("Зелена синергия", kind="Cluster").results:
            entity = client.entity(hit.iri, include=["relations", "evidence"])
        for outcome in client.lookup_all(["Karaganda", "iso:KZ", "no such thing"]):
            print(outcome.status, outcome.entity and outcome.entity.iri)

``AsyncClient`` is the same to be awaited. Both ask about what they were told before instead of
fetching it again, and come back when the service tells them to. ``clustergraph.client.frames``
makes data frames.

Nothing here knows the graph or the service: only its addresses and the shapes of its answers.
"""

from clustergraph.client.asking import Patience
from clustergraph.client.awaiting import AsyncClient
from clustergraph.client.batches import Batch, Candidate, Identifier, Item, Outcome, Status
from clustergraph.client.blocking import Client
from clustergraph.client.changes import (
    Change,
    ChangedDocument,
    ChangedEntity,
    ChangedStatement,
    Changes,
    ChangesHead,
    DecidedPassage,
    PassageBehind,
    StatedThing,
)
from clustergraph.client.documents import (
    Document,
    DocumentEntry,
    DocumentsPage,
    Literal,
    Mentioned,
    Passage,
    PassagesPage,
    Statement,
)
from clustergraph.client.entities import (
    Disagreement,
    Elsewhere,
    Entity,
    Evidence,
    Fact,
    Group,
    Name,
    Named,
    Relation,
    Side,
)
from clustergraph.client.found import Facet, Facets, Hit, Page, Suggestions
from clustergraph.client.options import ClientOptions
from clustergraph.client.tables import Row, Table, Term, Value

__all__ = [
    "AsyncClient",
    "Batch",
    "Candidate",
    "Change",
    "ChangedDocument",
    "ChangedEntity",
    "ChangedStatement",
    "Changes",
    "ChangesHead",
    "Client",
    "ClientOptions",
    "DecidedPassage",
    "Disagreement",
    "Document",
    "DocumentEntry",
    "DocumentsPage",
    "Elsewhere",
    "Entity",
    "Evidence",
    "Facet",
    "Facets",
    "Fact",
    "Group",
    "Hit",
    "Identifier",
    "Item",
    "Literal",
    "Mentioned",
    "Name",
    "Named",
    "Outcome",
    "Page",
    "Passage",
    "PassageBehind",
    "PassagesPage",
    "Patience",
    "Relation",
    "Row",
    "Side",
    "StatedThing",
    "Statement",
    "Status",
    "Suggestions",
    "Table",
    "Term",
    "Value",
]
