"""Outputs of one cell: counted while they come in, put in order when it is done."""

import json
from typing import Any

from nbclient import NotebookClient
from nbformat import NotebookNode


class CountingClient(NotebookClient):
    """An nbclient that knows how much the running cell has put out."""

    #: Characters of the running cell's outputs; a cleared output no longer counts.
    characters = 0
    #: Called with that number after each output.
    on_output: Any = None

    def process_message(
        self, msg: dict[str, Any], cell: NotebookNode, cell_index: int
    ) -> NotebookNode | None:
        """Count an output, then let nbclient store it."""
        content = msg["content"]
        if msg["msg_type"] == "clear_output":
            self.characters = 0
        elif msg["msg_type"] in {"stream", "display_data", "execute_result", "error"}:
            self.characters += _size(content)
            self.on_output(self.characters)
        return super().process_message(msg, cell, cell_index)


def _size(content: dict[str, Any]) -> int:
    if "text" in content:
        return len(content["text"])
    if "traceback" in content:
        return sum(map(len, content["traceback"]))
    return sum(
        len(value if isinstance(value, str) else json.dumps(value))
        for value in content["data"].values()
    )


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
