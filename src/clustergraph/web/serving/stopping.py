"""How the service ends: at the first signal with grace, at the second at once.

With grace: no more connections are taken and idle ones are closed, and what runs is answered, for
as long as ``timeout_graceful_shutdown`` allows. Then readers are ended, and so is the process, with
exit code 0. That readiness tells of it is the business of ``operating.duty``.
"""

import asyncio
import multiprocessing
import os
import signal
import time
from types import FrameType
from typing import Final

import uvicorn
from uvicorn.supervisors import Multiprocess

__all__ = ["StoppingServer", "Workers", "end_with_parent"]

_LOOK_SECONDS: Final = 0.05


class StoppingServer(uvicorn.Server):
    """The only server process."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Begin to stop; the signal is answered by that, and does not kill in the end."""
        del sig, frame
        if self.should_exit:
            os._exit(1)  # readers end with their parent
        self.should_exit = True


class Workers(Multiprocess):
    """Several server processes; those that die are replaced until all are told to stop."""

    def terminate_all(self) -> None:
        """Tell them to stop; what listens here too is closed, or clients would wait for nobody."""
        super().terminate_all()
        for listener in self.sockets:
            listener.close()

    def join_all(self) -> None:
        """Wait for their end; a second signal kills them."""
        while any(worker.process.is_alive() for worker in self.processes):
            if self.signal_queue:
                self._kill_all()
            time.sleep(_LOOK_SECONDS)
        super().join_all()

    def _kill_all(self) -> None:
        for worker in self.processes:
            worker.process.kill()


def end_with_parent() -> None:
    """Have this process end as after a signal when the one that started it dies.

    Whoever is killed can't tell its workers, and they would hold the port for ever.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        loop = asyncio.get_running_loop()
        loop.add_reader(parent.sentinel, _end, loop, parent.sentinel)


def _end(loop: asyncio.AbstractEventLoop, sentinel: int) -> None:
    loop.remove_reader(sentinel)
    os.kill(os.getpid(), signal.SIGTERM)
