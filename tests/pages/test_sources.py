"""Files as editors leave them."""

from pathlib import Path

import pytest

from trueloss.pages.sources import read_source


@pytest.mark.parametrize(
    "data",
    [
        b"one\ntwo\n",
        b"one\r\ntwo\r\n",
        b"one\rtwo\r",
        b"\xef\xbb\xbfone\ntwo\n",
        b"one\ntwo",
    ],
)
def test_line_ends_and_byte_order_marks_make_no_difference(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "page.md"
    path.write_bytes(data)
    assert read_source(path).lines == ["one", "two"]
    assert read_source(path).bad_line is None


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ("one\ntwö\n".encode("latin-1"), 2),
        ("one\ntwo\n".encode("utf-16"), 1),
        (b"\xff", 1),
    ],
)
def test_another_encoding_is_noticed_where_it_begins(
    tmp_path: Path, data: bytes, line: int
) -> None:
    path = tmp_path / "page.md"
    path.write_bytes(data)
    source = read_source(path)
    diagnostic = source.diagnostic("the page")
    assert diagnostic is not None
    assert (diagnostic.rule, diagnostic.line) == ("encoding", line)
    assert "\N{REPLACEMENT CHARACTER}" in source.text


def test_a_form_feed_ends_no_line(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text("one\x0ctwo\N{LINE SEPARATOR}three\n", encoding="utf-8")
    assert len(read_source(path).lines) == 1
