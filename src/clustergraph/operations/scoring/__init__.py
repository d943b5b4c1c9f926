"""How well extracted graphs agree with gold annotations, by the rules of tests/gold/README.md.

Entities are aligned one to one, by name, type and what is said of them; then relations, by their
ends. What the gold marks as optional counts neither way. The pairing needs scipy, from the extra
``evaluate``; all else runs without it.
"""

from clustergraph.operations.scoring.annotations import Annotation, parse_annotation
from clustergraph.operations.scoring.counting import count
from clustergraph.operations.scoring.judgements import ErrorClass, Judgement, Verdict
from clustergraph.operations.scoring.reliability import Reliability, reliability
from clustergraph.operations.scoring.scores import Report, Score, Scores, Tally, report_of

__all__ = [
    "Annotation",
    "ErrorClass",
    "Judgement",
    "Reliability",
    "Report",
    "Score",
    "Scores",
    "Tally",
    "Verdict",
    "count",
    "parse_annotation",
    "reliability",
    "report_of",
]
