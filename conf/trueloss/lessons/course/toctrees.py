"""Tables of contents that no page shows: the sidebar and the links to the next page follow them."""

from collections.abc import Sequence

from sphinx import addnodes


def hidden_toctree(
    page: str, entries: Sequence[tuple[str | None, str]], caption: str | None = None
) -> addnodes.toctree:
    """Return a toctree of ``page``; an entry is a title, or ``None`` for its own, and a docname."""
    return addnodes.toctree(
        parent=page,
        entries=list(entries),
        includefiles=[entry for _, entry in entries],
        maxdepth=1,
        caption=caption,
        glob=False,
        hidden=True,
        includehidden=False,
        numbered=0,
        titlesonly=True,
    )
