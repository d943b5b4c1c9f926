"""A graph of three documents in three languages, of which one person was forgotten, for tests."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pyoxigraph import NamedNode

from clustergraph.model import Iri
from clustergraph.operations.build import Built, build
from clustergraph.operations.building.inputs import default_curation, default_registry
from clustergraph.operations.forgetting.forget import Forgotten, forget
from clustergraph.operations.forgetting.wanted import Place
from clustergraph.resolving import Registry
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home, Version
from given.handwritten import write_by_hand

__all__ = [
    "FORMS",
    "TODAY",
    "WHY",
    "Forgetful",
    "build_at",
    "forget_at",
    "forget_somebody",
    "iri_like",
    "place_for",
]

TODAY = date(2026, 11, 22)
WHY = "Taken down at the request of the person concerned."
FORMS = ("nowack", "новацк", "novatsk", "zofi", "зофи")
"""What every form of the name holds, in small letters; an address spells it so too."""

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_POLISH = """Konferencja klastrowa w Krakowie: rozmowa z Zofią Nowacką

„Klastry rosną wolniej, niż chcieliśmy” – powiedziała Zofia Nowacka (koordynatorka Klastra Obróbki
Drewna). W konferencji „Drewno dziś” wziął udział Jan Zielony, dyrektor Fundacji Las. Spotkanie z
Zofią Nowacką prowadził Jan Zielony. Wystąpienie Nowackiej trwało godzinę.
"""
_ENGLISH = (
    "Wood Cluster training in Vienna\n\n"
    "The training was taught by Zofia Nowacka and John Marlow. John Marlow, director of the Forest "
    "Foundation, thanked Z. Nowacka for the Zofia Nowacka Foundation, which funded the training. "
    "Write to z.nowacka@example.org.\n"
)
_BULGARIAN = (
    "Обучение в София\n\nОбучението в София беше водено от Зофия Новацка и Иван Петров. "
    "Иван Петров е директор на Фондация Гора.\n"
)
_SIDECAR = """title = "Rozmowa z Zofią Nowacką"
source = "https://example.org/wywiad-z-zofia-nowacka"
publisher = "Gazeta Zofii Nowackiej"
"""
_WRITTEN = """
our:a our:says "Zofia Nowacka called.", "Zofia Nowacka"@pl, <<( <{iri}> our:b "Zofia Nowacka" )>> .
<{iri}> our:says 1 .
GRAPH our:ours {{ our:a our:knows <{iri}>, <https://example.org/zofia-nowacka>, our:b . }}
GRAPH <{iri}> {{ our:a our:says 2 . }}
GRAPH <https://example.org/zofia-nowacka> {{ our:a our:says 3 . }}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgetful:
    """A home before and after: what was built and written first, what forgetting and pruning said.

    ``passages`` told of the person.
    """

    place: Place
    iri: Iri
    passages: tuple[Iri, ...]
    built: Built
    written: Version
    forgotten: Forgotten
    pruned: Forgotten


def place_for(folder: Path, documents: dict[str, str]) -> Place:
    """Write documents into a folder, and say where their graph is made."""
    documents_path = folder / "documents"
    documents_path.mkdir(parents=True)
    for name, text in documents.items():
        (documents_path / name).write_text(text, encoding="utf-8")
    return Place(
        documents=documents_path,
        registry=default_registry(documents_path),
        curation=default_curation(documents_path),
        home=Home(folder / "home"),
    )


def build_at(place: Place) -> Built:
    """Build the graph of a place."""
    return build(
        place.documents, place.registry, place.home, today=TODAY, curation_path=place.curation
    )


def forget_at(place: Place, address: str, *, why: str = WHY, prune: bool = False) -> Forgotten:
    """Forget something of a place."""
    return forget(address, place, why=why, by="Ada", on=TODAY, prune=prune)


def iri_like(place: Place, slug: str) -> Iri:
    """Return the registered IRI with that readable part."""
    (found,) = (i for i in Registry.read(place.registry).iris if i.local.rpartition("-")[0] == slug)
    return found


def forget_somebody(folder: Path) -> Forgetful:
    """Build the three documents, forget the person in them, then prune."""
    place = place_for(
        folder,
        {
            "zofia-nowacka.txt": _POLISH,
            "zofia-nowacka.toml": _SIDECAR,
            "training.txt": _ENGLISH,
            "obuchenie.txt": _BULGARIAN,
        },
    )
    built = build_at(place)
    iri = iri_like(place, "zofia-nowacka")
    passages = tuple(_passages_of(iri, built))
    written = write_by_hand(
        place.home,
        _WRITTEN.format(iri=iri),
        made=[f"https://example.org/{iri.local}"],
        by="Zofia Nowacka",
        graphs=(iri, "https://example.org/zofia-nowacka", None),
    )
    forgotten = forget_at(place, f"http://127.0.0.1:8000/page/{iri.local}")
    pruned = forget_at(place, iri, prune=True)
    return Forgetful(
        place=place,
        iri=iri,
        passages=passages,
        built=built,
        written=written,
        forgotten=forgotten,
        pruned=pruned,
    )


def _passages_of(iri: Iri, built: Built) -> Iterator[Iri]:
    graph = GraphStore.open(built.version.store_path)
    for end in ("subject", "object"):
        for quad in graph.quads(predicate=NamedNode(f"{_RDF}{end}"), object_=NamedNode(iri)):
            yield Iri(str(quad.subject)[1:-1])
