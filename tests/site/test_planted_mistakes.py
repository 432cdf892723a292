"""Mistakes planted in a small course, each of which has to be found, with its page and line.

All of them stand in one course: its pages are recorded while they are good, then every mistake is
planted at once, and one check has to find them all and nothing else.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.conftest import Built, Site
from trueloss.commands.record import Accepted, accept
from trueloss.commands.stale import check
from trueloss.kernels.environment import KERNEL_ENVIRONMENT
from trueloss.records.course_pages import Course, read_course
from trueloss.records.verdict import Verdict

CHANGED, UNSTEADY = "changed", "not_reproducible"
SVG = "from IPython.display import SVG, display\nsvg = '<svg viewBox=\"0 0 {} 9\"/>'\n"


def cell(source: str, label: str = "a") -> str:
    return f"```{{code-cell}}\n:label: {label}\n{source}\n```\n\n"


def loading(path: str, label: str = "a") -> str:
    return f"```{{code-cell}}\n:label: {label}\n:load: {path}\n```\n\n"


def charted(value: str) -> str:
    source = f"loss = [1 / (1 + step) for step in range(41)]\nloss[17] = {value}\nloss"
    return cell(f":trace: {{y: loss}}\n\n{source}")


def page(*cells: str) -> str:
    return "# A page\n\nSome text.\n\n" + "More text.\n\n".join(cells)


@dataclass(frozen=True)
class Planted:
    """A page while it is good, the same with a mistake, and where the mistake has to be found.

    ``files`` are further files to write when the mistake is planted, ``damage`` what to do to the
    page's record; a page that is ``None`` is gone. ``label`` names the cell to blame; without
    one the blame falls on line 1.
    """

    good: str
    bad: str | None
    label: str | None = "a"
    found: str = CHANGED
    files: dict[str, str] = field(default_factory=dict)
    damage: Callable[[Path], object] = lambda _record: None
    line: int | None = None

    def blamed(self) -> int:
        text = self.bad or ""
        if self.line is not None or self.label is None:
            return self.line or 1
        place = text.index(f":label: {self.label}\n")
        return text.count("\n", 0, place)


def edited(old: str, new: str) -> Callable[[Path], object]:
    return lambda record: record.write_text(record.read_text().replace(old, new))


TWO = (cell("print(1.5)"), cell("print(2.5)", "b"))
UNSTEADY_SOURCES = {
    "prints-the-time": "import time\nprint(time.time())",
    "prints-hours-and-minutes": "import time\nprint(time.strftime('%H:%M'))",
    "prints-the-local-date": "import datetime\nprint(datetime.date.today().day)",
    "prints-today": "import datetime\nprint(datetime.datetime.now(datetime.UTC).date())",
    "prints-today-in-words": "import time\nprint(time.strftime('%d %b %Y', time.gmtime()))",
    "returns-today": "import datetime\ndatetime.datetime.now(datetime.UTC).date()",
    "prints-an-address": "print(object())",
    "prints-an-identity": "print(id(object()))",
    "prints-its-folder": "import os\nprint(os.getcwd())",
    "prints-a-temporary-path": "import tempfile\nprint(tempfile.mkdtemp())",
    "prints-where-a-package-is": "import json\nprint(json.__file__)",
    "prints-an-unseeded-draw": "import random\nprint(random.random())",
    "prints-an-unseeded-numpy-draw": "import numpy\nprint(numpy.random.rand())",
    "prints-a-set": "print({'loss', 'gradient', 'weight', 'epoch', 'batch'})",
    "prints-a-hash": "print(hash('loss'))",
    "prints-a-uuid": "import uuid\nprint(uuid.uuid4().hex)",
    "prints-ms-per-step": "print('10/10 - 3ms/step - loss: 1.37')",
    "warns-of-the-time": "import sys, time\nprint(time.time(), file=sys.stderr)",
    "draws-unseeded": SVG.replace("/>", '><circle r="{}"/></svg>')
    + "import random\ndisplay(SVG(svg.format(9, random.random())))",
}

MISTAKES = {
    "example-edited": Planted(
        page(loading("../examples/edited.py")),
        page(loading("../examples/edited.py")),
        files={"examples/edited.py": "print(1.38)\n"},
    ),
    "library-prints-another-fourth-digit": Planted(
        page(cell("import tinyloss\nprint(tinyloss.LOSS)")),
        page(cell("import tinyloss\nprint(tinyloss.LOSS)")),
        files={"lib/tinyloss.py": "LOSS = 1.371\n"},
    ),
    "first-digit": Planted(page(cell("print(1.5)")), page(cell("print(2.5)"))),
    "sign": Planted(page(cell("print(1.5)")), page(cell("print(-1.5)"))),
    "number-becomes-nan": Planted(page(cell("print(1.5)")), page(cell("print(float('nan'))"))),
    "nan-becomes-number": Planted(page(cell("print(float('nan'))")), page(cell("print(1.5)"))),
    "infinity-changes-sign": Planted(
        page(cell("print(float('inf'))")), page(cell("print(-float('inf'))"))
    ),
    "an-empty-line-less": Planted(
        page(cell(r"print('one\n\ntwo')")), page(cell(r"print('one\ntwo')"))
    ),
    "the-last-line-not-ended": Planted(
        page(cell("print('one')")), page(cell("print('one', end='')"))
    ),
    "one-number-more": Planted(page(cell("print(1.5)")), page(cell("print(1.5, 2.5)"))),
    "one-number-less": Planted(page(cell("print([1.5, 2.5])")), page(cell("print([1.5])"))),
    "a-count-off-by-one": Planted(page(cell("print(101770)")), page(cell("print(101771)"))),
    "a-count-beyond-a-float": Planted(page(cell("print(2**53)")), page(cell("print(2**53 + 1)"))),
    "a-date": Planted(page(cell("print('1969.07.20')")), page(cell("print('1969.08.20')"))),
    "an-address": Planted(page(cell("print('192.168.0.1')")), page(cell("print('192.169.0.1')"))),
    "a-column-of-a-csv": Planted(
        page(cell("print('1000,200.5')")), page(cell("print('1000,200.9')"))
    ),
    "a-digit-of-a-digest": Planted(
        page(cell("print('sha1abc12')")), page(cell("print('sha1abc13')"))
    ),
    "a-blank-at-the-end": Planted(page(cell("print('one ')")), page(cell("print('one')"))),
    "another-line-end": Planted(page(cell(r"print('one\r')")), page(cell("print('one')"))),
    "a-letter-that-looks-the-same": Planted(
        page(cell(r"print('\xe9')")), page(cell(r"print('e\u0301')"))
    ),
    "keys-reordered": Planted(
        page(cell("print({'a': 1, 'b': 1})")), page(cell("print({'b': 1, 'a': 1})"))
    ),
    "display-updated": Planted(
        page(cell("shown = display('one', display_id=True)\nshown.update('two')")),
        page(cell("shown = display('one', display_id=True)\nshown.update('three')")),
    ),
    "error-on-purpose": Planted(
        page(cell(":tags: [raises-exception]\nraise ValueError('1.5')")),
        page(cell(":tags: [raises-exception]\nraise ValueError('1.6')")),
    ),
    "error-on-purpose-gone": Planted(
        page(cell(":tags: [raises-exception]\nraise ValueError('1.5')")),
        page(cell(":tags: [raises-exception]\nprint(1.5)")),
    ),
    "a-letter": Planted(page(cell("print('falls')")), page(cell("print('fells')"))),
    "a-type": Planted(page(cell("print('float32')")), page(cell("print('float64')"))),
    "lines-reordered": Planted(
        page(cell("print('one')\nprint('two')")), page(cell("print('two')\nprint('one')"))
    ),
    "cells-reordered": Planted(page(*TWO), page(*reversed(TWO)), label="b"),
    "outputs-reordered": Planted(
        page(cell(SVG + "print(1.5)\ndisplay(SVG(svg.format(9)))")),
        page(cell(SVG + "display(SVG(svg.format(9)))\nprint(1.5)")),
    ),
    "output-gone": Planted(page(*TWO), page(TWO[0], cell("", "b")), label="b"),
    "cell-added": Planted(page(TWO[0]), page(*TWO), label="b"),
    "cell-gone": Planted(page(*TWO), page(TWO[1]), label="b"),
    "label-renamed": Planted(page(TWO[0]), page(cell("print(1.5)", "c")), label="c"),
    "figure-no-longer-drawn": Planted(
        page(cell(SVG + "display(SVG(svg.format(9)))")), page(cell(SVG))
    ),
    "figure-of-another-size": Planted(
        page(cell(SVG + "display(SVG(svg.format(9)))")),
        page(cell(SVG + "display(SVG(svg.format(8)))")),
    ),
    "figure-of-another-kind": Planted(
        page(cell(SVG + "display(SVG(svg.format(9)))")),
        page(cell(SVG + "display({'image/png': 'AAAA'}, raw=True)")),
    ),
    "warning-appeared": Planted(
        page(cell("print(1.5)")), page(cell("import warnings\nwarnings.warn('old')\nprint(1.5)"))
    ),
    "output-moved-to-stderr": Planted(
        page(cell("print(1.5)")), page(cell("import sys\nprint(1.5, file=sys.stderr)"))
    ),
    "result-changed": Planted(page(cell("1.5 * 2")), page(cell("1.5 * 3"))),
    "one-value-of-many-in-a-chart": Planted(page(charted("17.0")), page(charted("17.01"))),
    "html-changed": Planted(
        page(cell("from IPython.display import HTML\nHTML('<b>1.5</b>')")),
        page(cell("from IPython.display import HTML\nHTML('<b>1.6</b>')")),
    ),
    "bar-shows-another-value": Planted(
        page(cell("from IPython.display import HTML\nHTML('<meter value=\"0.5\"></meter>')")),
        page(cell("from IPython.display import HTML\nHTML('<meter value=\"0.6\"></meter>')")),
    ),
    "record-edited": Planted(page(TWO[0]), page(TWO[0]), damage=edited("1.5", "1.6")),
    "record-edited-below-the-tolerance": Planted(
        page(cell("print(1.500001)")),
        page(cell("print(1.500001)")),
        label=None,
        damage=edited("1.500001", "1.500002"),
    ),
    "record-garbled": Planted(
        page(TWO[0]), page(TWO[0]), label=None, damage=edited("  stdout", "stdout")
    ),
    "record-of-another-page": Planted(
        page(TWO[0]), page(TWO[0]), label=None, damage=edited("record-of-another-page", "index")
    ),
    "record-missing": Planted(page(TWO[0]), page(TWO[0]), label=None, damage=Path.unlink),
    "page-gone": Planted(page(TWO[0]), None, label=None),
    "page-without-code": Planted(page(TWO[0]), "# A page\n", label=None),
    "cell-raises": Planted(page(*TWO), page(TWO[0], cell("1 / 0", "b")), line=14),
    "program-gone": Planted(page(TWO[0]), page(loading("../examples/gone.py"))),
    "tolerance-of-no-use": Planted(
        page(TWO[0]), "---\ntolerance: lots\n---\n\n" + page(TWO[0]), label=None
    ),
    **{
        name: Planted(page(cell("print('steady')")), page(cell(source)), found=UNSTEADY)
        for name, source in UNSTEADY_SOURCES.items()
    },
}
#: Changes that are none: numbers within a tolerance, and a page that asks for a wider one.
NO_MISTAKES = {
    "last-digit": (page(cell("print(1.500001)")), page(cell("print(1.500002)"))),
    "tolerant": (
        "---\ntolerance: 0.1\n---\n\n" + page(cell("print(1.5)")),
        "---\ntolerance: 0.1\n---\n\n" + page(cell("print(1.6)")),
    ),
    "nan": (page(cell("print(float('nan'))")), page(cell("print(float('nan'))"))),
    "text-moved": (page(TWO[0]), "# A page\n\nWith more text.\n\nAnd more.\n\n" + TWO[0]),
}


def course(site: Site) -> Course:
    return read_course(site.root)


@dataclass(frozen=True)
class Story:
    """The course from good to bad."""

    accepted: Accepted
    untouched: Verdict
    planted: Verdict


@pytest.fixture(scope="module")
def story(module_site: Site) -> Story:
    site = module_site
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(KERNEL_ENVIRONMENT, "PYTHONPATH", str(site.root / "lib"))
        good = {f"docs/{name}.md": mistake.good for name, mistake in MISTAKES.items()}
        good |= {f"docs/{name}.md": before for name, (before, _) in NO_MISTAKES.items()}
        site.write(
            {**good, "examples/edited.py": "print(1.37)\n", "lib/tinyloss.py": "LOSS = 1.370\n"}
        )
        accepted = accept(course(site))
        untouched = check(course(site))
        for name, mistake in MISTAKES.items():
            path = site.docs / f"{name}.md"
            path.unlink()
            site.write(
                ({} if mistake.bad is None else {f"docs/{name}.md": mistake.bad}) | mistake.files
            )
            mistake.damage(site.docs / "_records" / f"{name}.txt")
        site.write({f"docs/{name}.md": after for name, (_, after) in NO_MISTAKES.items()})
        return Story(accepted, untouched, check(course(site)))


def test_good_pages_are_recorded(story: Story):
    assert story.accepted.refused == []
    assert len(story.accepted.written) == len(MISTAKES) + len(NO_MISTAKES)


def test_no_false_alarm(story: Story):
    assert story.untouched == Verdict()


@pytest.mark.parametrize("name", MISTAKES)
def test_fault_is_found(story: Story, name: str):
    mistake = MISTAKES[name]
    found = {
        (kind, change.line)
        for kind in (CHANGED, UNSTEADY)
        for change in getattr(story.planted, kind)
        if change.page == name
    }
    assert found == {(mistake.found, mistake.blamed())}


@pytest.mark.parametrize("name", NO_MISTAKES)
def test_no_fault_is_found(story: Story, name: str):
    changes = [*story.planted.changed, *story.planted.not_reproducible]
    assert [change for change in changes if change.page == name] == []


QUESTION = """\
::::{{question}} What does it print?
:name: {name}
:kind: predict-output
:level: easy
:cell: a

