"""Outputs and messages, shortened to what matters to someone who compares many of them."""

import re

from trueloss.text.counting import counted
from trueloss.text.terminal import without_colours

#: Lines of output that are kept, the last ones, and characters of a line and of a message.
LINES = 6
LINE_WIDTH = 120
MESSAGE_WIDTH = 240

#: What TensorFlow puts around the message of an op.
_NODE = re.compile(r"\{\{function_node [^}]*\}\}\s*")
_OP = re.compile(r"\s*\[Op:\w+\](\s*name:\s*\S*)?\s*$")
#: Keras says where it was before it says what was wrong, and with which arguments after it.
_WHERE = re.compile(r"(Exception encountered when calling|in user code:|Graph execution error:)")
_ARGUMENTS = re.compile(r"Arguments received by |Call arguments received by |Detected at node ")
_ERROR_LINE = re.compile(r"\s+(\w+(?:Error|Exception)): (?P<message>.+)")


def short_output(text: str, lines: int) -> str:
    """Return the last lines of an output of which there were ``lines`` in all."""
    kept = without_colours(text).rstrip().splitlines()[-LINES:]
    left_out = lines - len(kept)
    short = [cut(line.rstrip(), LINE_WIDTH) for line in kept]
    if left_out > 0 and kept:
        short.insert(0, f"... ({counted(left_out, 'more line')} above)")
    return "\n".join(short)


def short_line(line: str) -> str:
    """Return a line of an output, cut where it is long, with single blanks."""
    return cut(" ".join(line.split()), LINE_WIDTH)


def short_message(text: str) -> str:
    """Return what a message of an exception or a warning says, in one line."""
    text = _NODE.sub("", without_colours(text)).strip()
    if text.startswith("in user code:"):
        named = list(_ERROR_LINE.finditer(text))
        text = text[named[-1].start("message") :] if named else text
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]
    said = [part for part in paragraphs if not _WHERE.match(part) and not _ARGUMENTS.match(part)]
    first = (said or paragraphs or [""])[0]
    return cut(_OP.sub("", _ARGUMENTS.split(first)[0].strip() or first), MESSAGE_WIDTH)


def cut(text: str, width: int) -> str:
    """Return a text, or its beginning where it is longer than a width."""
    return text if len(text) <= width else f"{text[: width - 3].rstrip()}..."
