"""How registers write their identifiers: read from a table, and used to read what people paste.

What bears an identifier in a graph is ``register``'s.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

from clustergraph.errors import InvalidParameter
from clustergraph.locations import IDENTIFIERS
from clustergraph.operations.identifying.check_digits import CHECKS

__all__ = ["Identifier", "Scheme", "Schemes", "load_schemes", "read_schemes"]

_ADDRESS: Final = re.compile(r"https?://(?:www\.)?([^/?#\s]+)(\S*)", re.IGNORECASE)
_BARE_ADDRESS: Final = re.compile(r"(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(/\S+)", re.IGNORECASE)
_PREFIXED: Final = re.compile(r"([A-Za-z][\w.-]*)(:\s*|\s+|#)(\S.*)")
_FORMAT: Final = r"(?:\.(?:html?|json|jsonld|rdf|ttl|nt|xml))?"
_CASES: Final[Mapping[str, Callable[[str], str]]] = {
    "upper": str.upper,
    "lower": str.lower,
    "": str,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """An identifier as its scheme writes it.

    ``is_sure`` tells one that was written as such, by its prefix or address, from a text that only
    looks so. ``fault`` says why nothing can bear it; empty where that is not known.
    """

    scheme: str
    value: str
    is_sure: bool = True
    fault: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """How one register writes its identifiers; see ``data/identifiers/README.md``."""

    key: str
    name: str
    prefixes: frozenset[str]
    value: re.Pattern[str]
    case: str = ""
    drop: str = ""
    check: str = ""
    addresses: tuple[str, ...] = ()
    bare: re.Pattern[str] | None = None
    example: str = ""

    def read(self, text: str, *, is_sure: bool = True) -> Identifier | None:
        """Read an identifier without its prefix; None where it has not the shape of any here."""
        tidied = _CASES[self.case](text.strip().translate({ord(char): None for char in self.drop}))
        match = self.value.fullmatch(tidied)
        if match is None:
            return None
        value = next((group for group in match.groups() if group), tidied)
        has_fault = bool(self.check) and not CHECKS[self.check](value)
        fault = f"The check digits of {text.strip()!r} are wrong." if has_fault else ""
        return Identifier(scheme=self.key, value=value, is_sure=is_sure, fault=fault)

    def read_bare(self, text: str) -> Identifier | None:
        """Read a text that has neither prefix nor address, if that is plain enough here."""
        if self.bare is None or not self.bare.fullmatch(text):
            return None
        found = self.read(text, is_sure=False)
        return None if found is None or found.fault else found


class Schemes:
    """All schemes there are, and how to find the one that a text is written in.

    Attributes:
        resolvers: hosts that answer for many registers.
    """

    def __init__(self, schemes: Iterable[Scheme], resolvers: Iterable[str] = ()) -> None:
        self.resolvers = frozenset(resolvers)
        self._schemes = {scheme.key: scheme for scheme in schemes}
        self._by_prefix: defaultdict[str, list[Scheme]] = defaultdict(list)
        self._by_host: defaultdict[str, list[tuple[re.Pattern[str], Scheme]]] = defaultdict(list)
        for scheme in self._schemes.values():
            for prefix in scheme.prefixes:
                self._by_prefix[prefix].append(scheme)
            for address in scheme.addresses:
                host, _, path = address.partition("/")
                self._by_host[host].append((_path_pattern(path), scheme))
        self._with_bare = [scheme for scheme in self._schemes.values() if scheme.bare]
        patterns = (scheme.bare.pattern for scheme in self._with_bare if scheme.bare)
        self._any_bare = re.compile("|".join(f"(?:{pattern})" for pattern in patterns))

    def __iter__(self) -> Iterator[Scheme]:
        """Yield the schemes in the order of their table."""
        return iter(self._schemes.values())

    def __contains__(self, key: str) -> bool:
        return key in self._schemes

    def read(self, text: str) -> Identifier | None:
        """Read an identifier in whatever shape; None where the text is none that is known.

        An address or a prefix with a colon makes it sure; a prefix with a space, or nothing but the
        identifier, leaves room for a name that looks so.

        >>> load_schemes().read("https://www.wikidata.org/wiki/Q232#sitelinks")
        Identifier(scheme='wikidata', value='Q232', is_sure=True, fault='')
        >>> load_schemes().read("NACE 16.10").value, load_schemes().read("ISO 9001")
        ('1610', None)
        """
        text = text.strip().strip("<>")
        return self.read_address(text) or self._read_prefixed(text) or self._read_bare(text)

    def read_in(self, scheme: str, text: str) -> Identifier:
        """Read an identifier that is said to be of that scheme; its prefix or address may be there.

        Raises:
            InvalidParameter: when there is no such scheme.
        """
        meant = self._by_prefix.get(scheme.casefold())
        if meant is None:
            raise InvalidParameter("scheme", scheme, f"one of {', '.join(self._schemes)}")
        keys = {each.key for each in meant}
        found = self.read(text)
        if found is not None and found.scheme in keys:
            return Identifier(scheme=found.scheme, value=found.value, fault=found.fault)
        read = (each.read(text) for each in meant)
        return next(filter(None, read), None) or _misshapen(meant[0], text)

    def read_address(self, text: str) -> Identifier | None:
        """Read an address of a register's; its protocol may be missing."""
        match = _ADDRESS.fullmatch(text) or _BARE_ADDRESS.fullmatch(text)
        if match is None:
            return None
        host, path = match[1].casefold(), unquote(match[2].removeprefix("/"))
        if host in self.resolvers:
            return self._read_prefixed(path.replace("/", ":", 1) if ":" not in path else path)
        for pattern, scheme in self._by_host.get(host, ()):
            if (found := pattern.fullmatch(path)) and (identifier := scheme.read(found[1])):
                return identifier
        return None

    def _read_prefixed(self, text: str) -> Identifier | None:
        match = _PREFIXED.fullmatch(text)
        if match is None:
            return None
        is_sure = match[2].startswith(":")
        meant = self._by_prefix.get(match[1].casefold(), ())
        return next(filter(None, (each.read(match[3], is_sure=is_sure) for each in meant)), None)

    def _read_bare(self, text: str) -> Identifier | None:
        if not self._any_bare.fullmatch(text):
            return None
        return next(filter(None, (scheme.read_bare(text) for scheme in self._with_bare)), None)


