"""Templates of URIs: ``{{id}}`` of 0.1 and 0.2, and of RFC 6570 with the one variable ``id``."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from clustergraph.recon_check.messages import quoted
from clustergraph.recon_check.shapes import is_uri, shown

__all__ = ["expanded", "filled", "problems_of_view"]

_MARK: Final = "{{id}}"
_SOMETHING: Final = "something"
_EXPRESSION: Final = re.compile(r"\{([+#./;?&]?)([^{}]*)\}")
_VARIABLE: Final = re.compile(r"id(?:\*|:[1-9][0-9]{0,3})?")
_RESERVED: Final = ":/?#[]@!$&'()*+,;=%"
_BEFORE: Final = {
    "": "",
    "+": "",
    "#": "#",
    ".": ".",
    "/": "/",
    ";": ";id=",
    "?": "?id=",
    "&": "&id=",
}
"""What an operator puts before the value of ``id`` (RFC 6570, appendix A)."""


def filled(template: str, identifier: str) -> str:
    """Fill in an identifier, as 0.1 and 0.2 do."""
    return template.replace(_MARK, quoted(identifier))


def expanded(template: str, identifier: str) -> str:
    """Expand a template of RFC 6570.

    >>> expanded("https://example.org/{id}", "a/b"), expanded("{+id}", "urn:a")
    ('https://example.org/a%2Fb', 'urn:a')

    Raises:
        ValueError: an expression has another variable than ``id``.
    """
    return _EXPRESSION.sub(lambda found: _expansion(found, identifier), template)


def problems_of_view(
    template: object, place: str, identifier: str, *, braces_are_double: bool
) -> Iterator[str]:
    """Tell what is wrong with a template, tried on an identifier; an empty one is unknown.

    In double braces an identifier may also stand as it is: many are URIs, of templates that are
    nothing but ``{{id}}``.
    """
    if not isinstance(template, str):
        yield f"{place} is {shown(template)}, not a template"
        return
    try:
        made = _made(template, identifier or _SOMETHING, braces_are_double=braces_are_double)
    except ValueError as error:
        yield f"{place} is {shown(template)}: {error}"
        return
    if made[0] == template:
        mark = _MARK if braces_are_double else "{id}"
        yield f"{place} is {shown(template)}, which has no {mark}"
    elif identifier and not any(map(is_uri, made)):
        yield f"{place} makes {shown(made[0])} of {shown(identifier)}, which is not a URI"


def _made(template: str, identifier: str, *, braces_are_double: bool) -> list[str]:
    if braces_are_double:
        return [filled(template, identifier), template.replace(_MARK, identifier)]
    return [expanded(template, identifier)]


def _expansion(found: re.Match[str], identifier: str) -> str:
    operator, variable = found.groups()
    if _VARIABLE.fullmatch(variable) is None:
        message = f"{{{operator}{variable}}} has another variable than id"
        raise ValueError(message)
    _, _, length = variable.partition(":")
    value = identifier[: int(length)] if length else identifier
    safe = _RESERVED if operator in {"+", "#"} else ""
    return _BEFORE[operator] + quote(value, safe=safe)
