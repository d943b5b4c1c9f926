"""How well extracted graphs agree with gold annotations, by the rules of tests/gold/README.md.

Entities are aligned one to one, by name, type and what is said of them; then relations, by their
ends. What the gold marks as optional counts neither way. The pairing needs scipy, from the extra
``evaluate``; all else runs without it.
"""

from clustergraph.operations.scoring.annotations import Annotation, parse_annotation
from clustergraph.operations.scoring.counting import count
from clustergraph.operations.scoring.scores import Report, Score, Scores, Tally, scores_of

__all__ = [
    "Annotation",
    "Report",
    "Score",
    "Scores",
    "Tally",
    "count",
    "parse_annotation",
    "scores_of",
]
