"""A home that was built and then written to by two people, and one that was only written to."""

import shutil
from pathlib import Path
from typing import Final

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.begin import begin
from clustergraph.operations.writing.write import write
from clustergraph.store.versions import Home
from given.orders import update_order

__all__ = ["BIRCH", "GREEN", "NOTES", "PREFIXES", "plain_home", "update_home", "written_home"]

BIRCH: Final = Iri(f"{BASE}id/birch-cluster-bbbbbbbb")
"""It was only written."""
GREEN: Final = Iri(f"{BASE}id/green-synergy-aaaaaaaa")
"""It was built, and written of."""
NOTES: Final = "https://example.org/notes"
PREFIXES: Final = """
PREFIX cg: <https://w3id.org/clustergraph/ns#>
PREFIX id: <https://w3id.org/clustergraph/id/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
_BY_ALICE: Final = f"""
INSERT DATA {{
  GRAPH <{NOTES}> {{
    id:birch-cluster-bbbbbbbb a cg:Cluster ; skos:prefLabel "Birch Cluster"@en ;
      cg:startDate "2021-05-01"^^xsd:date ; cg:locatedIn id:karaganda-aaaaaaah ;
      cg:partner [ a cg:Cluster ; skos:prefLabel "A nameless partner"@en ] .
    id:4th-training-module-aaaaaaai cg:startDate "2018-02-19"^^xsd:date .
  }}
}}
"""
_BY_BOB: Final = """
INSERT DATA {
  id:birch-cluster-bbbbbbbb a cg:Cluster ; cg:startDate "2021-05-01"^^xsd:date ;
    cg:locatedIn id:karaganda-aaaaaaah .
  id:unnamed-cccccccc cg:partner id:birch-cluster-bbbbbbbb .
}
"""
_ODD: Final = """
PREFIX ex: <http://example.org/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
INSERT DATA {
  ex:john a foaf:Person ; foaf:name "John" ; foaf:knows [ foaf:name "Jane" ] .
  id:acme-aaaaaaaa a cg:Cluster , [] ; skos:prefLabel "Acme"@en , ex:no-text ;
    cg:locatedIn ex:town , "a text" ; cg:startDate "some day" ; cg:partner [ a cg:Cluster ] ,
    <http://[::1]/an-address-of-numbers> .
  GRAPH ex:graph {
    id:acme-aaaaaaaa a cg:Cluster ; skos:prefLabel "Acme"@en ; ex:says <<( ex:a ex:b 1 )>> .
    ex:town a cg:City ; skos:prefLabel "Town" .
  }
}
"""
"""What no build would give: foreign terms, blank nodes, triples, and values of the wrong kind."""


def update_home(home: Home, folder: Path, text: str, *, by: str = "alice") -> None:
    """Write to a home whatever it breaks."""
    write(update_order(folder, f"{PREFIXES}{text}", by=by, is_checked=False), home)


def written_home(built: Home, folder: Path) -> Home:
    """Copy the small home, and have Alice and then Bob write to it."""
    home = Home(folder / "home")
    shutil.copytree(built.path, home.path, symlinks=True)
    update_home(home, folder, _BY_ALICE)
    update_home(home, folder, _BY_BOB, by="bob")
    return home


def plain_home(folder: Path) -> Home:
    """Begin a home as ``init --empty`` does, and write odd things to it."""
    home = Home(folder / "home")
    begin(home)
    update_home(home, folder, _ODD)
    return home
