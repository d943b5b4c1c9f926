"""What nobody may read any more: things that people asked to be forgotten, and all their names.

Documents are mapped and joined in full first, so that the same things are recognised in every
build; what is forgotten is taken out of the one graph afterwards.

    one graph, names of what is forgotten → the graph without it, its names hidden in place
"""

from clustergraph.resolving.forgetting.forget import resolve_and_forget
from clustergraph.resolving.forgetting.naming import Naming
from clustergraph.resolving.forgetting.registered import addresses_of, naming_of

__all__ = ["Naming", "addresses_of", "naming_of", "resolve_and_forget"]
