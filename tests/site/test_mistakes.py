"""Mistakes of authors, the exact message of each, and all of them in one build.

The plainest mistake of each rule is the example of the table of rules, and not here again
(tests/diagnostics/test_rule_table.py).

A file of ``mistakes/`` holds a page and, below a line of ``=``, the messages it must get, in which
``{kinds}`` are the kinds of question. Its place in that folder is the page's place in ``docs/``.
"""

from pathlib import Path

import pytest

from tests.conftest import Built, Site
from trueloss.truth.kinds import KINDS

MISTAKES = Path(__file__).parent / "mistakes"
FIXTURES = sorted(path.relative_to(MISTAKES) for path in MISTAKES.rglob("*.md"))
EXAMPLES = {
    "examples/gap.py": "c = 3 __1__ 4\nprint(c)\n",
    "examples/loop.py": "'Run it: nox -s run -- examples/loop.py'\n"
    "c = 0\nwhile __1__:\n    c += 1\nprint(c)\n",
    "examples/two_gaps.py": "c = __1__ __2__ 4\nprint(c)\n",
    "examples/sum.py": "'Add: nox -s run -- examples/sum.py'\nprint(3 + 4)\n",
    "examples/does_not_parse.py": '"""Print."""\n\nprint(3 + 4\n',
    "examples/raises.py": '"""Run it: nox -s run -- examples/raises.py"""\n\n'
    'raise ValueError("no loss")\n',
    "examples/shown_nowhere.py": '"""Print."""\n\nimport tinyloss\n\nprint(1)\n',
    "examples/undescribed.py": "from .sum import c\n\nprint(c)\n",
}
ADVICE = (
    "import Python's own modules or keras, matplotlib, numpy, sklearn, tensorflow, and keep "
    "everything else in this file [trueloss.example-import]"
)
OF_PROGRAMS = [
    "examples/shown_nowhere.py:1: the docstring does not say how to run the program; end it with "
    "Run it: nox -s run -- examples/shown_nowhere.py [trueloss.example-docstring]",
    "examples/shown_nowhere.py:3: the program imports 'tinyloss', which a reader may not have; "
    + ADVICE,
    "examples/undescribed.py:1: no page loads this program; load it in a code cell with :load: "
    "and the path to examples/undescribed.py, or remove it [trueloss.example-unloaded]",
    "examples/undescribed.py:1: the program has no docstring; begin it with one that says what it "
    "shows, and how to run it: nox -s run -- examples/undescribed.py [trueloss.example-docstring]",
    "examples/undescribed.py:1: the program imports '.sum', which a reader may not have; " + ADVICE,
]


def page_and_messages(fixture: Path) -> tuple[str, list[str]]:
    page, _, messages = (MISTAKES / fixture).read_text(encoding="utf-8").partition("=====\n")
    messages = messages.replace("{kinds}", ", ".join(KINDS))
    return page, [f"docs/{fixture}:{message}" for message in messages.splitlines()]


@pytest.fixture(scope="module")
def built(module_site: Site) -> Built:
    """One build of all the faulty pages together."""
    pages = {f"docs/{path}": page_and_messages(path)[0] for path in FIXTURES}
    toctree = "\n".join(str(path.with_suffix("")) for path in FIXTURES)
    index = f"# All mistakes\n\n```{{toctree}}\n{toctree}\n```\n"
    module_site.write({**pages, **EXAMPLES, "docs/index.md": index})
    return module_site.build(whole=True)


@pytest.mark.parametrize("fixture", FIXTURES, ids=str)
def test_message(built: Built, fixture: Path) -> None:
    _, expected = page_and_messages(fixture)
    got = [line for line in built.warnings if line.startswith(f"docs/{fixture}:")]
    assert sorted(got) == sorted(expected)


def test_nothing_else_is_reported(built: Built) -> None:
    expected = [message for path in FIXTURES for message in page_and_messages(path)[1]]
    others = [line for line in built.warnings if line not in expected]
    assert others == OF_PROGRAMS


def test_the_build_fails(built: Built) -> None:
    assert built.status == 1


def test_a_second_run_says_the_same(built: Built, module_site: Site) -> None:
    again = module_site.build(whole=True)
    assert again.status == 1
    assert sorted(again.warnings) == sorted(built.warnings)
