"""A course about NumPy, in another folder and in three modes of its own, by the same package."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import nbformat
import numpy as np
import pytest

from trueloss.repository import STATIC

CONF = """\
from pathlib import Path

project = html_title = "Arrays"
language = "en"
extensions = ["myst_nb", "sphinx_design", "trueloss"]
exclude_patterns = ["_records"]
html_theme = "furo"
html_math_renderer = "mathml"
myst_enable_extensions = ["colon_fence", "dollarmath"]
nb_custom_formats = {".md": ["trueloss.pages.run_phase.read_notebook", {}, False]}
nb_execution_mode = "off"
nb_execution_cache_path = str(Path(__file__).parents[1] / "build" / "cache")

trueloss_modes = [
    {"page": "index", "name": "Read", "offers": "what an array is"},
    {"page": "drill", "name": "Drill", "offers": "one question, one try", "attempts": 1},
    {"page": "cards", "name": "Cards", "offers": "what to keep"},
]
trueloss_packages = {"numpy": ["numpy"]}
trueloss_signed = "NumPy"
trueloss_imports = ["numpy"]
trueloss_environment = {"NPY_PROMOTION_STATE": "weak"}
trueloss_archive = "arrays"
trueloss_stylesheets = ["mystnb*.css", "pygments.css", "sphinx-design.min.css", "styles/*.css"]
"""
PAGES = {
    "docs/index.md": (
        "# Arrays\n\n```{course-map}\nShapes\n- sums\n```\n\n"
        "```{toctree}\n:hidden:\nversions\n```\n"
    ),
    "docs/versions.md": "# Versions\n\n```{evidence} versions\n```\n",
    "docs/lessons/sums/index.md": (
        "# Add numbers up\n\n```{code-cell}\n:label: total\n"
        ":load: ../../../examples/sums/total.py\n```\n"
    ),
    "docs/lessons/sums/drill.md": """\
# Add them in your head

```{code-cell}
:label: verdict
import sys

import numpy as np

assert not any(name.startswith("tensor") for name in sys.modules)
print("six" if np.arange(4).sum() == 6 else "ten")
```

::::{question} What is the sum of 0, 1, 2 and 3?
:name: sum-of-four
:kind: conceptual
:level: easy
:evidence: verdict

- [x] six
  Three pairs of numbers.
- [ ] ten
  That counts from one to four.

:::{hint}
Begin at 0.
:::
:::{solution}
1. **Add.** 1 and 2 and 3.
:::
::::
""",
    "docs/lessons/sums/cards.md": (
        "# Keep what you have learnt\n\n:::{flashcard} What does `arange(4)` end with?\n"
        ":evidence: last\n\n3\n:::\n\n"
        "```{code-cell}\n:label: last\nimport numpy as np\n\nprint(np.arange(4)[-1])\n```\n"
    ),
    "examples/sums/total.py": (
        '"""Add up an array.\n\nRun it: nox -s run -- examples/sums/total.py\n"""\n\n'
        "import numpy as np\n\nprint(np.arange(4).sum())\n"
    ),
}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish the course from its own folder; return that of its site."""
    root = tmp_path_factory.mktemp("arrays")
    for name, text in {"conf/conf.py": CONF, **PAGES}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "trueloss",
        "docs",
        "-D",
        "html_baseurl=https://arrays.example",
    ]
    ran = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return root / "build" / "html"


def test_a_lesson_has_the_modes_of_its_course(published: Path) -> None:
    page = (published / "lessons/sums/drill.html").read_text(encoding="utf-8")
    bar = re.search(r'<nav class="tl-modes".*?</nav>', page, re.DOTALL)
    assert bar is not None
    assert "This lesson in 3 modes" in bar[0]
    assert re.findall(r'title="([^"]+)">(\w+) <span>', bar[0]) == [
        ("what an array is", "Read"),
        ("one question, one try", "Drill"),
        ("what to keep", "Cards"),
    ]
    assert 'data-attempts="1"' in page


def test_the_scripts_and_styles_of_the_package_come_along(published: Path) -> None:
    page = (published / "lessons/sums/drill.html").read_text(encoding="utf-8")
    for name in ("site.css", "question.css", "store.js", "question.js"):
        assert f"../../_static/{name}?v=" in page
        there = (published / "_static" / name).read_text(encoding="utf-8")
        assert len(there) > len((STATIC / name).read_text(encoding="utf-8")) / 4


def test_outputs_name_the_package_of_the_course(published: Path) -> None:
    page = (published / "lessons/sums/index.html").read_text(encoding="utf-8")
    assert f"printed by this build · NumPy {np.__version__}" in page
    versions = (published / "versions.html").read_text(encoding="utf-8")
    named = versions[: versions.index("<details>")]
    assert f"<li>numpy {np.__version__}</li>" in named


def test_no_page_knows_the_first_course(published: Path) -> None:
    pages = sorted(published.rglob("*.html"))
    assert len(pages) > len(PAGES)
    for page in pages:
        text = page.read_text(encoding="utf-8")
        if page.name == "versions.html":  # names all that is installed here
            text = re.sub(r"<details>.*?</details>", "", text, flags=re.DOTALL)
        assert not re.search(r"tensorflow|keras|true ?loss\b", text, re.IGNORECASE), page


def test_a_notebook_needs_what_its_course_needs(published: Path) -> None:
    notebook = nbformat.read(published / "lessons/sums/index.ipynb", as_version=4)
    text = "\n".join(cell.source for cell in notebook.cells)
    assert "made from the page [lessons/sums/index]" in text
    assert " of Arrays, with" in text
    assert f"pip install numpy=={np.__version__}\n" in text
    assert '"NPY_PROMOTION_STATE": "weak"' in text
    assert "TF_" not in text


def test_the_archive_bears_the_name_of_its_course(published: Path) -> None:
    with zipfile.ZipFile(published / "arrays.zip") as archive:
        assert "arrays/lessons/sums/drill.html" in archive.namelist()
    home = (published / "index.html").read_text(encoding="utf-8")
    assert "https://arrays.example/arrays.zip" in home or "arrays.zip" not in home
