"""Pages and programs as editors, systems and accidents leave them, all in one build."""

from pathlib import Path

import pytest

from tests.conftest import Built, Site

PAGE = """\
# A page

```{{code-cell}}
:label: sum
print(3 + 4)
```

::::{{question}} What is printed, naïvely?
:name: {name}
:kind: predict-output
:level: easy
:cell: sum

- [x] 7
  The sum: {{ran}}`7 <sum>`.
- [ ] 12

:::{{hint}}
Add.
:::
:::{{solution}}
Add.
:::
::::
"""
LOADING = "# A page\n\nWords.\n\n```{{code-cell}}\n:load: ../examples/{}.py\n```\n"


def page(name: str) -> str:
    return PAGE.format(name=name)


#: What is built without a word.
FINE: dict[str, bytes] = {
    "docs/windows-line-ends.md": page("windows-line-ends").replace("\n", "\r\n").encode(),
    "docs/old-mac-line-ends.md": page("old-mac-line-ends").replace("\n", "\r").encode(),
    "docs/byte-order-mark.md": page("byte-order-mark").encode("utf-8-sig"),
    "docs/both.md": page("both").replace("\n", "\r\n").encode("utf-8-sig"),
    "docs/bom-and-front-matter.md": (
        "---\ntolerance: 1e-3\n---\n\n" + page("bom-and-front-matter")
    ).encode("utf-8-sig"),
    "docs/no-last-line-end.md": page("no-last-line-end").rstrip().encode(),
    "docs/form-feed.md": page("form-feed").replace("Add.\n", "Add\x0c.\n").encode(),
    "docs/line-separator.md": page("line-separator").replace("Add.", "Add\u2028.").encode(),
    "docs/trailing-blanks.md": page("trailing-blanks").replace("\n", "  \n").encode(),
    "docs/tab-before-an-explanation.md": page("tab-before-an-explanation")
    .replace("  The sum", "\tThe sum")
    .encode(),
    "docs/program-from-windows.md": LOADING.format("windows").encode(),
    "examples/windows.py": b"\xef\xbb\xbf'Add: nox -s run -- examples/windows.py'\r\n"
    b"print(3 + 4)\r\n",
}
#: What is refused: the file, and the message it gets.
REFUSED: dict[str, tuple[bytes, str]] = {
    "docs/latin-1.md": (
        page("latin-1").encode("latin-1"),
        "docs/latin-1.md:8: the page holds a byte here that is not UTF-8; save the file as UTF-8 "
        "[trueloss.encoding]",
    ),
    "docs/program-in-latin-1.md": (
        LOADING.format("latin_1").encode(),
        "docs/program-in-latin-1.md:5: examples/latin_1.py:2 holds a byte here that is not UTF-8; "
        "save the file as UTF-8 [trueloss.encoding]",
    ),
    "docs/lessons/naïve-bayes/index.md": (
        "# Naïve Bayes\n\nWords.\n".encode(),
        "docs/lessons/naïve-bayes/index.md:1: the folder of this lesson is 'naïve-bayes'; rename "
        "it naive-bayes: lower-case letters, digits and single hyphens make an address that is "
        "easy to share [trueloss.lesson-slug]",
    ),
    "docs/lessons/Adam/index.md": (
        b"# Adam\n\nWords.\n",
        "docs/lessons/Adam/index.md:1: the folder of this lesson is 'Adam'; rename it adam: "
        "lower-case letters, digits and single hyphens make an address that is easy to share "
        "[trueloss.lesson-slug]",
    ),
    "docs/lessons/勉強/index.md": (
        b"# Study\n\nWords.\n",
        "docs/lessons/勉強/index.md:1: the folder of this lesson is '勉強'; give it a name from "
        "a to z: lower-case letters, digits and single hyphens make an address that is easy to "
        "share [trueloss.lesson-slug]",
    ),
    "docs/lessons/adam/notes.md": (
        b"# Notes\n\nWords.\n",
        "docs/lessons/adam/notes.md:1: notes.md is not the page of a mode; use one of index.md, "
        "why.md, deep-dive.md, visualize.md, try.md, challenge.md, experiment.md, recall.md, "
        "metrics.md, test.md [trueloss.mode-unknown]",
    ),
    "docs/no-title.md": (
        b"Words without a heading.\n",
        "docs/no-title.md:1: the page has no title; begin it with # and a verb or a question "
        "[trueloss.page-title]",
    ),
    "docs/empty.md": (
        b"",
        "docs/empty.md:1: the page has no title; begin it with # and a verb or a question "
        "[trueloss.page-title]",
    ),
}
OTHERS = {"examples/latin_1.py": '"""Print."""\n# naïve\nprint(1)\n'.encode("latin-1")}
LINKS = {
    "docs/linked-page.md": "a symbolic link to {outside}/page.md",
    "docs/linked-folder": "a symbolic link to {outside}",
    "docs/circle/loop": "a symbolic link to {docs}/circle",
}


