"""The best one-to-one pairing of two sides; only this needs scipy, and only when it is asked."""

from collections.abc import Sequence

from clustergraph.errors import MissingExtra

__all__ = ["best_pairs"]


def best_pairs(weights: Sequence[Sequence[float]]) -> dict[int, int]:
    """Return row -> column, each at most once, so that the sum of weights is largest.

    Pairs of weight 0 are left out. Cubic in the shorter side (Jonker and Volgenant's algorithm).

    Raises:
        MissingExtra: when scipy is not installed.
    """
    if not weights or not weights[0]:
        return {}
    try:
        from scipy.optimize import linear_sum_assignment  # noqa: PLC0415 - an extra, for scoring only
    except ImportError as error:
        raise MissingExtra("Scoring", package="scipy", extra="evaluate") from error
    rows, columns = linear_sum_assignment([[-weight for weight in row] for row in weights])
    pairs = zip(map(int, rows), map(int, columns), strict=True)
    return {row: column for row, column in pairs if weights[row][column] > 0}
