"""An entity while its document is being read."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from clustergraph.mapping.kinds import ACTIVITIES
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.model import Entity, EntityId, Iri, LangString, Span

__all__ = ["Draft"]


@dataclass(slots=True, kw_only=True, eq=False)
class Draft:
    """What is known of an entity so far; ``names`` begins with the label."""

    id: EntityId
    kind: Iri | None
    names: list[str]
    named: bool
    mentions: set[Span] = field(default_factory=set)
    gazetteer: str = ""
    known_as: tuple[LangString, ...] = ()
    head: str = ""
    ordinal: int | None = None
    plural: bool = False
    count: int | None = None

    @classmethod
    def of(cls, mention: Mention, id_: EntityId) -> "Draft":
        """Begin with what the first mention shows."""
        return cls(
            id=id_,
            kind=mention.kind,
            names=list(mention.names),
            named=mention.named,
            mentions={mention.span},
            gazetteer=mention.gazetteer,
            known_as=mention.known_as,
            head=mention.head,
            ordinal=mention.ordinal,
            plural=mention.plural,
            count=mention.count,
        )

    @property
    def is_activity(self) -> bool:
        """Whether it is a programme, project, training or event."""
        return self.kind in ACTIVITIES

    def learn(self, names: Iterable[str]) -> None:
        """Note other names of it."""
        self.names.extend(name for name in dict.fromkeys(names) if name not in self.names)

    def is_called(self, names: Iterable[str]) -> None:
        """Note its proper names, which come before what it was called so far."""
        self.names[:0] = names
        self.named = True

    def as_entity(self, language: str) -> Entity:
        """Return the finished entity; its kind must be known by now."""
        if self.kind is None:
            raise ValueError("an entity needs a kind")
        own = (LangString(name, language) for name in self.names)
        return Entity(
            id=self.id,
            kind=self.kind,
            names=tuple(dict.fromkeys((*own, *self.known_as))),
            named=self.named,
            mentions=tuple(sorted(self.mentions)),
            gazetteer=self.gazetteer,
        )
