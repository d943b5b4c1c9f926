"""Room for what nobody needs for long, in a home."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from clustergraph.store.versions import Home, scratch

_HOLDING = """
import sys, time
from pathlib import Path
from clustergraph.store.versions import Home, scratch

with scratch(Home(Path(sys.argv[1]))) as folder:
    (folder / "file").write_text("x")
    print("ready", flush=True)
    time.sleep(60)
"""


def test_what_was_in_it_is_gone_at_the_end(tmp_path: Path) -> None:
    with scratch(Home(tmp_path)) as folder:
        (folder / "file").write_text("x")
    assert not list(Home(tmp_path).drafts_path.iterdir())


def test_nobody_takes_the_room_of_who_lives_and_everybody_that_of_the_dead(tmp_path: Path) -> None:
    home = Home(tmp_path)
    command = [sys.executable, "-c", _HOLDING, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"ready\n"
        with scratch(home) as folder:
            assert len(list(home.drafts_path.iterdir())) == 2
        os.kill(holder.pid, signal.SIGKILL)
    with scratch(home) as folder:
        assert list(home.drafts_path.iterdir()) == [folder]
