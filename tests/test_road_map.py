"""The picture of the road shows every stop, to the eye and in words."""

import re
from html import unescape

from tests.conftest import Site
from trueloss.road import ROAD
from trueloss.road_map import WIDTH
from trueloss.stops import name_of

#: How wide a letter of a font for code is, as a share of its size, in the widest of them.
WIDEST = 0.61


def test_the_picture_shows_every_stop_and_says_it_in_words(site: Site) -> None:
    site.write({"docs/index.md": "# Follow the road\n\n```{road}\n```\n"})

    built = site.build()

    assert (built.status, built.warnings) == (0, [])
    html = (site.html / "index.html").read_text()
    ours = [name_of(stop.acts) for stretch in ROAD for stop, _ in stretch.ours()]
    assert re.findall(r'font-size="11\.5">(.*?)</text>', html) == ours
    words = " ".join(
        unescape(text) for text in re.findall(r'<svg role="img" aria-label="(.*?)"', html)
    )
    assert words.count("A tree of its own. ") == 1
    assert [name for name in re.findall(r"[\w.]+\w", words) if name in ours] == ours


def test_every_name_has_room_in_the_picture() -> None:
    longest = max(len(name_of(stop.acts)) for stretch in ROAD for stop, _ in stretch.ours())
    assert 28 + longest * 11.5 * WIDEST < WIDTH