@cache
def load_schemes() -> Schemes:
    """Return the schemes that ship with the package; their table is read once."""
    return read_schemes(IDENTIFIERS / "schemes.toml")


def read_schemes(path: Path) -> Schemes:
    """Read a table of schemes."""
    table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    resolvers = table.pop("resolvers", ())
    return Schemes([_scheme(key, said) for key, said in table.items()], resolvers)


def _scheme(key: str, said: Mapping[str, Any]) -> Scheme:
    bare = said.get("bare")
    return Scheme(
        key=key,
        name=said["name"],
        prefixes=frozenset({key, *(prefix.casefold() for prefix in said.get("prefixes", ()))}),
        value=re.compile(said["value"]),
        case=said.get("case", ""),
        drop=said.get("drop", ""),
        check=said.get("check", ""),
        addresses=tuple(said.get("addresses", ())),
        bare=re.compile(bare) if bare else None,
        example=said["example"],
    )


def _path_pattern(path: str) -> re.Pattern[str]:
    """Make a pattern of what follows the host; a query or a fragment after it tells no more."""
    before, _, after = path.partition("{}")
    rest = re.escape(after).replace(r"\*", r"[^?#]*")
    ahead = re.escape(before).replace(r"\*", r"[^?#]*")
    return re.compile(rf"{ahead}([^?#]+?){_FORMAT}{rest}/?(?:[?#].*)?")


def _misshapen(scheme: Scheme, text: str) -> Identifier:
    fault = f"{text.strip()[:60]!r} is no identifier of this scheme; one is {scheme.example}."
    return Identifier(scheme=scheme.key, value=text.strip(), fault=fault)
