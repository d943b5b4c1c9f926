"""What docs/questions.md shows of tables in other tools is what comes back.

The pairs of queries that it shows are asked in ``tests/queries/test_both_faces.py``.
"""

import subprocess
import sys

from given.shown import ADDRESS, ROOT, blocks

TEXT = (ROOT / "docs" / "questions.md").read_text("utf-8")


def test_the_python_that_it_shows_reads_a_table(served: str) -> None:
    (program,) = blocks(TEXT, "python")
    words = [sys.executable, "-c", program.replace(ADDRESS, served)]
    told = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    assert told.strip() == "['paid', 'by']"
