"""What an output, a page or its files try is refused where it stands, once, and does nothing."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

import pytest

from tests.attacks.attack import Attack
from tests.attacks.outputs import CELLS, FILES, PAGES, TAGS, WithFile
from tests.conftest import Site
from trueloss.lessons.cells.run_signs import SIGN
from trueloss.publishing.policy import inline_of

RULES = r"\[trueloss\.(?:file-active|html-refused|output-letter|output-refused|picture-remote)\]$"


def page_of(texts: Sequence[str]) -> tuple[str, list[int]]:
    """Return a page with some texts, and the line at which each begins, and at which it ends."""
    page, lines = "# A page\n\n", []
    for text in texts:
        lines.append(page.count("\n") + 1)
        page += text + "\n\n"
    return page, [*lines, page.count("\n") + 1]


def cell(attack: Attack) -> str:
    return f"```{{code-cell}}\nprint('kept')\n{attack.code}\n```"


def beside(attack: WithFile, place: int) -> str:
    return attack.code.replace(attack.file, f"{place}/{attack.file}")


@pytest.fixture(scope="module")
def said(module_site: Site) -> dict[str, list[str]]:
    """Build all attacks at once; return what is said of each, and of nothing under no name."""
    pages: dict[str, tuple[Sequence[Attack], list[str]]] = {
        "cells": (CELLS, [cell(attack) for attack in CELLS]),
        # In sections of their own, because a tag may be closed in the same one.
        "page": (TAGS + PAGES, [f"## A part\n\n{attack.code}" for attack in TAGS + PAGES]),
        "files": (FILES, [beside(attack, place) for place, attack in enumerate(FILES)]),
    }
    module_site.write(
        {f"docs/{place}/{attack.file}": attack.content for place, attack in enumerate(FILES)}
    )
    places: dict[tuple[str, int], str] = {}
    for name, (attacks, texts) in pages.items():
        text, lines = page_of(texts)
        module_site.write({f"docs/{name}.md": text})
        for attack, (first, end) in zip(attacks, pairwise(lines), strict=True):
            places |= {(f"docs/{name}.md", line): attack.name for line in range(first, end)}
    index = "# Home\n\n```{toctree}\n" + "\n".join(pages) + "\n```\n"
    module_site.write({"docs/index.md": index})
    found = defaultdict(list)
    for warning in module_site.build().warnings:
        place = re.match(r"(docs/\w+\.md):(\d+): ", warning)
        name = places.get((place[1], int(place[2])), "") if place else ""
        found[name].append(warning)
    return found


@pytest.mark.parametrize("attack", [*CELLS, *TAGS, *PAGES, *FILES], ids=lambda attack: attack.name)
def test_an_attack_is_refused_once_where_it_stands(
    said: dict[str, list[str]], attack: Attack
) -> None:
    (message,) = said.get(attack.name, [])
    assert re.search(RULES, message)


def test_nothing_else_is_said(said: dict[str, list[str]]) -> None:
    assert said.get("", []) == []


def test_what_is_shown_beside_an_attack_stays_and_does_nothing(
    module_site: Site, said: dict[str, list[str]]
) -> None:
    assert said
    for name in ("cells", "page", "files"):
        html = (module_site.html / f"{name}.html").read_text(encoding="utf-8")
        assert inline_of(html).refused == ()
        assert html.rstrip().endswith("</html>")
    html = (module_site.html / "cells.html").read_text(encoding="utf-8")
    assert html.count(SIGN) == html.count(">kept") == len(CELLS)
