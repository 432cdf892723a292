"""A build that goes on from the last one publishes what a build from nothing would."""

import os
import shutil
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.commands.test_docs import content, publish_site
from tests.conftest import Site
from tests.site.test_build import FILES, edit
from trueloss.publishing import kept_site

DRAWN = """\
# Drawn

```{{code-cell}}
:alt: A line.
import matplotlib.pyplot as plt
plt.plot([{}]);
```
"""
GLOSSARY = """\
# Glossary

```{{glossary}}
loss
  How far off, {}.
```
"""
HOME = """\
# Home

A {term}`loss`, and [one](one.md).

```{toctree}
:glob:

*
```
"""
PROGRAM = """\
'Add: nox -s run -- examples/two.py'

c, d = 5, 2
assert {} > 0
print(c + d)
"""
PAGES = {
    **FILES,
    "docs/index.md": HOME,
    "docs/glossary.md": GLOSSARY.format("ever"),
    "docs/drawn.md": DRAWN.format("1, 2"),
    "docs/loaded.md": "# Loaded\n\nSee {download}`a table <table.csv>`.\n",
    "docs/table.csv": "1,2\n",
}

Edit = Callable[[Site, int], object]


def write(name: str, text: str) -> Edit:
    return lambda site, number: site.write({name: text.format(number)})


def remove_new_pages(site: Site, _number: int) -> None:
    for path in site.docs.glob("new*.md"):
        path.unlink()


#: What an author does to a site; each is given another number whenever it is done.
EDITS: dict[str, Edit] = {
    "a sentence": write("docs/loaded.md", "# Loaded\n\nWords {0}, and {{download}}`table.csv`.\n"),
    "a title": write("docs/loaded.md", "# Loaded {0}\n\nSee {{download}}`table.csv`.\n"),
    "a download gone": write("docs/loaded.md", "# Loaded\n\nNothing, {0} times.\n"),
    "a table": write("docs/table.csv", "1,{0}\n"),
    "a figure": write("docs/drawn.md", DRAWN),
    "a page without code": write("docs/drawn.md", "# Drawn\n\nNo line, {0}.\n"),
    "a meaning": write("docs/glossary.md", GLOSSARY),
    "a program": write("examples/two.py", PROGRAM),
    "a new page": lambda site, number: site.write({f"docs/new{number}.md": f"# New {number}\n"}),
    "pages gone": remove_new_pages,
    "a file of no page": write("docs/notes.txt", "{0}\n"),
}


@pytest.fixture
def site(site: Site) -> Site:
    site.write(PAGES)
    return site


@settings(
    max_examples=1,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(orders=st.lists(st.permutations(sorted(EDITS)), min_size=1, max_size=1))
def test_after_any_edits_the_bytes_are_those_of_a_build_from_nothing(
    orders: list[list[str]], site: Site, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """All edits in any order, some at a time."""
    assert publish_site(site) == 0
    for number, name in enumerate(orders[0], start=3):
        EDITS[name](site, number)
        if number % 3 == 0:
            assert publish_site(site) == 0
    assert publish_site(site) == 0
    afresh = Site(tmp_path_factory.mktemp("afresh"))
    for folder in ("docs", "examples"):
        left_out = shutil.ignore_patterns("conf.py")
        shutil.copytree(
            site.root / folder, afresh.root / folder, ignore=left_out, dirs_exist_ok=True
        )
    assert publish_site(afresh) == 0
    assert content(site.root / "build" / "html") == content(afresh.root / "build" / "html")


def test_what_has_not_changed_is_not_built(
    site: Site, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files count by what is in them; those of a page that was refused count as changed."""
    again: list[set[str] | None] = []
    real = kept_site._to_read_again

    def noted(*given):
        again.append(real(*given))
        return again[-1]

    monkeypatch.setattr(kept_site, "_to_read_again", noted)
    built = site.root / "build" / "html" / "index.html"
    assert publish_site(site) == 0
    before = built.stat().st_mtime_ns
    assert publish_site(site) == 0
    assert "Nothing has changed since the site was built." in capfd.readouterr().out
    assert (built.stat().st_mtime_ns, again) == (before, [])

    page = site.docs / "one.md"
    old = page.stat()
    edit(site, "docs/one.md", "It adds.", "It adds [nothing](nowhere.md).")
    for _ in range(2):
        assert publish_site(site) == 1
        assert "nowhere.md" in capfd.readouterr().err
    edit(site, "docs/one.md", "[nothing](nowhere.md)", "both")
    os.utime(page, ns=(old.st_atime_ns, old.st_mtime_ns))
    built.write_text("another's", encoding="utf-8")
    assert publish_site(site) == 0
    assert "It adds both." in built.with_name("one.html").read_text(encoding="utf-8")
    assert built.read_text(encoding="utf-8") != "another's"
    assert again == [{"one"}] * 3


def test_a_changed_file_costs_the_pages_that_name_it(site: Site) -> None:
    """One that no page names may decide anything."""
    site.write({"docs/notes.txt": "Of no page."})
    site.build("dummy")
    env = kept_site._environment(site.docs / "_build" / "doctrees")
    pages = {"docs/one.md": {"one"}, "docs/table.csv": {"loaded"}, "examples/two.py": {"two"}}
    for name, expected in pages.items():
        assert kept_site._to_read_again(env, site.root, [name]) == expected
    assert kept_site._to_read_again(env, site.root, pages) == {"one", "loaded", "two"}
    assert kept_site._to_read_again(env, site.root, ["docs/notes.txt"]) is None
    assert kept_site._to_read_again(env, site.root, []) == set()
