"""The house is in order: modules are small and tested, nothing is unused, what is named is there.

What the formatter, the linter, the types and the import contracts check isn't checked again here.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

import pytest

from clustergraph.settings import Settings
from clustergraph.sparql.catalogue import catalogue

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "clustergraph"
TESTS = ROOT / "tests"
WAYS = ROOT / "ARCHITECTURE.md"
DOCUMENTS = sorted(
    path
    for depth in ("", "*/", "*/*/", "*/*/*/")
    for path in ROOT.glob(f"{depth}*.md")
    if not path.relative_to(ROOT).parts[0].startswith(".")
)

MODULE_LINES = 400
FUNCTION_LINES = 40
LONG = "Long because"
"""How the sentence begins by which the docstring of a longer function says why it is."""
GENERATED = b"# Generated from "
"""How a file begins that nobody writes by hand."""
DECISIONS = 10
"""A module that decides so often has a test file of its own."""
DECIDING = (
    *(ast.If, ast.IfExp, ast.Try, ast.BoolOp, ast.match_case),
    *(ast.For, ast.AsyncFor, ast.While, ast.comprehension),
)
SUFFIXES = {".html", ".js", ".css", ".json", ".po", ".py", ".toml", ".tsv", ".ttl", ".txt"}
VAGUE = {"common", "core", "helper", "helpers", "manager", "misc", "service", "services", "utils"}
RUN = {
    "editables": "hatchling asks for it to install the checkout",
    "import-linter": "run as `lint-imports`",
    "mypy": "run",
    "oxigraph": "run as a server",
    "pip-tools": "run as `pip-compile`",
    "pytest-randomly": "a plugin of pytest",
    "pytest-xdist": "a plugin of pytest",
}
"""What is required and never imported, and why; packages of types need no reason."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def modules() -> dict[Path, list[ast.AST]]:
    """Return the syntax of each module of the package, as one list of nodes."""
    paths = sorted(SOURCE.rglob("*.py"))
    return {path: list(ast.walk(ast.parse(path.read_bytes()))) for path in paths}


@cache
def other_texts() -> list[str]:
    """Return the Python of tests, and of what makes the data."""
    paths = (*TESTS.rglob("*.py"), *(ROOT / "data").rglob("*.py"))
    return [path.read_text("utf-8") for path in paths]


