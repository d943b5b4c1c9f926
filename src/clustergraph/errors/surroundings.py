"""What this machine, its settings or its packages do not allow."""

from clustergraph.errors.root import ClusterGraphError

__all__ = ["AddressNotFree", "MissingExtra", "OutputNotWritable", "SettingsError"]


class MissingExtra(ClusterGraphError):
    """Work was asked for that needs a package of an extra.

    Attributes:
        package: what is missing.
        extra: the extra that brings it.
    """

    def __init__(self, work: str, *, package: str, extra: str) -> None:
        cure = f"pip install 'clustergraph[{extra}]'"
        super().__init__(f"{work} needs {package}; install it with: {cure}")
        self.package = package
        self.extra = extra


class OutputNotWritable(ClusterGraphError):
    """What a command found can't be written where it was told to.

    Attributes:
        path: the file or folder.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path} can't be written ({reason}); choose another place.")
        self.path = path


class SettingsError(ClusterGraphError):
    """A setting has a value that can't be.

    Attributes:
        variable: its name in the environment.
    """

    def __init__(self, variable: str, reason: str) -> None:
        super().__init__(
            f"{variable}: {reason}; `clustergraph settings` says what each setting is for."
        )
        self.variable = variable


class AddressNotFree(ClusterGraphError):
    """The service can't listen on its address.

    Attributes:
        host: where it should listen.
        port: the port.
    """

    def __init__(self, host: str, port: int, reason: str) -> None:
        super().__init__(f"{host}:{port} can't be used ({reason}); choose another with --port.")
        self.host = host
        self.port = port
