"""Checks of languages and directions of text, in all that was answered so far (section 8)."""

from collections.abc import Iterator, Mapping
from typing import Final

from clustergraph.recon_check.checks.checking import Check, untestable
from clustergraph.recon_check.findings import Unmet, Verdict, judged
from clustergraph.recon_check.messages import Exchange
from clustergraph.recon_check.replies import Reply
from clustergraph.recon_check.shapes import Shape, choice, language_tag
from clustergraph.recon_check.visits import Visit

__all__ = ["CHECKS"]

_FIELDS: Final[Mapping[str, Shape]] = {
    "lang": language_tag,
    "dir": choice("ltr", "rtl", "auto"),
}


def _tags(visit: Visit) -> Verdict:
    found = {
        reply.exchange: problems
        for reply in _replies(visit)
        if (problems := list(_tag_problems(reply.value)))
    }
    return judged((one for problems in found.values() for one in problems), *found)


def _tag_problems(value: object) -> Iterator[str]:
    """Go through a value without recursion: it may be as deep as its sender likes."""
    rest: list[tuple[str, object]] = [("$", value)]
    while rest:
        place, one = rest.pop()
        if isinstance(one, list):
            rest += ((f"{place}[{number}]", member) for number, member in enumerate(one))
        elif isinstance(one, dict):
            rest += ((f"{place}.{key}", member) for key, member in one.items())
            for field, shape in _FIELDS.items():
                if field in one:
                    yield from shape(one[field], f"{place}.{field}")


def _content_language(visit: Visit) -> Verdict:
    said = {
        reply.exchange: value for reply in _replies(visit) if (value := _header(reply.exchange))
    }
    if not said:
        raise Unmet("no answer has the header Content-Language")
    problems = {
        problem: None
        for value in said.values()
        for tag in value.split(",")
        for problem in language_tag(tag.strip(), "Content-Language")
    }
    return judged(problems, next(iter(said)))


def _replies(visit: Visit) -> list[Reply]:
    """Return all that was answered until now; at the least the manifest and some candidates."""
    visit.first  # noqa: B018 - it is asked here where it was not before
    return list(visit.replies.values())


def _header(exchange: Exchange) -> str:
    return exchange.answer.header("content-language") if exchange.answer else ""


CHECKS: Final[Mapping[str, Check]] = {
    "language-tags": _tags,
    "content-language": _content_language,
    "accept-language": untestable("which languages the service has can't be told from outside"),
}