- [{first}] 1.37
- [{second}] 2.5

:::{{hint}}
Read it.
:::
:::{{solution}}
Run it.
:::
::::
"""


def asking(name: str, *, first: str = "x", second: str = " ") -> str:
    program = cell("loss = 1.37 + 0.0\nprint(loss)")
    return page(program) + QUESTION.format(name=name, first=first, second=second)


#: Pages that the build refuses: each with what it says, and the line.
REFUSED = {
    "key-swapped": (asking("key-swapped", first=" ", second="x"), 11, "'1.37'"),
    "two-keys": (asking("two-keys", second="x"), 11, "2 options are marked right"),
    "last-digit-of-a-number": (
        page(cell("print(1.37)")) + "It is {ran}`1.36 <a>`.\n",
        10,
        "did not print 1.36; it printed 1.37",
    ),
    "number-of-another-cell": (
        page(*TWO) + "It is {ran}`2.5 <a>`.\n",
        17,
        "did not print 2.5",
    ),
    "number-tied-to-nothing": (
        page(cell("print(1.5 * 3)")) + "It is 4.5.\n",
        10,
        "the number 4.5 is tied to nothing",
    ),
    "percentage-tied-to-nothing": (
        page(cell("print(f'{1 / 8:.1%}')")) + "It is 12.5%.\n",
        10,
        "the number 12.5% is tied to nothing",
    ),
}


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> Built:
    site = Site(tmp_path_factory.mktemp("refused"))
    toctree = "\n".join(REFUSED)
    site.write({f"docs/{name}.md": text for name, (text, _, _) in REFUSED.items()})
    site.write({"docs/index.md": f"# All\n\n```{{toctree}}\n{toctree}\n```\n"})
    return site.build()


@pytest.mark.parametrize("name", REFUSED)
def test_build_refuses(refused: Built, name: str):
    _, line, message = REFUSED[name]
    said = [warning for warning in refused.warnings if warning.startswith(f"docs/{name}.md:")]
    assert said
    assert {warning.split(":")[1] for warning in said} == {str(line)}
    assert any(message in warning for warning in said)
    assert refused.status == 1
