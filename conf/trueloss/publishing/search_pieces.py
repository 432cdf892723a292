"""The search index in pieces, of which a browser loads those that a question needs.

Which pages a word stands on is most of the index, and grows with the course; a reader asks for a
word or two. A piece holds the words that begin alike, as a script, which a page may load from the
disk as well. The builds themselves go on from the whole index, so it is taken apart where a site is
published. ``search.js`` puts together what it needs.
"""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from sphinx.search import js_index

from trueloss.publishing.policy import SEARCH_INDEX
from trueloss.text.files import write_whole

#: The folder of the pieces.
PIECES = "search"
#: So many letters of a word name its piece.
LETTERS = 2


def take_apart(site: Path) -> None:
    """Take the words out of the index of a site, and put them into pieces beside it."""
    path = site / SEARCH_INDEX
    if not path.exists():
        return
    index = js_index.loads(path.read_text(encoding="utf-8"))
    pieces: dict[str, dict[str, Any]] = defaultdict(dict)
    for word, pages in index["terms"].items():
        pieces[piece_of(word)][word] = pages
    index |= {"terms": {}, "pieces": sorted(pieces)}
    write_whole(path, js_index.dumps(index))
    for name, words in pieces.items():
        content = json.dumps(words, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        (site / PIECES).mkdir(exist_ok=True)
        write_whole(site / PIECES / f"{name}.js", f"TrueLossSearch.take({content});\n")


def piece_of(word: str) -> str:
    """Return the name of the piece that holds a word: how it begins, where a file may be named so.

    ``search.js`` does the same.
    """
    return "".join(
        letter if letter.isascii() and letter.isalnum() else "_"
        for letter in word.lower()[:LETTERS]
    )
