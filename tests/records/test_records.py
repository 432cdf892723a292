"""Records: what they hold, and that nothing is lost between writing and reading."""

import base64
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from PIL import Image

from trueloss.records.figure_sizes import figure_size
from trueloss.records.html_text import text_of_html
from trueloss.records.outputs import STREAMS, CellRecord, Output, Record, record_of
from trueloss.records.record_files import read_record, recorded_pages, write_record
from trueloss.records.record_text import RecordError, parse_record, record_text

PAGE = "lessons/training/index"


def picture(width: int, height: int, kind: str = "png") -> str:
    content = io.BytesIO()
    Image.new("1", (width, height)).save(content, kind)
    return base64.b64encode(content.getvalue()).decode()


def stream(text: str, name: str = "stdout"):
    return new_output("stream", name=name, text=text)


def shown(**data: str):
    return new_output(
        "display_data", data={kind.replace("_", "/"): value for kind, value in data.items()}
    )


def notebook(*cells):
    return new_notebook(cells=[new_markdown_cell("Text."), *cells])


def test_a_record_reads_like_this():
    page = notebook(
        new_code_cell("", metadata={"label": "one-step"}, outputs=[stream("1.37\n\n  done\n")]),
        new_code_cell("", outputs=[shown(image_png=picture(640, 480), text_plain="<Figure>")]),
        new_code_cell(""),
        new_code_cell("", outputs=[stream("50%"), stream("careful\n", "stderr")]),
        new_code_cell("", outputs=[new_output("error", ename="ValueError", evalue="no")]),
    )
    text = record_text(record_of(PAGE, page))
    head, digest, *body = text.split("\n")
    assert head == "# lessons/training/index: what its cells put out when it was last accepted"
    assert digest.startswith("# digest ")
    assert "\n".join(body) == (
        "\n"
        "cell one-step\n"
        "  stdout\n"
        "    | 1.37\n"
        "    |\n"
        "    |   done\n"
        "\n"
        "cell #2\n"
        "  image/png 640 x 480\n"
        "  text/plain\n"
        "    | <Figure>\n"
        "\n"
        "cell #3\n"
        "\n"
        "cell #4\n"
        "  stdout\n"
        "    | 50%\n"
        "    \\ no line break at the end\n"
        "  stderr\n"
        "    | careful\n"
        "\n"
        "cell #5\n"
        "  error\n"
        "    | ValueError: no\n"
    )


LOOKALIKES = [
    "cell one-step",
    "  stdout",
    "    | 1.37",
    "# digest 0",
    "\\",
    "\\n",
    "\\x1b",
    "\r",
    "\t",
    "|",
]
TEXTS = st.lists(st.one_of(st.sampled_from(LOOKALIKES), st.text(max_size=8)), max_size=6).map(
    "\n".join
)
SIZES = st.tuples(st.integers(1, 9999).map(str), st.sampled_from(["480", "345.6", "?"]))
KINDS = st.sampled_from(
    [*STREAMS, "error", "text/plain", "text/html", "application/json", "a b 1 x 2", ""]
)
OUTPUTS = st.one_of(
    st.builds(Output, KINDS, TEXTS),
    st.builds(Output, st.sampled_from(["image/png", "image/x y"]), st.just(""), SIZES),
)
CELLS = st.builds(
    CellRecord, st.one_of(st.just("one-step"), st.text()), st.lists(OUTPUTS, max_size=4).map(tuple)
)
RECORDS = st.builds(
    Record,
    st.just(PAGE),
    st.lists(CELLS, max_size=4, unique_by=lambda cell: cell.name).map(tuple),
)


@settings(deadline=None, database=None)
@given(RECORDS)
def test_what_is_written_is_read(record: Record):
    text = record_text(record)
    assert parse_record(PAGE, text) == record
    text.encode()


@settings(deadline=None, database=None)
@given(RECORDS)
def test_every_line_of_a_record_is_one_for_every_editor(record: Record):
    text = record_text(record)
    assert text.splitlines() == text.removesuffix("\n").split("\n")


