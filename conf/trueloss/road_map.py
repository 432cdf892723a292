"""The ``road`` directive: a picture of ``road.py``, drawn anew by every build."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from docutils import nodes
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from trueloss.road import ROAD
from trueloss.stops import Stop, Stretch, Theirs, name_of

#: What a page is from an event on: each has a part of the picture.
PARTS = {
    "config-inited": "A file in Markdown",
    "transforms": "A tree of its own",
    "env-updated": "A tree that knows the others",
    "html-page-context": "A page in HTML",
}
#: Lengths in user units: a picture is as wide as a telephone, and is shown no larger.
WIDTH, ROW, GAP = 340, 21, 12
_ROAD, _TEXT = 12, 28


class road_map(nodes.Element):  # noqa: N801 (docutils names nodes so)
    """Where the picture stands."""


class RoadDirective(SphinxDirective):
    """Show the road of a build, in one picture for each form that a page has on it."""

    def run(self) -> list[nodes.Node]:
        """Return the place of the picture."""
        return [road_map()]


def visit_road_map(self: HTML5Translator, _node: road_map) -> None:
    """Write the pictures beside each other, or below each other where there is no room."""
    starts = [place for place, stretch in enumerate(ROAD) if stretch.event in PARTS]
    parts = itertools.pairwise([*starts, len(ROAD)])
    drawn = "".join(_part(ROAD[start:end]) for start, end in parts)
    self.body.append(f'<div style="display:flex;flex-wrap:wrap;gap:1rem">\n{drawn}</div>\n')
    raise nodes.SkipNode


def _part(stretches: Sequence[Stretch]) -> str:
    page = PARTS[stretches[0].event]
    rows: list[str] = []
    top = 2 * ROW
    for stretch in stretches:
        rows += _stretch(stretch, top)
        top += _height(stretch)
    return (
        f'<svg role="img" aria-label="{escape(_words(page, stretches))}" '
        f'viewBox="0 0 {WIDTH} {top}" font-size="12" fill="currentColor" '
        f'style="flex:1 1 {WIDTH - 20}px;max-width:{WIDTH + 20}px;align-self:flex-start">\n'
        f'<text x="0" y="{ROW - 5}" font-size="15" font-weight="600">{page}</text>\n'
        f"{''.join(rows)}</svg>\n"
    )


def _height(stretch: Stretch) -> int:
    return (2 + len(stretch.stops)) * ROW + GAP


def _stretch(stretch: Stretch, top: int) -> Iterator[str]:
    """Yield a piece of road, what it is called, and its stops; a wide one is for each page."""
    end = top + _height(stretch) - GAP // 2
    often = "for each page" if stretch.each_page else "once"
    yield (
        f'<path d="M{_ROAD} {top - ROW + 6}V{end - ROW}" stroke="currentColor" '
        f'stroke-opacity=".45" stroke-width="{11 if stretch.each_page else 3}"/>\n'
        f'<text x="{_TEXT}" y="{top}" font-weight="600">{stretch.event}</text>\n'
        f'<text x="{_TEXT}" y="{top + ROW - 4}" opacity=".8">{stretch.when}; {often}</text>\n'
    )
    for row, stop in enumerate(stretch.stops, start=2):
        yield _stop(stop, top + row * ROW)


def _stop(stop: Stop, y: int) -> str:
    if not isinstance(stop, Theirs):
        mark, text = 'fill="currentColor"', name_of(stop.acts)
        face = 'font-family="var(--font-stack--monospace)" font-size="11.5"'
    else:
        mark, text, face = 'fill="var(--color-background-primary)"', stop.does, 'opacity=".8"'
    return (
        f'<circle cx="{_ROAD}" cy="{y - 4}" r="4" stroke="currentColor" stroke-width="1.5" '
        f"{mark}/>\n"
        f'<text x="{_TEXT}" y="{y}" {face}>{escape(text)}</text>\n'
    )


def _words(page: str, stretches: Iterable[Stretch]) -> str:
    """Return what a part of the picture shows, in words."""
    events = (
        f"{stretch.event}, when {stretch.when}: "
        + ", ".join(
            stop.does if isinstance(stop, Theirs) else name_of(stop.acts) for stop in stretch.stops
        )
        for stretch in stretches
    )
    return f"{page}. {'. '.join(events)}."
