"""Scripts beside pages, with what other pages show of them.

A page loads one where a reader asks for what it holds, so it need not hold it itself. Unlike other
files, a browser lets a page load scripts from the disk as well.
"""

import json
from pathlib import Path

#: How their names end: with what a page asks, and with the titles of all that a lesson asks.
ASKED, TITLES = ".review.js", ".titles.js"


def handed_over(page: str, content: object) -> str:
    """Return the script that hands over to ``pieces.js`` what is to be shown of a page."""
    return f"TrueLossPieces.take({json.dumps(page)}, {json.dumps(content, ensure_ascii=False)});\n"


def lies_beside_a_page(path: Path) -> bool:
    """Whether a file is such a script, and the page is there."""
    kinds = [kind for kind in (ASKED, TITLES) if path.name.endswith(kind)]
    return any(path.with_name(f"{path.name.removesuffix(kind)}.html").exists() for kind in kinds)
