"""Change a home again and again until somebody ends this process, and say what is done.

``python -m faults.doing ACTION FOLDER FIRST`` prints ``ready``, and then a line for each thing that
was acknowledged: the number that it goes by, from ``FIRST`` on.
"""

import os
import sys
from collections.abc import Callable, Mapping
from datetime import date
from itertools import count
from pathlib import Path
from typing import Final

from clustergraph.operations.build import build
from clustergraph.operations.building.inputs import default_registry
from clustergraph.operations.forgetting.roll_back import roll_back
from clustergraph.operations.writing.options import WriteOptions
from clustergraph.operations.writing.order import Content, Kind, Order
from clustergraph.operations.writing.write import write
from clustergraph.store.versions import Home

__all__ = ["ACTIONS", "IMPORTED", "TODAY", "documents_of", "home_of", "property_of"]

TODAY: Final = date(2026, 1, 1)
IMPORTED: Final = 200
"""How many statements an import adds."""
_NEWS: Final = "The project Alpha is funded by the Government of Finland. It began on {} May 2024."
_KEPT: Final = WriteOptions(kept_writes=10)


def home_of(folder: Path) -> Home:
    """Return the home in a folder."""
    return Home(folder / "home")


def documents_of(folder: Path) -> Path:
    """Return where its documents lie."""
    return folder / "documents"


def property_of(action: str) -> str:
    """Return by which property an action says the numbers that it goes by."""
    return f"https://example.org/{action}"


def _build(folder: Path, number: int) -> None:
    documents = documents_of(folder)
    documents.mkdir(exist_ok=True)
    (documents / "news.txt").write_text(_NEWS.format(number % 28 + 1), encoding="utf-8")
    registry = default_registry(documents)
    build(documents, registry, home_of(folder), today=TODAY, workers=1)


def _update(folder: Path, number: int) -> None:
    path = folder / f"{os.getpid()}.rq"
    said = f"<https://example.org/numbers> <{property_of('update')}> {number}"
    path.write_text(f"INSERT DATA {{ {said} }}", encoding="utf-8")
    content = Content(name="the update", path=path)
    write(Order(kind=Kind.UPDATE, by="faults", contents=(content,)), home_of(folder), options=_KEPT)


def _import(folder: Path, number: int) -> None:
    path = folder / f"{os.getpid()}.nt"
    property_ = property_of("import")
    path.write_text(
        "".join(
            f'<https://example.org/{each}> <{property_}> "{number}" .\n' for each in range(IMPORTED)
        )
    )
    content = Content(name="the file", path=path, format="nt")
    write(Order(kind=Kind.IMPORT, by="faults", contents=(content,)), home_of(folder), options=_KEPT)


def _switch(folder: Path, number: int) -> None:
    """Go back to the oldest version with even numbers, and forth with odd ones."""
    home = home_of(folder)
    roll_back(home, home.versions()[-(number % 2)])


ACTIONS: Final[Mapping[str, Callable[[Path, int], None]]] = {
    "build": _build,
    "update": _update,
    "import": _import,
    "switch": _switch,
}


def _main(action: str, folder: str, first: str) -> None:
    _say("ready")
    for number in count(int(first)):
        ACTIONS[action](Path(folder), number)
        _say(str(number))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    _main(*sys.argv[1:])
