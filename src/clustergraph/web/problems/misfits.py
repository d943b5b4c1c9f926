"""Say in words of ours what a value must be, where a model of a call refuses it."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from pydantic import ValidationError

__all__ = ["misfits_of", "wanted"]

_WISHES: Final = {
    "missing": "given",
    "string_type": "a text",
    "list_type": "a list of texts",
    "model_type": "a text or an object",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_parsing_size": "a whole number",
    "int_from_float": "a whole number",
    "greater_than_equal": "{ge} or more",
    "less_than_equal": "{le} or less",
    "string_pattern_mismatch": "a language tag, such as en, pl or bg",
}
_NO_SUCH_PARAMETER: Final = "left out: this call has no such parameter; /docs lists those it has"


def wanted(wrong: Mapping[str, Any], known: Iterable[str] = ()) -> str:
    """Return what an error says a value must be, or which keys are ``known`` in place of one."""
    kind = wrong["type"]
    if kind == "extra_forbidden":
        names = ", ".join(known)
        return f"left out; there are {names}" if names else _NO_SUCH_PARAMETER
    if kind in _WISHES:
        return _WISHES[kind].format(**wrong.get("ctx", {}))
    return str(wrong["msg"]).removeprefix("Input should be ")


def misfits_of(error: ValidationError, known: Iterable[str]) -> str:
    """Return all that is wrong with an object, key by key; a rule of ours has its own words."""
    names = tuple(known)
    by_key: dict[str, dict[str, None]] = {}
    for wrong in error.errors(include_url=False):
        key = f"{wrong['loc'][0]}: " if wrong["loc"] else ""
        is_ours = wrong["type"] == "value_error"
        said = str(wrong["ctx"]["error"]) if is_ours else f"it must be {wanted(wrong, names)}"
        by_key.setdefault(key, {})[said] = None
    return "; ".join(key + ", or ".join(musts) for key, musts in by_key.items()) + "."
