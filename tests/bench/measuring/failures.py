"""What keeps a part of the comparison from being measured."""

__all__ = ["NoAnswer", "NotMeasured", "NotTheSameWork", "WrkMissing"]


class WrkMissing(Exception):
    """There is no wrk on this machine."""

    def __str__(self) -> str:
        """Say what to do."""
        return "The queries are sent by wrk, which is missing: `apt-get install wrk` brings it."


class NotMeasured(Exception):
    """One part has no number; the others may have theirs."""


class NotTheSameWork(NotMeasured):
    """Two servers give different answers, or empty ones: there is nothing to compare."""

    def __init__(self, mix: str, ours: object, theirs: object) -> None:
        super().__init__(mix, ours, theirs)
        self.mix, self.ours, self.theirs = mix, ours, theirs

    def __str__(self) -> str:
        """Say what both gave."""
        return f"{self.mix}: the answers differ or are empty: {self.ours}, {self.theirs}"


class NoAnswer(NotMeasured):
    """A server answered nothing, or not as it should."""

    def __init__(self, server: str, what: str) -> None:
        super().__init__(server, what)
        self.server, self.what = server, what

    def __str__(self) -> str:
        """Say who did what."""
        return f"{self.server}: {self.what}"
