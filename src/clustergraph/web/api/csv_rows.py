"""Rows as a table for programs (RFC 4180): cells hold what they are given, exactly."""

import csv
import io
from collections.abc import Iterable

__all__ = ["csv_rows"]


def csv_rows(rows: Iterable[Iterable[object]]) -> bytes:
    r"""Write rows as CSV in UTF-8.

    >>> csv_rows([("name", "total"), ("EFCE, e.V.", 3)])
    b'name,total\r\n"EFCE, e.V.",3\r\n'
    """
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()
