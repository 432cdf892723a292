"""What the cells of a page put out, and what the page says of it."""

from pathlib import Path
from typing import Any

import pytest
from nbformat.v4 import new_output

from tests.pages.test_reader import read
from trueloss.truth.printed_rules import printed_diagnostics

WARNING = new_output("stream", name="stderr", text="careful\nmore\n")
ERROR = new_output("error", ename="ValueError", evalue="no", traceback=[])
RESULT = new_output("execute_result", data={"text/plain": "3"})


def found(folder: Path, options: str, *outputs: Any) -> list[tuple[str, int]]:
    (folder / "program.py").write_text("x = 1\n")
    page = read(folder, f"# A title\n\n```{{code-cell}}\n{options}\nx = 1\n```\n")
    (cell,) = (cell for cell in page.notebook.cells if cell.cell_type == "code")
    cell.outputs, cell.execution_count = list(outputs), 1
    return [(diagnostic.rule, diagnostic.line) for diagnostic in printed_diagnostics(page)]


@pytest.mark.parametrize(
    ("options", "outputs", "rules"),
    [
        ("", [RESULT], []),
        ("", [], []),
        ("", [RESULT, WARNING], ["cell-warned"]),
        ("", [new_output("stream", name="stderr", text=" \n")], []),
        (":tags: [raises-exception]\n", [ERROR], []),
        (":tags: [raises-exception]\n", [RESULT], ["cell-raises-nothing"]),
    ],
)
def test_what_a_cell_puts_out(
    tmp_path: Path, options: str, outputs: list[Any], rules: list[str]
) -> None:
    assert found(tmp_path, options, *outputs) == [(rule, 3) for rule in rules]


def test_a_page_with_diagnostics_of_its_own_has_worse_ones(tmp_path: Path) -> None:
    assert found(tmp_path, ":colour: red\n", WARNING) == []
