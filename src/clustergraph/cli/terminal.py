"""Where tables and trees are printed."""

from rich.console import Console

__all__ = ["Terminal"]


class Terminal(Console):
    """A console; a reader of it that goes away ends a command as any other."""

    def on_broken_pipe(self) -> None:
        """Say what happened, where the framework would leave with an exit code of its own."""
        raise BrokenPipeError
