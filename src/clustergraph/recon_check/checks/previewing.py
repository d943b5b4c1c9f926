"""Checks of previews (section 5)."""

from collections.abc import Iterator, Mapping
from typing import Final

from clustergraph.recon_check.checks.checking import Check, untestable
from clustergraph.recon_check.checks.refusing import refused
from clustergraph.recon_check.findings import Unmet, Verdict, judged
from clustergraph.recon_check.messages import Answer
from clustergraph.recon_check.reading import problem_of
from clustergraph.recon_check.shapes import shown
from clustergraph.recon_check.visits import Visit

__all__ = ["CHECKS"]

_PAGES: Final = ("text/html", "application/xhtml+xml")
_NOBODY: Final = "recon-check-nobody"
_ANYWHERE: Final = frozenset({"*", "http:", "https:"})


def _page(visit: Visit) -> Verdict:
    exchange = visit.preview
    problem = problem_of(exchange)
    if problem or exchange.answer is None:
        return judged([problem], exchange)
    return judged(_page_problems(exchange.answer), exchange)


def _page_problems(answer: Answer) -> Iterator[str]:
    kind = answer.header("content-type")
    if kind.partition(";")[0].strip().lower() not in _PAGES:
        yield f"the answer says to be {shown(kind)}, not text/html"
    if not answer.body.strip():
        yield "the page is empty"


def _unknown(visit: Visit) -> Verdict:
    if problem_of(visit.preview):
        raise Unmet("there is no preview")
    return refused(visit.preview_of(_NOBODY))


def _frame(visit: Visit) -> Verdict:
    exchange = visit.preview
    if problem_of(exchange) or exchange.answer is None:
        raise Unmet("there is no preview")
    return judged(_frame_problems(exchange.answer), exchange)


def _frame_problems(answer: Answer) -> Iterator[str]:
    """Tell what keeps a page of another origin from showing it; a policy goes before the option."""
    policy = answer.header("content-security-policy")
    ancestors = [one.split()[1:] for one in policy.split(";") if _is_of_frames(one)]
    for sources in ancestors:
        if not _ANYWHERE & set(sources):
            yield f"the content security policy lets only {' '.join(sources)} frame it"
    options = answer.header("x-frame-options")
    if options and not ancestors:
        yield f"the header X-Frame-Options is {shown(options)}"


def _is_of_frames(directive: str) -> bool:
    return directive.split()[:1] == ["frame-ancestors"]


CHECKS: Final[Mapping[str, Check]] = {
    "preview-page": _page,
    "preview-unknown": _unknown,
    "preview-frame": _frame,
    "accessible": untestable("it takes people to tell"),
}
