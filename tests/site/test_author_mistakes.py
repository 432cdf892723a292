"""The mistakes that authors made while they wrote lessons, and what each of them is told.

Each is made in a lesson of its own, all of them in one course: it is recorded while it is good,
then every mistake is made, and one check says what it thinks of each lesson.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Site
from tests.published import ROOT
from trueloss.commands.check import check
from trueloss.commands.record import accept
from trueloss.records.course_pages import read_course

PAGE = """\
# Does a loss fall: {name}?

A {term}`loss` says how wrong a model is.
A learning rate of 0.1 is no number that a run printed.

## The program

```{code-cell}
:label: losses
:load: ../../../examples/{name}/losses.py
```

It starts at {ran}`0.597 <losses: step 0>`, and then it is {ran}`0.586 <losses: step 1>`.
See [the next lesson](../next/index.md), and $a, \\ldots, b$.

```{code-cell}
:label: drawn
:alt: a square
from IPython.display import SVG, display

display(SVG('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>'))
```

```{code-cell}
:label: spread
:title: Losses of runs
:spread: {value: loss}
runs = [{"loss": number / 7} for number in range(120)]
runs
```

```{code-cell}
:label: trace
:title: A loss
:trace: {x: step, y: loss}
{"step": [0, 1, 2], "loss": [3.0, 2.0, 1.0]}
```

```{code-cell}
:label: wins
losses = {"large steps": 3.0 / 2, "small steps": 1.0 / 2}
print(min(losses, key=losses.get))
```

::::{question} Which steps win?
:name: {name}-wins
:kind: conceptual
:level: easy
:time: 1:00
:evidence: wins

- [ ] large steps
  They jump too far.
- [x] small steps
  They win.

:::{hint}
Try both.
:::
:::{solution}
Run it.
:::
::::

::::{blank} Make seven
:name: {name}-seven
:level: easy
:program: ../../../examples/{name}/blank_seven.py
:check: total == 7

- [x] `3`
  That makes seven.
- [ ] `4`
  That makes eight.

:::{hint}
Count.
:::
:::{solution}
Run it.
:::
::::

:::{flashcard} What does the loss say?
:name: {name}-card
:evidence: wins

How wrong a model is.
:::
"""
TOP = PAGE.partition("```{code-cell}")[0]
SHORT = "---\ntrueloss: {cell_seconds: 1}\n---\n\n"
PROGRAM = '''\
"""Print losses. Run it: nox -s run -- examples/{name}/losses.py"""

rate = 0.1
values = [0.597, 0.586, 0.012]
for step, value in enumerate(values):
    print(f"step {step}: {value * 1.0:.3f}")
'''
BLANK = '''\
"""Add what is missing. Run it: nox -s run -- examples/{name}/blank_seven.py"""

total = 4 + __1__
print(total)
'''
NESTED = """\
1. First run this:

   ```{code-cell}
   :label: wins
   losses = {"large steps": 3.0 / 2, "small steps": 1.0 / 2}
   print(min(losses, key=losses.get))
   ```
"""
WINS = """\
```{code-cell}
:label: wins
losses = {"large steps": 3.0 / 2, "small steps": 1.0 / 2}
print(min(losses, key=losses.get))
```
"""
BAR = r"""
```{code-cell}
:label: fit
for epoch in range(1, 3):
    for batch in range(1, 9):
        print(f"\r{batch}/8 {'━' * batch} {batch}ms/step - loss: {1 / batch:.4f}", end="")
    print()
```
"""
UNSEEDED = """
```{code-cell}
:label: drawn-at-random
import numpy as np

print(np.random.rand())
```
"""
SLOW = """\
```{code-cell}
:label: slow
import time

time.sleep(60)
```

