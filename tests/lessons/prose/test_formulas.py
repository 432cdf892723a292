"""Formulas that cannot be written, equations with a number, and what is in a title."""

import re

import pytest

from tests.conftest import Built, Site

FORMULAS = {
    "$a & b$": r"a & b cannot be written: & parts columns, which only an environment has",
    r"$a \\ b$": r"\\ ends a line, which only an environment has",
    r"$a \end{matrix}$": r"it ends an environment that it does not begin; add \begin",
    r"$\gamm$": r"there is no command \gamm; write \gamma",
    r"$\alhpa$": r"there is no command \alhpa; write \alpha",
    "$\\frac{1}$": "cannot be written",
    "$x^$": "cannot be written",
    "$a } b$": "cannot be written",
    "$$\na & \\begin{b}\n$$": "cannot be written",
}
NUMBERED = """\
# What is numbered?

The loss is {eq}`eq-loss`, the gradient {eq}`eq-gradient`.

```{math}
:label: eq-loss
L = (w x - y)^2
```

$$
2 x (w x - y)
$$ (eq-gradient)
"""


@pytest.fixture(scope="module", autouse=True)
def built(module_site: Site) -> Built:
    pages = {
        f"docs/formula-{place}.md": f"# A page\n\nSome words.\n\nAnd {formula}\n"
        if formula[1] != "$"
        else f"# A page\n\nSome words.\n\n{formula}\n"
        for place, formula in enumerate(FORMULAS)
    }
    titled = {"docs/titled.md": "# Is $a & b$ one?\n", "docs/numbered.md": NUMBERED}
    index = "# All\n\n```{toctree}\n:glob:\n*\n```\n"
    module_site.write({**pages, **titled, "docs/index.md": index})
    return module_site.build()


@pytest.mark.parametrize("place", range(len(FORMULAS)))
def test_the_formula_is_named_at_its_line(built: Built, place: int) -> None:
    formula, says = list(FORMULAS.items())[place]
    (said,) = (one for one in built.warnings if one.startswith(f"docs/formula-{place}.md:"))
    assert re.match(r"docs/formula-\d+\.md:[56]: the formula ", said), formula
    assert says in said


def test_a_title_with_a_formula_is_told_once(built: Built) -> None:
    others = [one for one in built.warnings if not one.startswith("docs/formula-")]
    assert [one.partition(": ")[0] for one in others] == ["docs/titled.md:1"]


def test_an_equation_shows_its_number_and_has_its_id_once(module_site: Site) -> None:
    html = (module_site.html / "numbered.html").read_text(encoding="utf-8")
    assert re.findall(r'<span class="eqno">(\(\d\))</span>', html) == ["(1)", "(2)"]
    assert len(re.findall('id="equation-eq-loss"', html)) == 1
    assert len(re.findall('id="equation-eq-gradient"', html)) == 1
