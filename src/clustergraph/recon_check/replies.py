"""What came of questions: an answer in JSON, candidates for queries, suggestions for a prefix."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from clustergraph.recon_check.dialects import Record, records_of
from clustergraph.recon_check.messages import Exchange

__all__ = ["Matching", "Reply", "Suggestions", "joined"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An exchange whose answer should be JSON.

    Attributes:
        problem: why there is no value; empty where there is one.
    """

    exchange: Exchange
    value: object = None
    problem: str = ""

    @property
    def fields(self) -> Record:
        """The value, where it is an object."""
        return self.value if isinstance(self.value, dict) else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """The answer to queries, in as many batches as it took.

    Attributes:
        candidates: by the key of their query.
        problems: what is wrong with how it was answered, and with its form.
        strays: queries without result, and results without query.
    """

    exchanges: tuple[Exchange, ...]
    candidates: Mapping[str, Sequence[Record]]
    problems: tuple[str, ...]
    strays: tuple[str, ...]

    @property
    def refusals(self) -> tuple[str, ...]:
        """Everything for which a query can't be said to be answered."""
        return self.problems + self.strays


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """The answer to a prefix."""

    prefix: str
    reply: Reply

    @property
    def items(self) -> list[Record]:
        """What is suggested."""
        return records_of(self.reply.fields.get("result"))


def joined(pieces: Sequence[Matching]) -> Matching:
    """Return the answers to several batches as one."""
    return Matching(
        exchanges=tuple(chain.from_iterable(one.exchanges for one in pieces)),
        candidates={key: found for one in pieces for key, found in one.candidates.items()},
        problems=tuple(chain.from_iterable(one.problems for one in pieces)),
        strays=tuple(chain.from_iterable(one.strays for one in pieces)),
    )
