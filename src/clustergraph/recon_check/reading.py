"""Read JSON from an exchange, whatever came: what is wrong is told, never raised."""

import json
from typing import Final, NoReturn

from clustergraph.recon_check.messages import Answer, Exchange

__all__ = ["json_of", "problem_of"]

_UNAUTHORIZED: Final = 401
_SENTENCE: Final = "the answer is not JSON"


def problem_of(exchange: Exchange) -> str:
    """Tell why an exchange has no answer of use (status 200 to 299), or return an empty text."""
    if exchange.answer is None:
        return exchange.trouble
    status = exchange.answer.status
    if status // 100 == 3 and exchange.request.method == "POST":
        return f"the post is redirected ({status}), and clients then send a GET without its body"
    if status == _UNAUTHORIZED:
        return "the answer has the status 401: it wants credentials (--header)"
    if status // 100 != 2:
        return f"the answer has the status {status}"
    return "the answer is longer than 5 million bytes" if exchange.answer.cut else ""


def json_of(exchange: Exchange) -> tuple[object, str]:
    """Return the value of an answer, and what is wrong; one of both is empty."""
    problem = problem_of(exchange)
    if problem or exchange.answer is None:
        return None, problem
    return _parsed(exchange.answer)


def _parsed(answer: Answer) -> tuple[object, str]:
    try:
        value = json.loads(answer.body.decode("utf-8"), parse_constant=_no_constant)
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeDecodeError:
        return None, f"{_SENTENCE}: it is not in UTF-8 (RFC 8259, section 8.1)"
    except UnicodeEncodeError:
        return None, f"{_SENTENCE} that can be written down: it has half a character (\\ud800)"
    except RecursionError:
        return None, f"{_SENTENCE} that can be read: it is nested without end"
    except ValueError as error:
        return None, f"{_SENTENCE}: {error}{_beginning(answer)}"
    return value, ""


def _no_constant(name: str) -> NoReturn:
    message = f"{name} is no number of JSON"
    raise ValueError(message)


def _beginning(answer: Answer) -> str:
    kind = answer.header("content-type")
    return f" (it says to be {kind})" if kind and "json" not in kind else ""
