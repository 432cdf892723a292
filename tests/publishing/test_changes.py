"""Which pages a change touches."""

from pathlib import Path

from trueloss.publishing.changes import Changes, index, loaded_by, sort_changes


def test_a_page_changes_with_its_text_its_program_and_its_record() -> None:
    changes = sort_changes(
        [
            "docs/a.md",
            "docs/_records/b.txt",
            "docs/gone.md",
            "examples/one.py",
            "conf/static/site.css",
            "tests/test_a.py",
        ],
        {"examples/one.py": {"a", "c"}},
        ["a", "b", "c"],
    )
    assert changes == Changes(
        {
            "a": ["docs/a.md", "examples/one.py"],
            "b": ["docs/_records/b.txt"],
            "c": ["examples/one.py"],
        },
        gone=["gone"],
        shared=["conf/static/site.css"],
    )


def test_programs_are_found_where_pages_load_them(tmp_path: Path) -> None:
    page = tmp_path / "docs" / "lessons" / "a" / "index.md"
    page.parent.mkdir(parents=True)
    page.write_text("```{code-cell}\n:load: ../../../examples/one.py\n```\n")
    assert loaded_by(tmp_path / "docs") == {"examples/one.py": {"lessons/a/index"}}


def test_the_index_links_every_changed_page() -> None:
    html = index(Changes({"a/b": ["docs/a/b.md"]}), {"a/b": "Is 1 < 2?"})
    assert '<a href="site/a/b.html">Is 1 &lt; 2?</a>' in html
    assert "docs/a/b.md" in html
    assert "No page changed" in index(Changes(), {})
