"""Where an engine is, and by which name it knows us."""

from dataclasses import dataclass, field

__all__ = ["EngineAddress"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineAddress:
    """The addresses of an engine, and who may write there.

    Attributes:
        query: where it answers queries (SPARQL 1.1 Protocol); a name and a password for reading may
            stand in it.
        update: where it takes updates; where it answers, if empty.
        graphs: where it takes whole graphs (SPARQL 1.1 Graph Store Protocol, ``?graph=``); they go
            there by updates, if empty.
        user: by which name it lets us write.
        password: for that name; a bearer token where there is no name.
    """

    query: str
    update: str = ""
    graphs: str = ""
    user: str = ""
    password: str = field(default="", repr=False)

    @property
    def takes_updates_at(self) -> str:
        """Where updates are sent."""
        return self.update or self.query