def test_files(tmp_path: Path):
    record = Record(PAGE, (CellRecord("a", (Output("stdout", "1\r2\n"),)),))
    assert write_record(record, tmp_path)
    assert not write_record(record, tmp_path)
    assert recorded_pages(tmp_path) == [PAGE]
    stored = read_record(tmp_path, PAGE)
    assert stored is not None
    assert stored.record == record
    assert stored.intact
    assert read_record(tmp_path, "lessons/other/index") is None


def test_a_record_edited_by_hand_is_not_intact(tmp_path: Path):
    write_record(Record(PAGE, (CellRecord("a", (Output("stdout", "1.37000\n"),)),)), tmp_path)
    path = tmp_path / f"{PAGE}.txt"
    path.write_text(path.read_text().replace("1.37000", "1.37001"))
    stored = read_record(tmp_path, PAGE)
    assert stored is not None
    assert not stored.intact
    assert stored.record.cells[0].outputs[0].text == "1.37001\n"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("# lessons", "lessons", 1),
        ("cell a", "call a", 4),
        ("cell a", 'cell "', 4),
        ("  stdout", "stdout", 5),
        ("    | 1", "    1", 6),
        ("    | 1", "    | 1\n\ncell a", 8),  # as after a merge that kept both sides
    ],
)
def test_a_file_that_is_no_record(old: str, new: str, line: int):
    text = record_text(Record(PAGE, (CellRecord("a", (Output("stdout", "1\n"),)),)))
    with pytest.raises(RecordError) as caught:
        parse_record(PAGE, text.replace(old, new, 1))
    assert caught.value.line == line


def test_a_file_that_is_no_text(tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(b"\xff\xfe")
    with pytest.raises(RecordError, match="no UTF-8"):
        read_record(tmp_path, "a")


def test_colours_are_left_out():
    page = notebook(new_code_cell("", outputs=[stream("\x1b[1mbold\x1b[0m\n")]))
    assert record_of(PAGE, page).cells[0].outputs == (Output("stdout", "bold\n"),)


@pytest.mark.parametrize(
    ("kind", "data", "size"),
    [
        ("image/png", picture(640, 480), ("640", "480")),
        ("image/gif", picture(3, 4, "gif"), ("3", "4")),
        ("image/jpeg", picture(3, 4, "jpeg"), ("3", "4")),
        ("image/svg+xml", '<svg viewBox="0 0 460.8 345.6" width="1pt"/>', ("460.8", "345.6")),
        ("image/svg+xml", '<svg width="20 pt" height="10"/>', ("20pt", "10")),
        ("image/svg+xml", "<svg", ("?", "?")),
        ("image/png", "AAAA", ("?", "?")),
        ("image/webp", "AAAA", ("?", "?")),
    ],
)
def test_size_of_a_figure(kind: str, data: str, size: tuple[str, str]):
    assert figure_size(kind, data) == size


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one <b>two</b>\n three</p>", "one two three"),
        ("<table><tr><th>a</th><td>1.5</td></tr><tr><td>b</td></tr></table>", "a | 1.5\nb"),
        ("<style>p {}</style><script>x</script>seen &lt;1&gt;", "seen <1>"),
        ("<pre>a  b\n  c</pre>", "a  b\n  c"),
        ("a<br>b", "a\nb"),
        ('<td>a</td><td><img src="data:,"/></td>', "a | [img]"),
        ("<p>loss <svg><g/></svg> falls</p>", "loss [svg] falls"),
        ('<img alt="A loss\n of 1.5" src="data:,">', "[img A loss of 1.5]"),
        ('<progress value="0.5" max="1"></progress><input disabled>', "[progress 0.5][input]"),
        ("<template><img><svg></svg></template>seen", "seen"),
    ],
)
def test_text_of_html(html: str, text: str):
    assert text_of_html(html) == text