"""


@dataclass(frozen=True)
class Mistake:
    """What replaces what in a file of the lesson, and what its author is told.

    ``at`` stands at the line of ``index.md`` that is named, and all of ``told`` in the message.
    """

    old: str
    new: str
    at: str
    told: tuple[str, ...]
    file: str = "index.md"
    most: int = 1
    named: str = "index.md"


def mistake(old: str, new: str, at: str, *told: str, **others: Any) -> Mistake:
    return Mistake(old, new, at, told, **others)


WINS_TITLE = "{question} Which steps win?"
PART = "## The program\n"
MISTAKES: Mapping[str, Mistake] = {
    "swapped-digits": mistake(
        "`0.597 <", "`0.579 <", "0.579", "did not print 0.579; it printed 0.597 on the line 'step 0"
    ),
    "a-goal": mistake("It starts", "Below 5%.\nIt starts", "Below", "{ran}`5% <label>`"),
    "term-unknown": mistake("{term}`loss`", "{term}`los`", "los`", "write {term}`los <loss>`"),
    "term-new": mistake(
        "{term}`loss`", "{term}`bias`", "bias`", "'bias'; add to docs/glossary.md a line 'bias'"
    ),
    "page-unknown": mistake("next/in", "nxt/in", "nxt", "write ../next/index.md"),
    "picture-unknown": mistake(
        "A learning", "![A square](squar.svg)\n\nA learning", "squar.svg", "write square.svg"
    ),
    "kind-unknown": mistake(
        "kind: conceptual", "kind: conceptal", WINS_TITLE, "is conceptal; write conceptual"
    ),
    "cell-option": mistake(
        ":title: A loss", ":titel: A loss", "{code-cell}\n:label: trace", "'titel'; write title"
    ),
    "figure-without-alt": mistake(
        ":alt: a square\n", "", "{code-cell}\n:label: drawn", "without alternative text", ":alt:"
    ),
    "spread-renamed": mistake(
        '{"loss": number', '{"costs": number', "{code-cell}\n:label: spread", "use one of costs"
    ),
    "program-path": mistake(
        "blank_seven.py",
        "blank_sevn.py",
        "{blank}",
        "blank_sevn.py is not a file",
        "blank_seven.py",
    ),
    "load-path": mistake(
        "/losses.py",
        "/loses.py",
        "{code-cell}\n:label: losses",
        "loses.py is not a file",
        "/losses.py",
    ),
    "unseeded": mistake(
        PART, PART + UNSEEDED, "{code-cell}\n:label: drawn-at", "without a seed (np.random.rand)"
    ),
    "indented": mistake(
        "    print",
        "  print(1)\n    print",
        "{code-cell}\n:label: losses",
        "losses.py:7: Ind",
        file="losses.py",
    ),
    "nested-cell": mistake(WINS, NESTED, "   ```{code-cell}", "inside a list", "top level"),
    "unclosed": mistake(
        "They win.\n\n:::{hint}\nTry both.\n:::\n:::{solution}\nRun it.\n:::\n::::",
        "They win.\n\n:::{hint}\nTry both.\n:::\n:::{solution}\nRun it.\n:::\n",
        WINS_TITLE,
        "Which steps win?",
        "end it with :::: on a line of its own above",
    ),
    "directive-unknown": mistake(
        "```{code-cell}\n:label: drawn",
        "```{codecell}\n:label: drawn",
        "{codecell}",
        "{codecell}; write code-cell",
    ),
    "role-unknown": mistake("{term}`loss`", "{trem}`loss`", "{trem}", "{trem}; write term"),
    "second-level": mistake("# Does a", "## Does a", "## Does", "begin the page with its title"),
    "explanation": mistake("  They win.", "They win.", WINS_TITLE, "'They win.'", "two blanks"),
    "no-time": mistake(
        ":time: 1:00\n",
        "",
        "{question} Which rate",
        ":time: 2:00",
        file="challenge.md",
        named="challenge.md",
    ),
    "same-title": mistake(
        "fall: same-title?", "fall: next?", "# Does", "'Does a loss fall: next?'"
    ),
    "command": mistake("\\ldots", "\\alhpa", "\\alhpa", "no command \\alhpa; write \\alpha"),
    "ampersand": mistake("a, \\ldots, b", "a & b", "a & b", "a & b cannot be written: & parts"),
    "bar": mistake(PART, PART + BAR, "{code-cell}\n:label: fit", "verbose=0", "1/8"),
    "bare-number": mistake(
        "It starts at", "It ends at 0.013 after", "0.013", "0.013 is tied", "{ran}`0.013 <label>`"
    ),
    "equal-options": mistake(
        "- [ ] large", "- [ ] small", WINS_TITLE, "two options read", "change"
    ),
    "no-hint": mistake(":::{hint}\nTry both.\n:::\n", "", WINS_TITLE, "no hint; add a :::{hint}"),
    "two-marks": mistake("- [ ] large", "- [x] large", WINS_TITLE, "2 options are marked", "leave"),
    "no-level": mistake(":level: easy\n:time", ":time", WINS_TITLE, "missing; write :level:"),
    "name-twice": mistake(
        "{name}-wins", "bar-wins", WINS_TITLE, "'bar-wins' already belongs", "another"
    ),
    "wrong-label": mistake("0.597 <losses:", "0.597 <loses:", "loses:", "'loses'", "write losses"),
    "slow": mistake(TOP, SHORT + TOP + SLOW, "time.sleep", "after 1 s", "{cell_seconds: 120}"),
    "trace-column": mistake(
        "{x: step,", "{x: stp,", "{code-cell}\n:label: trace", "no column 'stp'; write step"
    ),
    "not-recorded": mistake(
        PART,
        PART + UNSEEDED.replace("np.random.rand()", "np.ones(3)"),
        "{code-cell}\n:label: drawn-at",
        "nothing is recorded",
        "nox -s record",
    ),
    "card-without-back": mistake("\nHow wrong a model is.\n", "", "{flashcard}", "no back; write"),
    "gap-without-options": mistake(
        "+ __1__",
        "+ __1__ * __2__",
        "{blank}",
        "has no options",
        "write a paragraph",
        file="blank_seven.py",
        most=3,
    ),
    "evidence-label": mistake(
        ":evidence: wins\n\n- [", ":evidence: win\n\n- [", WINS_TITLE, "'win'", "write wins"
    ),
    "install": mistake("from IPython", "!pip install x\nfrom IPython", "!pip", "no network"),
    "short-fence": mistake(
        PART,
        PART + '\n```{code-cell}\nprint("""\n```\nin\n```\n""")\n```\n',
        '{code-cell}\nprint("""',
        "still open",
        "````",
    ),
    "substitution": mistake(
        TOP,
        "---\nmyst:\n  substitutions: {rate: 1}\n---\n\n" + TOP + "It is {{ rate }}.\n\n",
        "---",
        "substitutions",
        "write each value",
    ),
}
#: What was told, or told wrongly, and is no mistake.
NO_MISTAKES = {
    "dots": mistake("\\ldots", "\\dots", ""),
    "backticks": mistake("- [x] small steps", "- [x] `small` steps", ""),
    "constant-rate": mistake(
        "rate = 0.1\n",
        "rate = 0.1\nrates = [lambda step: 0.1, lambda step: step]\n",
        "",
        file="losses.py",
    ),
    "left-out-name": mistake("A learning", "`tf.raw_ops.Add` adds. A learning", ""),
}
CHALLENGE = """\
# Can you tell: {name}?

::::{question} Which rate is best?
:name: {name}-best
:kind: conceptual
:level: easy
:time: 1:00
:reference: https://www.tensorflow.org/guide

- [ ] a large one
  It jumps.
- [x] it depends
  It does.

:::{hint}
Try both.
:::
:::{solution}
Run it.
:::
::::
"""


