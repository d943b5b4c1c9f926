"""Data that takes long to make, kept from one run to the next for as long as it can be read."""

from clustergraph.errors import StoreError
from clustergraph.store.versions import Home, Version

__all__ = ["kept"]


def kept(home: Home, what: str) -> Version | None:
    """Return what was made before; where there is nothing that we can read, say what is made."""
    try:
        return home.current()
    except StoreError:
        print(f"making {what} …", flush=True)
        return None
