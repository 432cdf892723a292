"""The road of a build: real builds take it in its order, and the decision page follows it."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from docutils.transforms import Transform
from sphinx.events import EventManager

from tests.conftest import Site
from tests.published import ROOT
from trueloss.road import ROAD
from trueloss.stops import name_of

PAGE = ROOT / "docs" / "decisions" / "one-road.md"
#: Every stop, and ours alone by their event.
NAMES = [name_of(stop.acts) for part in ROAD for stop in part.stops]
OURS = {part.event: [name_of(stop.acts) for stop, _ in part.ours()] for part in ROAD}


@pytest.fixture
def acted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that fills, in a build, with the names of handlers and transforms."""
    names: list[str] = []
    connect, begin = EventManager.connect, Transform.__init__

    def connect_noting(self: Any, event: str, handler: Callable[..., Any], priority: int) -> int:
        def noting(*arguments: Any) -> Any:
            if hasattr(handler, "__qualname__"):
                names.append(name_of(handler))
            return handler(*arguments)

        return connect(self, event, noting, priority)

    def begin_noting(self: Transform, *arguments: Any, **named: Any) -> None:
        names.append(name_of(type(self)))
        begin(self, *arguments, **named)

    monkeypatch.setattr(EventManager, "connect", connect_noting)
    monkeypatch.setattr(Transform, "__init__", begin_noting)
    return names


def test_a_build_takes_the_road_in_its_order(site: Site, acted: list[str]) -> None:
    site.write({"docs/index.md": "# Say what a loss is\n\nIt tells how wrong a model is.\n"})

    built = site.build()

    assert (built.status, built.warnings) == (0, [])
    assert [name for name in dict.fromkeys(acted) if name in NAMES] == NAMES


def test_no_stop_stands_on_the_road_twice() -> None:
    assert len(set(NAMES)) == len(NAMES)


def test_nothing_of_ours_acts_beside_the_road() -> None:
    by_hand = re.compile(r"app\.connect\(|add_(?:post_)?transform\(|default_priority\s*=")
    code = ROOT / "conf" / "trueloss"
    found = {
        path.relative_to(code).as_posix()
        for path in code.rglob("*.py")
        if by_hand.search(path.read_text(encoding="utf-8"))
    }
    assert found == {"stops.py", "commands/kept_builds.py"}


def test_the_page_of_the_road_names_every_stop_in_order_and_nothing_else() -> None:
    page = PAGE.read_text(encoding="utf-8")
    named = re.findall(r"^(?:### )?`([\w.-]+)`$", page, re.MULTILINE)
    assert named == [name for part in ROAD for name in (part.event, *OURS[part.event])]
