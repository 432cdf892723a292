"""Sentences that claim something of a cell that other seeds change, and that no rule decides."""

import re
from collections.abc import Collection, Iterator, Mapping

from trueloss.pages.ran_numbers import ROLE
from trueloss.seeds.cited import stems_of, without_options
from trueloss.seeds.claims import Block, blocks, sentences
from trueloss.seeds.comparing_words import STRICT
from trueloss.seeds.observed import Observed
from trueloss.seeds.unsteady import ORDER, Unsteady, unsteady

_CLAIMS = re.compile(
    rf"{STRICT.pattern}|\b(?:always|as \w+ as|makes? no difference|never|none|only)\b",
    re.IGNORECASE,
)
#: Claims of a count or a word, which two numbers in another order do not touch.
_COUNTS = re.compile(r"\b(?:all|before|every|no|nobody|nothing|once|same)\b", re.IGNORECASE)
#: What asks, or tells what to do, claims nothing.
_ASKS = re.compile(r"\?\W*$|^#|^\W*Quick check")
_NAMES = re.compile(r"^:(?:cell|evidence|label):\s*(?P<label>\S+)\s*$|^#+ ", re.MULTILINE)


def unsettled(
    text: str, printed: Mapping[str, str], observed: Observed, told: Collection[int]
) -> Iterator[tuple[int, str]]:
    """Yield the line of each such sentence, and what to tell its author."""
    known = {
        label: list(unsteady(label, printed[label], observed))
        for label in observed.cells.keys() & printed.keys()
    }
    for block in blocks(text):
        label = _label(text, block) or ""
        if block.one_run or block.code or "{mistakes}" in block.lead or label not in known:
            continue
        for line, sentence in sentences(block):
            says = without_options(sentence).strip()
            about = None if line in told or _is_settled(says) else _about(says, known[label])
            if about:
                yield line, _message(says, label, about)


def _label(text: str, block: Block) -> str | None:
    above = "\n".join(text.split("\n")[: block.line])
    found = list(_NAMES.finditer(above))
    named = [each["label"] for each in found if each["label"]]
    return named[-1] if named else None


def _is_settled(says: str) -> bool:
    """Tell whether a sentence asks, or has a number that a rule holds."""
    return bool(_ASKS.search(says) or ROLE.search(says))


def _about(says: str, known: Collection[Unsteady]) -> Unsteady | None:
    """Return what a sentence claims something of, if it claims anything."""
    compares, counts, said = _CLAIMS.search(says), _COUNTS.search(says), stems_of(says)
    about = [
        each
        for each in known
        if (compares or (counts and each.what != ORDER)) and each.is_told_by(said)
    ]
    return max(about, key=lambda each: each.count, default=None)


def _message(says: str, label: str, about: Unsteady) -> str:
    words = says.split()
    quoted = " ".join(words[:8]) + " ..." * (len(words) > 8)
    return (
        f"“{quoted}” is not held against other seeds; with {about.count} of them the cell "
        f"{label!r} prints {about.what}, such as {about.instead!r} for {about.shown!r}: "
        "look yourself"
    )
