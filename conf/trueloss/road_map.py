"""The ``road`` directive: a picture of ``road.py``, drawn anew by every build."""

import itertools
from collections.abc import Sequence
from typing import Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from trueloss.road import ROAD
from trueloss.stops import Stop, Stretch, Theirs, name_of
from trueloss.text.filled import filled

#: What a page is from an event on: each has a part of the picture.
PARTS = {
    "config-inited": "A file in Markdown",
    "transforms": "A tree of its own",
    "env-updated": "A tree that knows the others",
    "html-page-context": "A page in HTML",
}
#: Lengths in user units: a picture is as wide as a telephone, and is shown no larger.
WIDTH, ROW, GAP = 340, 21, 12


class road_map(nodes.Element):  # noqa: N801 (docutils names nodes so)
    """Where the picture stands."""


class RoadDirective(SphinxDirective):
    """Show the road of a build, in one picture for each form that a page has on it."""

    def run(self) -> list[nodes.Node]:
        """Return the place of the picture."""
        return [road_map()]


def html_road_map(_self: HTML5Translator, _node: road_map) -> str:
    """Return the pictures beside each other, or below each other where there is no room."""
    starts = [place for place, stretch in enumerate(ROAD) if stretch.event in PARTS]
    parts = itertools.pairwise([*starts, len(ROAD)])
    drawn = [_part(ROAD[start:end]) for start, end in parts]
    return filled("road.html", parts=drawn, width=WIDTH, row=ROW, ours=_ours, name=_name)


def _part(stretches: Sequence[Stretch]) -> dict[str, Any]:
    """Return what a part of the picture shows, in words too, and where each stretch lies."""
    page = PARTS[stretches[0].event]
    heights = [(2 + len(stretch.stops)) * ROW + GAP for stretch in stretches]
    tops = list(itertools.accumulate(heights, initial=2 * ROW))
    events = (
        f"{stretch.event}, when {stretch.when}: {', '.join(map(_name, stretch.stops))}"
        for stretch in stretches
    )
    return {
        "page": page,
        "words": f"{page}. {'. '.join(events)}.",
        "height": tops[-1],
        # A wide one is for each page.
        "stretches": [
            (stretch, top, end - GAP // 2)
            for stretch, (top, end) in zip(stretches, itertools.pairwise(tops), strict=True)
        ],
    }


def _ours(stop: Stop) -> bool:
    return not isinstance(stop, Theirs)


def _name(stop: Stop) -> str:
    return name_of(stop.acts) if _ours(stop) else stop.does
