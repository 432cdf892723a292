"""Charts in whole builds: from the cache, inside a question, in the notebook, as text."""

import json
import shutil

import pytest

from tests.conftest import Site

PAGE = """\
# A page

```{code-cell}
:label: rates
:title: The loss of one run
:trace: {y: loss}
print("Two steps.")
{"loss": [4.0, 1.0]}
```

::::{question} Which way does the loss go?
:name: which-way
:kind: conceptual
:level: easy
:cell: rates
:evidence: verdict

- [x] down
- [ ] up

:::{hint}
Look.
:::
:::{solution}
1. **Look.** It falls.
:::
::::

```{code-cell}
:label: verdict
print(["up", "down"][4.0 > 1.0])
```

```{code-cell}
:title: The way
:dataway: {}
[{"layer": "input", "shape": (1, 2), "sample": [0.5, -1.0]}]
```
"""


@pytest.fixture
def built(site: Site) -> Site:
    site.write({"docs/index.md": PAGE})
    assert site.build().warnings == []
    return site


def test_a_chart_from_the_cache_is_the_same(built: Site) -> None:
    page = built.html / "index.html"
    before = page.read_bytes()
    shutil.rmtree(built.docs / "_build")
    assert built.build().warnings == []
    assert page.read_bytes() == before


def test_a_chart_waits_with_the_answer_of_its_question(built: Site) -> None:
    html = (built.html / "index.html").read_text(encoding="utf-8")
    answer = html.partition('class="tl-answer"')[2]
    assert html.count("<tl-player") == answer.count("<tl-player") == 1
    assert "Two steps." in answer


def test_each_page_gets_the_scripts_of_its_charts(built: Site) -> None:
    html = (built.html / "index.html").read_text(encoding="utf-8")
    assert [
        name for name in ("chart", "player", "landscape", "spread") if f"{name}.js" in html
    ] == [
        "chart",
        "player",
    ]


def test_the_notebook_shows_code_and_picture(built: Site) -> None:
    notebook = json.loads((built.html / "index.ipynb").read_text(encoding="utf-8"))
    outputs = [output for cell in notebook["cells"] for output in cell.get("outputs", [])]
    shown = [output["data"] for output in outputs if "data" in output]
    assert [sorted(data) for data in shown] == [["image/svg+xml", "text/plain"]] * 2
    assert shown[0]["text/plain"] == ["The loss of one run. Loss goes from 4 to 1."]
    assert "trueloss" not in json.dumps(notebook)


def test_other_builders_show_the_words(built: Site) -> None:
    assert built.build("text").warnings == []
    text = (built.docs / "_build" / "text" / "index.txt").read_text(encoding="utf-8")
    assert "Loss goes from 4 to 1." in text
    assert "1 station: input (1, 2)." in text


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("run", False),
        ('{"loss": run["loss"]}', False),
        ('{"loss": np.array(run["loss"])}', True),
        ('{"loss": [4.0, 1.0]}', True),
    ],
)
def test_a_program_that_only_names_what_is_drawn_is_not_shown(
    site: Site, source: str, shown: bool
) -> None:
    drawn = f"```{{code-cell}}\n:title: The loss\n:trace: {{y: loss}}\n{source}\n```\n"
    program = '```{code-cell}\nimport numpy as np\nrun = {"loss": [4.0, 1.0]}\n```\n'
    site.write({"docs/index.md": f"# A page\n\n{program}\n{drawn}"})
    assert site.build().warnings == []
    page = (site.html / "index.html").read_text(encoding="utf-8")
    assert page.count('class="cell_input') == 1 + shown
    assert 'class="tl-chart' in page
