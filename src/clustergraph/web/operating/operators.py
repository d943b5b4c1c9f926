"""What one server process has for its operators: its numbers, its lines, and whether it is on duty.

The parts know nothing of each other; here they are put together and told of every query.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from clustergraph.operations.dataset import Dataset
from clustergraph.operations.querying.query_record import QueryRecord
from clustergraph.web.operating.duty import Duty
from clustergraph.web.operating.exposition import Exposition
from clustergraph.web.operating.metrics import Metrics
from clustergraph.web.operating.query_log import QueryLog

__all__ = ["OperatorOptions", "Operators"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OperatorOptions:
    """What may be chosen about it; ``Settings`` says what each is for.

    ``metrics_folder`` is where several processes add up what they count; None for one alone.
    """

    readers: int = 1
    slow_query_seconds: float = 5.0
    drain_seconds: float = 10.0
    metrics_for: Literal["public", "loopback", "off"] = "public"
    metrics_folder: Path | None = None


class Operators:
    """All of it, for one application."""

    def __init__(self, dataset: Dataset, options: OperatorOptions) -> None:
        self.duty = Duty(drain_seconds=options.drain_seconds)
        self.metrics_for = options.metrics_for
        self.metrics = Metrics(readers=options.readers)
        self.exposition = Exposition(self.metrics.registry, dataset, folder=options.metrics_folder)
        self._log = QueryLog(slow_seconds=options.slow_query_seconds)

    def record_query(self, record: QueryRecord) -> None:
        """Count a query, and write its line if that is asked for."""
        self.metrics.record_query(record)
        self._log.record_query(record)
