"""What native code and subprocesses write to the descriptors, in the order in which it was written.

ipykernel reads the descriptors in a thread that nothing waits for: what an op printed may come
after the result of its cell, or with the next cell.
"""

import codecs
import json
import os
import select
import threading
from typing import Any

from ipykernel.iostream import PIPE_BUFFER_SIZE, OutStream
from jupyter_client.jsonutil import json_default
from jupyter_client.session import json_packer


def pack(message: Any) -> bytes:
    r"""Pack a message as Jupyter does, with half a letter written out, as in ``\\ud83d``.

    Jupyter would lose the message, with all that was printed beside it.
    """
    try:
        text = json.dumps(message, default=json_default, ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError):
        return json_packer(message)
    return text.encode(errors="written-out")


def _written_out(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    halves = error.object[error.start : error.end]
    return "".join(f"\\\\u{ord(half):x}" for half in halves), error.end


codecs.register_error("written-out", _written_out)


class OrderedStream(OutStream):
    """ipykernel's stream, which takes in its descriptor before each write and each flush."""

    # Where OutStream stands by its name: it declares no types there, and the type check allows that
    # of ipykernel's functions, but not through super().
    _fid: int | None

    def __init__(self, *arguments: Any, **options: Any) -> None:
        self._taking_in = threading.RLock()
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        OutStream.__init__(self, *arguments, **options)

    def write(self, string: str) -> int:
        """Write after what is already in the descriptor."""
        self._take_in()
        super().write(string)
        return len(string)

    def flush(self) -> None:
        """Send everything, what is in the descriptor included."""
        self._take_in()
        OutStream.flush(self)

    def _watch_pipe_fd(self) -> None:
        while self._should_watch and self._fid is not None:
            select.select([self._fid], [], [])
            self._take_in()

    def _take_in(self) -> None:
        # A process that a cell forked shares the descriptor, which is the kernel's to read.
        descriptor = self._fid if OutStream._is_master_process(self) else None
        if descriptor is None or not self._should_watch:
            return
        with self._taking_in:
            while select.select([descriptor], [], [], 0)[0]:
                piece = os.read(descriptor, PIPE_BUFFER_SIZE)
                os.write(self._original_stdstream_copy, piece)
                super().write(self._decode(piece))
