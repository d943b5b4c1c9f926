"""A home and its versions that can't be read or written."""

from clustergraph.errors.root import ClusterGraphError

__all__ = [
    "BadArchive",
    "HomeInUse",
    "HomeNotWritable",
    "StoreError",
    "TellsForgotten",
    "VersionMissing",
    "VersionNeeded",
]


class StoreError(ClusterGraphError):
    """The store can't do what was asked."""


class VersionMissing(StoreError):
    """The home holds no such version, or none at all."""


class VersionNeeded(StoreError):
    """A version that is to be removed is the current one.

    Attributes:
        id: its id.
    """

    def __init__(self, id_: str) -> None:
        super().__init__(
            f"The version {id_} is the current one and stays; "
            "`clustergraph versions rollback` makes another one current."
        )
        self.id = id_


class TellsForgotten(StoreError):
    """A version that is to be the current one again tells of what was forgotten since.

    Attributes:
        id: its id.
    """

    def __init__(self, id_: str) -> None:
        super().__init__(
            f"The version {id_} still tells of something that was forgotten since, so the current "
            "one stays; build again with `clustergraph build`."
        )
        self.id = id_


class HomeInUse(StoreError):
    """An empty graph is to be made where there is one.

    Attributes:
        path: the home.
    """

    def __init__(self, path: str) -> None:
        super().__init__(f"There is a graph in {path} already; choose another --home.")
        self.path = path


class BadArchive(StoreError):
    """A file that should hold a version does not, or not as it was exported.

    Attributes:
        path: the file.
        reason: what is wrong with it.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(
            f"{path} holds no version that can be taken in ({reason}); export it again, with "
            "`clustergraph versions export`."
        )
        self.path = path
        self.reason = reason


class HomeNotWritable(StoreError):
    """The folder that should hold the graph can't be written.

    Attributes:
        path: the folder.
        reason: the system's words.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"The folder {path} can't be written ({reason}); choose another --home.")
        self.path = path
        self.reason = reason
