"""The table of who is related to whom, beside the store: how many, and the first of them, at once.

The store must read all links of a thing to count them, and knows no order of names; here it is
written down once for each version that is built. What was written since stands in layers beside it
that are small: a version has the files of the one before, and a layer of its own. Which links
count, and in which groups and order, is decided in ``operations``.

::

    adjacency/iris, ends, firsts, bundles, members     the table of the build
    adjacency/recent/<number>-<hash>                   layers, the newest last
"""

from clustergraph.store.adjacency.adjacency import Adjacency
from clustergraph.store.adjacency.bringing_along import Difference, bring_along
from clustergraph.store.adjacency.bundles import Bundle, Key, Way
from clustergraph.store.adjacency.members import Members

__all__ = ["Adjacency", "Bundle", "Difference", "Key", "Members", "Way", "bring_along"]
