"""What `nox -s new` makes builds at once, and its open points are refused by a release alone."""

import json
import shutil

import pytest

from tests.conftest import Site
from tests.published import MODES, ROOT
from trueloss.commands.check import check, fill
from trueloss.commands.new import new_lesson
from trueloss.kernels import close_kernels

INDEX = "# Home\n\n```{toctree}\n:glob:\n\nlessons/*/index\n```\n"


@pytest.fixture(scope="module")
def lessons(module_site: Site) -> Site:
    """The template as it is, and a small lesson with another name."""
    module_site.write({"docs/index.md": INDEX})
    new_lesson(module_site.root, "Template lesson")
    new_lesson(module_site.root, "What's new (and why)?", ["challenge", "why"])
    return module_site


def test_it_builds_without_a_word(lessons: Site) -> None:
    built = lessons.build(imports=("tensorflow", "numpy"), whole=True)
    assert built.warnings == []
    assert built.status == 0


@pytest.mark.parametrize(
    ("page", "component"),
    [
        ("index", "question"),
        ("visualize", "chart"),
        ("try", "blank"),
        ("challenge", "question"),
        ("recall", "deck"),
        ("test", "question"),
    ],
)
def test_its_pages_show_what_their_mode_offers(lessons: Site, page: str, component: str) -> None:
    html = (lessons.html / f"lessons/template-lesson/{page}.html").read_text(encoding="utf-8")
    assert f'class="tl-{component}"' in html


def test_its_open_points_are_listed(lessons: Site) -> None:
    points = json.loads((lessons.html.parent / "open-points.json").read_text(encoding="utf-8"))
    pages = {point["page"] for point in points}
    assert {f"lessons/template-lesson/{mode.page}" for mode in MODES} <= pages
    assert all(point["line"] > 1 and point["text"].endswith(".") for point in points)


def test_it_checks_with_open_points_alone_and_its_numbers_fill_in(lessons: Site) -> None:
    settings = (lessons.conf / "conf.py").read_text(encoding="utf-8")
    lessons.write({"conf/conf.py": f"{settings}trueloss_imports = ['tensorflow', 'numpy']\n"})
    shutil.copy(ROOT / "pyproject.toml", lessons.root)  # the house style of programs
    pages = [lessons.docs / "lessons" / "template-lesson"]
    try:
        assert check(lessons.root, pages).diagnostics == {}
        left = sum(path.read_text("utf-8").count("{ran}`?") for path in pages[0].glob("*.md"))
        assert len(fill(lessons.root, pages)) == left > 10
        found = check(lessons.root, pages)
    finally:
        close_kernels()
    assert found.diagnostics == {}
    assert not any("filled in" in point.text for point in found.points)


def test_a_release_refuses_them(site: Site) -> None:
    site.write({"docs/index.md": "# Home\n\nWords.\n\n:::{todo}\nWrite\nmore.\n:::\n"})
    assert site.build().status == 0
    released = site.build(release=True)
    assert released.warnings == [
        "docs/index.md:5: a release has no open points; settle this one: "
        "Write more. [trueloss.open-point]"
    ]
    assert released.status == 1
