"""The search index of a build that goes on from an earlier one: that of a build from nothing.

Sphinx takes over what it knew of pages that it does not write again, but for their index entries,
and keeps words that no page has any more (sphinx/search, ``IndexBuilder.load`` and ``prune``).
"""

from collections import defaultdict
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.search import js_index

#: An index entry: its text, the id that it leads to, and whether it is the main one.
Entry = tuple[str, str, str]


def complete_index(app: Sphinx) -> list[tuple[str, dict[str, object], str]]:
    """Mend the index before it is written; no page comes of it."""
    builder = app.builder
    if not isinstance(builder, StandaloneHTMLBuilder) or builder.indexer is None:
        return []
    indexer = builder.indexer
    indexer.prune(app.env.all_docs)
    for mapping in (indexer._mapping, indexer._title_mapping):
        for word in [word for word, pages in mapping.items() if not pages]:
            del mapping[word]
    entries = {**_earlier_entries(builder.outdir / builder.searchindex_filename)}
    entries.update(indexer._index_entries)
    indexer._index_entries = {
        page: entries[page] for page in sorted(app.env.all_docs) if page in entries
    }
    return []


def _earlier_entries(path: Path) -> dict[str, list[Entry]]:
    """Return the index entries of an earlier build, by page."""
    found: dict[str, list[Entry]] = defaultdict(list)
    if path.exists():
        index = js_index.loads(path.read_text(encoding="utf-8"))
        for entry, uses in index["indexentries"].items():
            for page, target, main in uses:
                found[index["docnames"][page]].append((entry, target, "main" if main else ""))
    return found
