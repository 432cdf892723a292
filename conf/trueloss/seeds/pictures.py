"""What titles of charts and texts of figures compare: no run with other seeds settles it."""

import re
from collections.abc import Iterator

from trueloss.kernels.cell_values import gives_data
from trueloss.pages.ran_numbers import ROLE
from trueloss.pages.reader import Page, code_cells
from trueloss.seeds.cited import without_options
from trueloss.seeds.claims import blocks, sentences
from trueloss.seeds.comparing_words import STRICT
from trueloss.seeds.observed import Observed
from trueloss.seeds.trials import GIVES_SEEDS

#: What a chart measures from or to, such as the best place.
_MARK = re.compile(r"\b(?:from|of|to|towards) the (?:best|worst|\w+est)\b", re.IGNORECASE)
_COMPARES = re.compile(
    rf"{STRICT.pattern}|\b(?:always|never|no|none|once|only|same|(?<!the )first)\b"
    r"|(?<!at )(?<!for )(?<!in )(?<!of )(?<!over )\b(?:all|every)\b",
    re.IGNORECASE,
)
#: What a chart shows, where a sentence below it tells of that.
_DRAWN = re.compile(
    r"\b(?:bars?|bands?|boxes|clouds?|crosses|curves?|dashed|dots?|dotted|lines?|paths?|peaks?)\b",
    re.IGNORECASE,
)
#: What ends the text below a chart.
_NEXT = re.compile(r"^\s*(?:#|:{3,}|`{3,})", re.MULTILINE)


def pictures(page: Page, observed: Observed) -> Iterator[tuple[int, str]]:
    """Yield the line of each cell whose text compares, what to tell its author, in page order.

    A cell that draws depends on seeds where it, or one before it, gives any, or where what it
    prints changes with them.
    """
    seeded = False
    text_of_page = page.path.read_text(encoding="utf-8")
    for index, cell in code_cells(page.notebook):
        seeded = seeded or bool(GIVES_SEEDS.search(cell.source))
        if "blank" in cell.metadata or not (seeded or cell.metadata.get("label") in observed.cells):
            continue
        if gives_data(cell.metadata) or "alt" in cell.metadata:
            yield from _below(text_of_page, page.places[index].line)
        for option in ("alt", "caption", "title"):
            text = str(cell.metadata.get(option, ""))
            if _COMPARES.search(_MARK.sub("", text)):
                yield (
                    page.places[index].line,
                    f":{option}: “{text}” is not held against other seeds: look yourself",
                )


def _below(text: str, line: int) -> Iterator[tuple[int, str]]:
    """Yield what the text right below the cell of a line says of its picture, without a number."""
    lines = text.split("\n")
    fence = lines[line - 1].lstrip().split("{")[0]
    end = next(at for at in range(line, len(lines)) if lines[at].strip() == fence)
    below = "\n".join(lines[end + 1 :])
    following = _NEXT.search(below)
    for block in blocks(below[: following.start()] if following else below):
        for at, sentence in () if block.one_run else sentences(block):
            says = without_options(sentence).strip()
            if _DRAWN.search(says) and _COMPARES.search(says) and not ROLE.search(says):
                told = f"“{says}” is not held against other seeds: look yourself"
                yield end + 1 + at, told
