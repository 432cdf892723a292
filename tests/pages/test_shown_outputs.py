"""What a cell puts out is shown as far as it does nothing, and refused once otherwise."""

from typing import Any

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from trueloss.pages.reader import Page
from trueloss.pages.shown_outputs import show_outputs

PNG = "iVBORw0KGgo="
PANDAS = (
    "<div>\n<style scoped>\n    .dataframe tbody tr th:only-of-type {\n        vertical-align: "
    "middle;\n    }\n\n    .dataframe thead th {\n        text-align: right;\n    }\n</style>\n"
    '<table border="1" class="dataframe"><tr><td>1</td></tr></table>\n</div>'
)


def displayed(data: dict[str, Any], **metadata: Any) -> Any:
    # Not validated, as a kernel may send anything.
    output = new_output("display_data", {}, metadata=metadata)
    output["data"] = data
    return output


def shown(*outputs: Any, **options: Any) -> tuple[list[Any], list[str]]:
    """Return the outputs of a cell as its page shows them, and what is said."""
    cells = [new_markdown_cell("x"), new_code_cell("x", outputs=list(outputs), metadata=options)]
    page = Page("x", None, new_notebook(cells=cells))  # type: ignore[arg-type] # is not read
    said = [f"{failure.cell} {failure.rule}: {failure.message}" for failure in show_outputs(page)]
    assert page.notebook.cells[1].outputs == list(outputs)
    assert page.shown
    return page.shown.cells[1].outputs, said


@pytest.mark.parametrize(
    "data",
    [
        {"text/plain": "x"},
        {"text/html": "<b>b</b>", "text/plain": "b"},
        {"text/latex": "$x$"},
        {"text/markdown": "<script>"},  # looked at once it is HTML
        {"image/png": PNG},
        {"image/svg+xml": "<svg xmlns='http://www.w3.org/2000/svg'/>"},
    ],
)
def test_what_does_nothing_is_shown(data: dict[str, Any]) -> None:
    ((output,), said) = shown(displayed(data))
    assert (output.data, said) == (data, [])


def test_a_table_of_pandas_needs_no_style() -> None:
    ((output,), said) = shown(displayed({"text/html": PANDAS}))
    assert said == []
    table = '<table border="1" class="dataframe"><tbody><tr><td>1</td></tr></tbody></table>'
    assert output.data["text/html"].split("\n") == ["<div>", "", table, "</div>"]


def test_what_acts_is_left_out_and_its_text_stays() -> None:
    data = {"text/html": "<script>x</script>", "text/plain": "Model()"}
    ((output,), said) = shown(displayed(data))
    assert output.data == {"text/plain": "Model()"}
    assert said == [
        "1 output-refused: its HTML has <script>, and a page shows only what does nothing; "
        "print what a reader is to see, as with print(model), ask scikit-learn for text with "
        "set_config(display='text'), or draw a figure"
    ]


def test_a_cell_is_refused_once_and_what_is_empty_is_not_shown() -> None:
    outputs, said = shown(*[displayed({"text/html": "<script>"})] * 3)
    assert outputs == []
    assert len(said) == 1


@pytest.mark.parametrize(
    "data",
    [
        {"application/javascript": "x"},
        {"application/vnd.jupyter.widget-view+json": {}},
        {"text/html": ["<b>", "</b>"]},
        {"image/png": "%"},
        {"image/png": "PHNjcmlwdD4="},
        {"image/svg+xml": "<svg/>"},
    ],
)
def test_what_cannot_be_shown_is_refused(data: dict[str, Any]) -> None:
    outputs, said = shown(displayed(data))
    assert outputs == []
    assert said[0].startswith("1 output-refused: ")


def test_a_value_is_for_charts_alone() -> None:
    value = displayed({"application/vnd.trueloss.value+json": [1], "text/plain": "[1]"})
    assert shown(value, trace={})[1] == []
    assert shown(value)[1]


def test_texts_are_shown_as_a_terminal_leaves_them() -> None:
    stream = new_output("stream", name="stdout", text="a\x1b]8;;x\x07b\b\x1b[?25l")
    error = new_output("error", ename="E", evalue="e", traceback=["\x1b[2Kline"])
    outputs, said = shown(stream, error)
    assert [outputs[0].text, outputs[1].traceback, said] == ["a", ["line"], []]


def test_a_letter_that_is_not_seen_is_refused_and_named() -> None:
    stream = new_output("stream", name="stdout", text="a\0b\ud83d")
    ((output,), said) = shown(stream)
    assert output.text == "a?b?"
    assert said == [
        "1 output-letter: it prints U+0000 (NUL), which no page can show; print(repr(text)) "
        "writes it out"
    ]


def test_of_metadata_only_sizes_are_kept() -> None:
    metadata = {"image/png": {"width": 9, "height": "1);x"}, "scrapbook": {"name": "x"}, "a": 5}
    ((output,), _) = shown(displayed({"image/png": PNG}, **metadata))
    assert output.metadata == {"image/png": {"width": 9}, "scrapbook": {}}