def name_of(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def functions() -> Iterator[tuple[Path, Function]]:
    for path, nodes in modules().items():
        yield from ((path, node) for node in nodes if isinstance(node, Function))


@cache
def strings() -> frozenset[str]:
    """Return what stands between quotation marks in the package, also the parts of f-strings."""
    nodes = (node for nodes in modules().values() for node in nodes)
    constants = (node.value for node in nodes if isinstance(node, ast.Constant))
    return frozenset(value for value in constants if isinstance(value, str))


def test_no_module_is_long() -> None:
    texts = {name_of(path): path.read_bytes() for path in modules()}
    written = {name: text for name, text in texts.items() if not text.startswith(GENERATED)}
    long = [name for name, text in written.items() if len(text.splitlines()) > MODULE_LINES]
    assert not long, ", ".join(long)


def test_no_function_is_long_without_saying_why() -> None:
    long = [
        f"{name_of(path)}: {function.name}"
        for path, function in functions()
        if (function.end_lineno or 0) - function.lineno >= FUNCTION_LINES
        and LONG not in (ast.get_docstring(function) or "")
    ]
    assert not long, ", ".join(long)


def decisions(path: Path) -> int:
    """Count where the functions of a module do one thing or another, or a thing again."""
    own = (function for function in modules()[path] if isinstance(function, Function))
    inside = {id(node): node for function in own for node in ast.walk(function)}
    return sum(isinstance(node, DECIDING) for node in inside.values())


def own_tests(path: Path) -> Path:
    return TESTS / path.relative_to(SOURCE).with_name(f"test_{path.stem}.py")


def test_a_module_that_decides_has_a_test_file_of_its_own() -> None:
    untested = (path for path in modules() if not own_tests(path).exists())
    deciding = [name_of(path) for path in untested if decisions(path) >= DECISIONS]
    assert not deciding, ", ".join(deciding)


def test_no_module_is_a_drawer_for_everything() -> None:
    drawers = [name_of(path) for path in modules() if VAGUE & {path.stem, path.parent.name}]
    assert not drawers, ", ".join(drawers)


def test_every_setting_is_read() -> None:
    nodes = (node for path in readers_of_settings() for node in modules()[path])
    read = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    assert Settings.model_fields.keys() <= read


def readers_of_settings() -> list[Path]:
    return [path for path in modules() if "clustergraph.settings" in imports(path)] + [
        SOURCE / "settings.py"
    ]


def imports(path: Path) -> Iterator[str]:
    """Yield the modules that a module of the package imports."""
    for node in modules()[path]:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


@cache
def requirements() -> dict[str, set[str]]:
    """Return the distributions that pyproject.toml names, by extra; the main ones have none."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lists = {"": project["dependencies"], **project["optional-dependencies"]}
    return {
        extra: {re.split(r"[^\w.-]", line)[0] for line in lines} for extra, lines in lists.items()
    }


@cache
def packages(distribution: str) -> frozenset[str]:
    """Return what is imported of a distribution: none where it isn't installed."""
    try:
        paths = files(distribution) or []
    except PackageNotFoundError:
        return frozenset()
    return frozenset(path.parts[0].removesuffix(".py") for path in paths)


def foreign() -> set[str]:
    """Return the packages of others that ours imports."""
    names = {name.partition(".")[0] for path in modules() for name in imports(path)}
    return names - sys.stdlib_module_names - {"clustergraph"}


def test_what_is_imported_is_required() -> None:
    required = {name for extra, names in requirements().items() if extra != "dev" for name in names}
    there = frozenset[str]().union(*map(packages, required))
    assert foreign() <= there, foreign() - there


def test_what_is_required_is_imported_or_has_its_reason() -> None:
    imported = re.compile(
        r"(?:^\s*import|^\s*from|importorskip\(\"|\"-m\", \") ?(\w+)", re.MULTILINE
    )
    named = {name for text in other_texts() for name in imported.findall(text)} | foreign()
    unused = {
        name
        for name in set[str]().union(*requirements().values())
        if not packages(name) & named and not re.search("^types-|-stubs$", name)
    }
    assert unused == RUN.keys()


def test_every_query_is_asked() -> None:
    """By the service, by a test, or as a competency question, which has a number."""
    known = re.compile("|".join(text for text in strings() if re.fullmatch("([a-z]+-)+", text)))
    unasked = [
        query.name
        for query in catalogue().values()
        if query.number is None
        and query.name not in strings()
        and not known.match(query.name)
        and not any(f'"{query.name}"' in text for text in other_texts())
    ]
    assert not unasked, ", ".join(unasked)


def test_every_template_is_rendered() -> None:
    named = re.compile(r"\{%-? *(?:extends|include|import|from) \"([^\"]+)\"")
    folder = SOURCE / "web" / "templates"
    templates = [path for path in folder.rglob("*") if path.is_file()]
    used = {name for path in templates for name in named.findall(path.read_text("utf-8"))}
    unused = {path.relative_to(folder).as_posix() for path in templates} - used - strings()
    assert not unused, ", ".join(sorted(unused))


def prose(document: Path) -> str:
    """Return the text of a document without its blocks of code."""
    return re.sub(r"^```.*?^```$", "", document.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)


def anchors(document: Path) -> set[str]:
    """Return the names by which the headings of a document are linked to."""
    headings = re.findall(r"^#+ (.+)$", prose(document), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def words_of_code(document: Path) -> list[str]:
    return re.findall(r"`([^`\n]+)`", prose(document))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_within_the_repository_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\((?![a-z]+:)([^)#\s]*)(?:#([^)\s]*))?\)", prose(document))
    for target, anchor in links:
        path = document.parent / target if target else document
        assert path.exists(), target
        assert not anchor or anchor in anchors(path), f"{target}#{anchor}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_files_that_are_named_exist(document: Path) -> None:
    """From the root, in the package, among the tests or beside the document; alone, anywhere."""
    places = (ROOT, ROOT / "src", SOURCE, TESTS, document.parent)
    names = {word for word in words_of_code(document) if re.fullmatch(r"[\w./-]+\.(py|rq)", word)}
    lost = {name for name in names if not any((place / name).exists() for place in places)}
    lost -= {path.name for path in modules()}
    assert not lost, ", ".join(sorted(lost))


@cache
def defined() -> frozenset[str]:
    """Return the names of the package's modules, functions, classes, fields and constants."""
    nodes = [node for nodes in modules().values() for node in nodes]
    named = {node.name for node in nodes if isinstance(node, Function | ast.ClassDef)}
    bound = {
        node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    return frozenset(
        named | bound | {part for path in modules() for part in (path.stem, path.parent.name)}
    )


def test_what_the_ways_name_is_defined() -> None:
    words = {word.removesuffix("()") for word in words_of_code(WAYS)}
    names = {word for word in words if re.fullmatch(r"(\w+\.)*[A-Za-z]\w*", word)}
    lost = {name for name in names if not {name.rpartition(".")[2]} <= defined()}
    lost -= {path.name for path in (*modules(), *ROOT.iterdir())}
    assert not lost, ", ".join(sorted(lost))


@cache
def parts_of_package() -> dict[str, str]:
    """Return the text of each module and folder, by each way to name it: ``a.b.c``, ``b.c``, ``c``.

    Of several that are named alike, it is the text of all.
    """
    texts: dict[str, str] = {}
    for path in modules():
        parts = path.relative_to(SOURCE).with_suffix("").parts
        named = parts[:-1] if path.stem == "__init__" else parts
        for start in range(len(named)):
            name = ".".join(named[start:])
            texts[name] = texts.get(name, "") + path.read_text("utf-8")
    return texts


def is_there(name: str) -> bool:
    """Tell whether a dotted name is a module's, or that of something in one."""
    module, _, inside = name.rpartition(".")
    known = parts_of_package()
    return name in known or re.search(rf"\b{inside}\b", known.get(module, "")) is not None


def test_modules_that_the_code_names_exist() -> None:
    dotted = re.compile(r"``(?:clustergraph\.)?([a-z_]+(?:\.\w+)+)(?:\(\))?``")
    folders = {path.parent.name for path in modules()} - {"clustergraph"}
    lost = [
        f"{name_of(path)}: {name}"
        for path in modules()
        for name in dotted.findall(path.read_text("utf-8"))
        if name.partition(".")[0] in folders and "." + name.rpartition(".")[2] not in SUFFIXES
        if not is_there(name)
    ]
    assert not lost, ", ".join(lost)


def test_the_floors_of_the_web_are_drawn_as_the_contract_has_them() -> None:
    tables = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    (web,) = (it for it in tables["contracts"] if it.get("containers") == ["clustergraph.web"])
    drawing = ast.get_docstring(ast.parse((SOURCE / "web" / "__init__.py").read_bytes())) or ""
    drawn = [line.strip() for line in drawing.partition("::")[2].splitlines() if line.strip()]
    floors = [set(re.split(r" {2,}", line)[0].split()) for line in reversed(drawn)]
    assert floors == [set(layer.split(" | ")) for layer in web["layers"]]
