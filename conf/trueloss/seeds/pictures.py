"""What titles of charts and texts of figures compare: no run with other seeds settles it."""

import re
from collections.abc import Iterator

from trueloss.pages.reader import Page, code_cells
from trueloss.seeds.comparing_words import STRICT
from trueloss.seeds.observed import Observed
from trueloss.seeds.trials import GIVES_SEEDS

#: What a chart measures from or to, such as the best place.
_MARK = re.compile(r"\b(?:from|of|to|towards) the (?:best|worst|\w+est)\b", re.IGNORECASE)
_COMPARES = re.compile(rf"{STRICT.pattern}|\b(?:always|never|same|(?<!the )first)\b", re.IGNORECASE)


def pictures(page: Page, observed: Observed) -> Iterator[tuple[int, str]]:
    """Yield the line of each cell whose text compares, what to tell its author, in page order.

    A cell that draws depends on seeds where it, or one before it, gives any, or where what it
    prints changes with them.
    """
    seeded = False
    for index, cell in code_cells(page.notebook):
        seeded = seeded or bool(GIVES_SEEDS.search(cell.source))
        if "blank" in cell.metadata or not (seeded or cell.metadata.get("label") in observed.cells):
            continue
        for option in ("alt", "caption", "title"):
            text = str(cell.metadata.get(option, ""))
            if _COMPARES.search(_MARK.sub("", text)):
                yield (
                    page.places[index].line,
                    f":{option}: “{text}” is not held against other seeds: look yourself",
                )
