"""A lesson that is thin says what it leaves out, and the course map shows it."""

from tests.conftest import Site

HOME = "# Home\n\n```{course-map}\nThe loop\n- a\n- b\n```\n"
SETTINGS = (
    '\ntrueloss_modes = [{"page": "index", "name": "Learn", "offers": "it"},'
    ' {"page": "recall", "name": "Recall", "offers": "cards"}]\n'
    'trueloss_whole = {"cards": 1, "pictures": 1, "recaps": 1, "minutes": 15}\n'
)
FIGURE = (
    "```{code-cell}\n:alt: a square\nfrom IPython.display import SVG\n\n"
    'SVG(\'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"></svg>\')\n```\n'
)
CARD = "# Recall {}\n\n:::{{flashcard}} What is weight {}?\nA number.\n:::\n"
PROGRAM = '"""Add. Run it: nox -s run -- examples/a/add.py"""\n\ntotal = 2 + __1__\nprint(total)\n'
TASK = """\
# Try it

::::{blank} Make it five
:name: try-five
:level: easy
:program: ../../../examples/a/add.py
:check: total == 5

- [x] `3`
- [ ] `4`
  That makes six.

:::{hint}
Count.
:::
:::{solution}
Two and three.
:::
::::
"""
OUT = "---\nleaves_out:\n  recaps: it is <short>\n---\n\n"


def test_lessons_are_held_against_a_whole_one(site: Site) -> None:
    site.conf.joinpath("conf.py").write_text(site.conf.joinpath("conf.py").read_text() + SETTINGS)
    site.write(
        {
            "docs/index.md": HOME,
            "docs/lessons/a/index.md": f"{OUT}# What is a?\n\nWords.\n\n{FIGURE}",
            "docs/lessons/a/recall.md": CARD.format("a", "a"),
            "docs/lessons/b/index.md": "# What is b?\n\n" + "many words " * 1590,
        }
    )
    told = [one.partition(";")[0] for one in site.build().warnings]
    assert sorted(told) == [
        "docs/lessons/b/index.md:1: this lesson has cards: 0, and a whole one at least 1",
        "docs/lessons/b/index.md:1: this lesson has minutes: 16, and a whole one at most 15",
        "docs/lessons/b/index.md:1: this lesson has no recall.md",
        "docs/lessons/b/index.md:1: this lesson has pictures: 0, and a whole one at least 1",
        "docs/lessons/b/index.md:1: this lesson has recaps: 0, and a whole one at least 1",
    ]
    site.write({"docs/lessons/b/index.md": "# What is b?\n\n:::{todo}\nWrite it.\n:::\n"})
    assert site.build().warnings == []
    home = (site.html / "index.html").read_text(encoding="utf-8")
    assert "Without recaps: it is &lt;short&gt;" in home


def test_a_task_counts_where_only_other_pages_run(site: Site) -> None:
    conf = site.conf.joinpath("conf.py")
    modes = SETTINGS.replace('"recall", "name": "Recall"', '"try", "name": "Try"')
    whole = 'trueloss_whole = {"tasks": 1}\ntrueloss_run_only = ["lessons/a/index"]\n'
    conf.write_text(conf.read_text() + modes.partition("trueloss_whole")[0] + whole)
    site.write(
        {
            "docs/index.md": HOME.replace("- b\n", ""),
            "docs/lessons/a/index.md": "# What is a?\n\nWords.\n",
            "docs/lessons/a/try.md": TASK,
            "examples/a/add.py": PROGRAM,
        }
    )
    assert site.build().warnings == []