@pytest.fixture(scope="module")
def outside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("outside")
    (folder / "page.md").write_text("# Elsewhere\n\nWords.\n", encoding="utf-8")
    (folder / "program.py").write_text("print(1)\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def built(module_site: Site, outside: Path) -> Built:
    site = module_site
    files = FINE | OTHERS | {name: data for name, (data, _) in REFUSED.items()}
    for name, data in files.items():
        (site.root / name).parent.mkdir(parents=True, exist_ok=True)
        (site.root / name).write_bytes(data)
    site.write(
        {
            "docs/circle/page.md": "# A page\n\nWords.\n",
            "docs/index.md": "# All\n\n```{toctree}\n:glob:\n\n**\n```\n",
            "docs/loads-through-a-link.md": LOADING.format("linked"),
            "docs/loads-a-loop.md": LOADING.format("loop"),
        }
    )
    (site.root / "examples/linked.py").symlink_to(outside / "program.py")
    (site.root / "examples/loop.py").symlink_to("loop.py")
    (site.docs / "linked-page.md").symlink_to(outside / "page.md")
    (site.docs / "linked-folder").symlink_to(outside)
    (site.docs / "circle/loop").symlink_to(site.docs / "circle")
    return site.build()


@pytest.mark.parametrize("name", FINE)
def test_makes_no_difference(built: Built, name: str) -> None:
    assert [line for line in built.warnings if line.startswith(f"{name}:")] == []


@pytest.mark.parametrize("name", REFUSED)
def test_is_refused(built: Built, name: str) -> None:
    said = [line for line in built.warnings if line.startswith(f"{name}:")]
    assert said == [REFUSED[name][1]]


@pytest.mark.parametrize("name", LINKS)
def test_a_link_is_refused_once(built: Built, name: str, outside: Path, module_site: Site) -> None:
    leads = (
        LINKS[name]
        .format(outside=outside, docs=module_site.docs)
        .replace(f"{module_site.root}/", "")
    )
    said = [line for line in built.warnings if line.startswith(f"{name}")]
    assert said == [
        f"{name}:1: this is {leads}, and what it leads to is not a page of this site; put the file "
        "itself here [trueloss.page-link]"
    ]


def test_a_program_behind_a_link_leaves_the_repository(built: Built) -> None:
    (said,) = [line for line in built.warnings if "loads-through-a-link" in line]
    assert "leaves the repository; move the program into examples/" in said


def test_a_program_that_is_a_loop(built: Built) -> None:
    (said,) = [line for line in built.warnings if line.startswith("docs/loads-a-loop.md:5: ")]
    assert "is no" in said


def test_the_build_fails_and_says_nothing_else(built: Built) -> None:
    known = (*REFUSED, *LINKS, "docs/loads-", "docs/index.md:", "examples/")
    assert [line for line in built.warnings if not line.startswith(known)] == []
    assert built.status == 1
