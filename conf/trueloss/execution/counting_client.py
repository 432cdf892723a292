"""Outputs of one cell: counted while they come in, put in order when it is done."""

import itertools
from collections import Counter
from collections.abc import Mapping
from typing import Any

from nbclient import NotebookClient
from nbformat import NotebookNode

#: Messages that are no output, or take the place of one that was counted.
_NOT_KEPT = {"execute_input", "status", "update_display_data"}


class CountingClient(NotebookClient):
    """An nbclient that knows how much each cell has put out."""

    #: Called with the bytes of a cell's outputs each time that they grow.
    on_output: Any = None

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        # By the cell's index. What was cleared or replaced no longer counts.
        self._bytes: Counter[int] = Counter()

    def process_message(
        self, msg: dict[str, Any], cell: NotebookNode, cell_index: int
    ) -> NotebookNode | None:
        """Count an output, then let nbclient store it."""
        if msg["msg_type"] == "clear_output":
            self._bytes[cell_index] = 0
        elif msg["msg_type"] not in _NOT_KEPT:
            buffers = sum(len(buffer) for buffer in msg.get("buffers", ()))
            self._bytes[cell_index] += _size(msg["content"]) + buffers
            self.on_output(self._bytes[cell_index])
        return super().process_message(msg, cell, cell_index)

    def _update_display_id(self, display_id: str, msg: dict[str, Any]) -> None:
        """Count what takes the place of a display, wherever that is shown."""
        for index, places in self._display_id_map.get(display_id, {}).items():
            outputs = self.nb["cells"][index]["outputs"]
            for place in places:
                for part in ("data", "metadata"):
                    self._bytes[index] += _size(msg["content"][part]) - _size(outputs[place][part])
            self.on_output(self._bytes[index])
        super()._update_display_id(display_id, msg)


def _size(content: Any) -> int:
    """Return the bytes of an output, or of the message that brings it, names included."""
    if isinstance(content, str):
        return len(content.encode(errors="surrogatepass"))
    if isinstance(content, Mapping):
        content = itertools.chain.from_iterable(content.items())
    elif not isinstance(content, list):
        return len(repr(content))
    return sum(map(_size, content))


def settle_streams(outputs: list[NotebookNode]) -> list[NotebookNode]:
    """Join neighbouring streams: first what went to stdout, then what went to stderr.

    A kernel sends its streams in pieces, and how many, in which order, is a matter of timing.
    """
    settled: list[NotebookNode] = []
    streams: dict[str, NotebookNode] = {}
    for output in outputs:
        if output["output_type"] == "stream":
            name = output["name"]
            if name in streams:
                streams[name]["text"] += output["text"]
            else:
                streams[name] = output
            continue
        settled += [streams[name] for name in sorted(streams, reverse=True)]
        streams = {}
        settled.append(output)
    return settled + [streams[name] for name in sorted(streams, reverse=True)]
