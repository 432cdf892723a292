"""What stands in the sidebar of a page."""

import pytest

from trueloss.lessons.course.sidebar import trimmed

TREE = (
    '<p class="caption" role="heading"><span>Project</span></p>'
    '<ul><li class="toctree-l1 has-children"><a href="../decisions/index.html">Decisions</a>'
    '<input type="checkbox"/><label></label><ul><li class="toctree-l2">'
    '<a href="../decisions/layers.html">Layers</a></li></ul></li></ul>'
)


def test_a_caption_says_of_which_level_it_is() -> None:
    once = trimmed(TREE, "lessons/index", (), {})
    assert '<p aria-level="2" class="caption" role="heading">' in once
    assert trimmed(once, "lessons/index", (), {}) == once


@pytest.mark.parametrize(("patterns", "shown"), [((), True), (("decisions/*",), False)])
def test_pages_for_authors_stand_beside_each_other_alone(
    patterns: tuple[str, ...], shown: bool
) -> None:
    found = trimmed(TREE, "lessons/index", patterns, {})
    assert "Decisions" in found
    assert ("Layers" in found, "checkbox" in found) == (shown, shown)
    current = TREE.replace("has-children", "current has-children")
    assert "Layers" in trimmed(current, "decisions/layers", patterns, {})


def test_of_other_parts_the_title_alone_is_shown_and_leads_to_the_map() -> None:
    parts = {"Project": "../index.html#part-project"}
    found = trimmed(TREE, "lessons/index", (), parts)
    assert '<span><a href="../index.html#part-project">Project</a></span></p>' in found
    assert "Decisions" not in found
    current = TREE.replace("toctree-l1", "toctree-l1 current")
    assert "<a" not in trimmed(current, "lessons/index", (), parts).partition("</p>")[0]
