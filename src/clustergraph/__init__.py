"""A knowledge graph of business clusters whose every statement carries the words that say it."""

__all__ = ["__version__"]

__version__: str


def __getattr__(name: str) -> str:
    """Look the version up when it is asked for: that takes longer than a reader's start."""
    if name != "__version__":
        raise AttributeError(name)
    from importlib.metadata import version  # noqa: PLC0415  (see above)

    return version("clustergraph")
