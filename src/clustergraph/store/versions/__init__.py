"""The versions of the graph in a home folder: what each holds, which is current, how one is made.

::

    <home>/current                          a link to one of the versions, switched in one step
    <home>/versions/<UTC time>-<hash>/      a version: store/, names/, texts/, dumps/, JSON files;
                                            one that was written has them in common with others
    <home>/drafts/<random>/                 what is being built; locked while its builder lives

A version never changes. What stands in a store or an index is not known here.
"""

from clustergraph.store.versions.draft import Draft, clear_drafts, drafting, scratch
from clustergraph.store.versions.home import Home
from clustergraph.store.versions.version import CHECKSUMS, Version

__all__ = ["CHECKSUMS", "Draft", "Home", "Version", "clear_drafts", "drafting", "scratch"]
