"""The words of the interface: English in the code and the templates, other languages in catalogues.

What documents and the ontology say is data, and comes in its own languages. ``catalogues/`` holds a
file of GNU gettext for each language; ``make words`` brings them up to date with the sources.
"""

from clustergraph.web.wording.wording import (
    ENGLISH,
    INTERFACE_LANGUAGES,
    Wording,
    message,
    wording_in,
)
from clustergraph.web.wording.writing import own_name

__all__ = ["ENGLISH", "INTERFACE_LANGUAGES", "Wording", "message", "own_name", "wording_in"]
