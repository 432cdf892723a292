"""The road of a build: real builds take it in its order, and the decision page follows it."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from docutils import nodes
from docutils.transforms import Transform
from sphinx.events import EventManager

from tests.conftest import Site
from tests.published import ROOT
from trueloss.road import ROAD
from trueloss.stops import TRANSFORMS, name_of

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


def excerpts() -> Iterator[tuple[str, list[str]]]:
    """Yield each excerpt of the page with the stop that it stands below."""
    page = PAGE.read_text(encoding="utf-8").partition("## Down the road")[2]
    shown = re.compile(r"^(?:### )?`([\w.-]+)`$|^(`{3,})(\w+)\n(.*?)^\2$", re.MULTILINE | re.DOTALL)
    stop = ""
    for found in shown.finditer(page):
        stop = found[1] or stop
        if found[4]:
            yield stop, found[4].splitlines()


def challenge() -> str:
    """Return the page that the excerpts are of, with the problem that they show alone."""
    page = (ROOT / "docs/lessons/training/challenge.md").read_text(encoding="utf-8")
    first, second, third = [found.start() for found in re.finditer("```{code-cell}", page)][:3]
    printed = re.compile(r"\{ran\}`([^<]+) <[^>]+>`")
    problem = printed.sub(r"{literal}`\1`", page[second:third])
    other = re.sub(
        r"^:(?:name|cell): .*\n", "", problem[problem.index("::::") :], flags=re.MULTILINE
    )
    return page[:first].replace("](index.md)", "](challenge.md)") + problem + other


def stands_in(excerpt: list[str], text: str) -> str:
    """Return the first line of an excerpt that the text does not have, below those before it.

    An excerpt leaves out lines and attributes, and what ``…`` stands for.
    """
    lines = text.splitlines()
    for line in excerpt:
        parts = re.split(r" ?…|(?<=\S) (?=[\w-]+=\")|(?=>$)", line.strip())
        wanted = re.compile(".*?".join(map(re.escape, parts)))
        place = next((n for n, each in enumerate(lines) if wanted.search(each)), None)
        if place is None:
            return line
        del lines[: place + 1]
    return ""


def test_the_excerpts_of_the_page_are_what_a_build_makes_of_it(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, str] = {}

    def note(stop: str, document: nodes.document) -> None:
        if document["source"].endswith("challenge.md"):
            seen.setdefault(stop, document.pformat())

    def noting_apply(name: str, apply: Any) -> Any:
        def noting(self: Any, **more: Any) -> None:
            note("run_phase.RunPhase.hand_over", self.document)
            apply(self, **more)
            note(name, self.document)

        return noting

    for stop, _ in (stop for part in ROAD if part.event == TRANSFORMS for stop in part.ours()):
        acts: Any = stop.acts
        monkeypatch.setattr(acts, "apply", noting_apply(name_of(acts), acts.apply))
    connect = EventManager.connect

    def connect_noting(self: Any, event: str, handler: Callable[..., Any], priority: int) -> int:
        def noting(*arguments: Any) -> Any:
            answer = handler(*arguments)
            if event in ("doctree-read", "doctree-resolved") and hasattr(handler, "__qualname__"):
                note(name_of(handler), arguments[1])
            return answer

        return connect(self, event, noting, priority)

    monkeypatch.setattr(EventManager, "connect", connect_noting)
    example = "examples/training/loss_after_step.py"
    files = [example, "docs/glossary.md"]
    site.write({name: (ROOT / name).read_text(encoding="utf-8") for name in files})
    index = "# Lose less\n\n```{code-cell}\nprint(1)\n```\n"
    site.write(
        {
            "docs/index.md": "# Home\n\n[It](lessons/training/index.md), [words](glossary.md).\n",
            "docs/lessons/training/index.md": index,
            "docs/lessons/training/challenge.md": challenge(),
        }
    )
    site.build()
    html = (site.html / "lessons/training/challenge.html").read_text(encoding="utf-8")
    missing = {
        stop: line
        for stop, excerpt in excerpts()
        if (line := stands_in(excerpt, f"{challenge()}\n{seen.get(stop, '')}\n{html}"))
    }
    assert missing == {}
