"""The root of the errors, and of those about one place of a file."""

__all__ = ["ClusterGraphError", "LocatedError"]


class ClusterGraphError(Exception):
    """The root of all errors raised on purpose."""


class LocatedError(ClusterGraphError):
    """Something is wrong at one place of the user's files.

    Attributes:
        location: the file, or file and line.
        reason: what is wrong and what to do, without the location.
    """

    def __init__(self, location: str, reason: str) -> None:
        super().__init__(f"{location}: {reason}")
        self.location = location
        self.reason = reason
