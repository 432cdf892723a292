"""Pages as notebooks."""

from pathlib import Path

import pytest
from myst_parser.config.main import MdParserConfig

from trueloss.pages.reader import Page, read_page

PAGE = """\
# A title

Words.

```{code-cell}
:label: first
:tags: [remove-input]

x = 1
```

- an item
  ```{code-cell}
  never()
  ```

```{code-cell}
:load: program.py
```
"""


def read(folder: Path, text: str, *, fingerprint: str = "f") -> Page:
    path = folder / "page.md"
    path.write_text(text, encoding="utf-8")
    config = MdParserConfig(enable_extensions={"colon_fence"})
    return read_page("page", path, root=folder, config=config, fingerprint=fingerprint)


@pytest.fixture
def page(tmp_path: Path) -> Page:
    (tmp_path / "program.py").write_text("print(1)\n")
    return read(tmp_path, PAGE)


def test_cells_of_the_top_level_are_cells(page: Page) -> None:
    sources = [cell.source for cell in page.notebook.cells if cell.cell_type == "code"]
    assert sources == ["x = 1", "print(1)"]
    assert page.diagnostics == []


def test_a_cell_knows_its_lines(page: Page) -> None:
    first, second = page.places.values()
    assert (first.line, first.source_line) == (5, 9)
    assert (second.line, second.source_line) == (17, 1)
    assert second.source_path.name == "program.py"


def test_a_loaded_file_is_noted(page: Page, tmp_path: Path) -> None:
    assert page.loaded == [tmp_path / "program.py"]


def test_cell_options_become_metadata(page: Page) -> None:
    assert page.notebook.cells[1].metadata == {"label": "first", "tags": ["remove-input"]}


def test_a_label_is_a_text_even_where_yaml_reads_a_number(tmp_path: Path) -> None:
    page = read(tmp_path, "```{code-cell}\n:label: 7\nprint(1)\n```\n")
    assert page.notebook.cells[0].metadata["label"] == "7"


def test_the_notebook_carries_the_fingerprint_and_stable_ids(page: Page) -> None:
    assert page.notebook.metadata["kernelspec"]["fingerprint"] == "f"
    assert [cell.id for cell in page.notebook.cells] == ["cell-0", "cell-1", "cell-2", "cell-3"]


def test_a_page_without_code_has_nothing_to_run(tmp_path: Path) -> None:
    assert not read(tmp_path, "# Words\n\nAlone.\n").has_code


def test_an_empty_page_is_a_page(tmp_path: Path) -> None:
    assert read(tmp_path, "").diagnostics == []


@pytest.mark.parametrize("seconds", ["0", "-1", "601", "soon", "[1]"])
def test_a_page_may_not_ask_for_any_number_of_seconds(tmp_path: Path, seconds: str) -> None:
    page = read(tmp_path, f"---\ntrueloss:\n  cell_seconds: {seconds}\n---\n# Title\n")
    assert [diagnostic.rule for diagnostic in page.diagnostics] == ["front-matter"]


def test_a_page_may_ask_for_more_seconds(tmp_path: Path) -> None:
    page = read(tmp_path, "---\ntrueloss:\n  cell_seconds: 120\n---\n# Title\n")
    assert page.limits.cell_seconds == 120


def test_a_link_that_leaves_the_repository_is_refused(tmp_path: Path) -> None:
    repository = tmp_path / "repository"
    repository.mkdir()
    (tmp_path / "outside.py").write_text("print(1)\n")
    (repository / "inside.py").symlink_to(tmp_path / "outside.py")
    page = read(repository, "```{code-cell}\n:load: inside.py\n```\n")
    assert [diagnostic.rule for diagnostic in page.diagnostics] == ["load-outside"]
