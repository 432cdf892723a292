"""Which pages stand for all."""

from pathlib import Path

import pytest

from audit.kinds import has_chart, kind_of, pages


@pytest.mark.parametrize(
    ("docname", "kind"),
    [
        ("lessons/training/why", "lessons/*/why"),
        ("lessons/optimizers/index", "lessons/*/index"),
        ("decisions/charts", "decisions"),
        ("decisions/index", "decisions/index"),
        ("index", "index"),
        ("glossary", "glossary"),
    ],
)
def test_a_kind_is_a_mode_a_folder_or_a_page_of_its_own(docname: str, kind: str) -> None:
    assert kind_of(docname) == kind


def test_the_heaviest_page_of_each_kind_is_taken(tmp_path: Path) -> None:
    for docname, text in {
        "index": "home",
        "lessons/training/why": "short",
        "lessons/optimizers/why": "much longer",
        "lessons/optimizers/test": "test",
        "decisions/records": "the longest",
        "decisions/charts": "short",
        "404": '<meta name="robots" content="noindex">',
    }.items():
        path = tmp_path / f"{docname}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert pages(tmp_path) == [
        "decisions/records",
        "index",
        "lessons/optimizers/test",
        "lessons/optimizers/why",
    ]


def test_a_chart_is_known_by_its_class() -> None:
    assert has_chart('<div class="tl-chart tl-trace">')
    assert not has_chart('<p class="tl-charts">, <code>class="chart"</code>')