def lesson(name: str) -> dict[str, str]:
    files = {
        f"docs/lessons/{name}/index.md": PAGE,
        f"docs/lessons/{name}/square.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
        f"examples/{name}/losses.py": PROGRAM,
        f"examples/{name}/blank_seven.py": BLANK,
    }
    if name == "no-time":
        files[f"docs/lessons/{name}/challenge.md"] = CHALLENGE
    return {path: text.replace("{name}", name) for path, text in files.items()}


@dataclass(frozen=True)
class Told:
    """What the author of each lesson is told, and the text of the page that is named."""

    said: Mapping[str, list[str]]
    pages: Mapping[str, str]


@pytest.fixture(scope="module")
def told(module_site: Site) -> Told:
    site = module_site
    names = [*MISTAKES, *NO_MISTAKES, "next"]
    course = "".join(f"- {name}\n" for name in names)
    index = f"# Course\n\n```{{course-map}}\nPart\n{course}```\n\n```{{toctree}}\nglossary\n```\n"
    glossary = "# Words\n\n```{glossary}\nloss\n  How wrong a model is.\n```\n"
    site.write({"docs/index.md": index, "docs/glossary.md": glossary})
    (site.root / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text())
    for name in names:
        site.write(lesson(name))
    assert accept(read_course(site.root)).refused == []
    assert check(site.root, []).diagnostics == {}
    for name, made in {**MISTAKES, **NO_MISTAKES}.items():
        folder = "examples" if made.file.endswith(".py") else "docs/lessons"
        path = site.root / folder / name / made.file
        good, old, new = (
            each.replace("{name}", name) for each in (path.read_text(), made.old, made.new)
        )
        assert old in good, name
        path.write_text(good.replace(old, new, 1))
    said: dict[str, list[str]] = {}
    for file, diagnostics in check(site.root, []).diagnostics.items():
        name = Path(file).parent.name
        said.setdefault(name, []).extend(f"{Path(file).name}:{each}" for each in diagnostics)
    pages = {
        name: (site.docs / "lessons" / name / made.named).read_text()
        for name, made in MISTAKES.items()
    }
    return Told(said, pages)


@pytest.mark.parametrize("name", MISTAKES)
def test_the_cause_is_told_at_its_line_with_its_mend(told: Told, name: str) -> None:
    made, page = MISTAKES[name], told.pages[name]
    line = page.count("\n", 0, page.index(made.at)) + 1
    first, *more = told.said[name]
    assert len(more) < made.most
    assert first.startswith(f"{made.named}:{line}: ")
    assert [part for part in made.told if part.replace("{name}", name) not in first] == []


def test_what_is_no_mistake_is_not_told(told: Told) -> None:
    assert {name: said for name, said in told.said.items() if name not in MISTAKES} == {}


def test_a_mistake_costs_few_complaints(told: Told) -> None:
    counts = {name: len(said) for name, said in told.said.items()}
    assert sum(counts.values()) / len(MISTAKES) <= 1.2, counts
