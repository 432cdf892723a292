"""The numbers that a record offers for those of a page."""

from pathlib import Path

import pytest
from myst_parser.config.main import MdParserConfig

from trueloss.pages.labelled_cells import Cell
from trueloss.pages.markdown_text import markdown_parser
from trueloss.pages.ran_numbers import RanNumber, ran_numbers
from trueloss.records.offers import Offer, fills, mend, offers, ties
from trueloss.records.outputs import CellRecord, Output, Record

MARKDOWN = markdown_parser(MdParserConfig())


def recorded(text: str) -> Record:
    return Record("page", (CellRecord("a", (Output("stdout", text),)),))


def ran(path: Path) -> list[RanNumber]:
    return list(ran_numbers(path.read_text(encoding="utf-8"), [], MARKDOWN))


def printed(text: str) -> dict[str, Cell]:
    return {"a": Cell("a", "", text, ran=True)}


@pytest.mark.parametrize(
    ("prose", "old", "new", "offer"),
    [
        ("It is {ran}`1.37 <a>`.", "1.37 9\n", "1.37 9\n", None),
        ("It is {ran}`1.37 <a>`.", "1 1.37\n", "1 4.05\n", "4.05"),
        ("It is {ran}`1.37 <a>`.", "", "7.5 1.38\n", "1.38"),
        ("It is {ran}`37% <a>`.", "37\n", "41\n", "41%"),
        ("It is {ran}`\N{MINUS SIGN}2 <a>`.", "-2\n", "-3\n", "\N{MINUS SIGN}3"),
        ("It is {ran}`-2 <a>`.", "-2\n", "-3\n", "-3"),
        ("It is {ran}`+2 <a>`.", "2\n", "3\n", "+3"),
        ("It is {ran}`1.37 <b>`.", "1.37\n", "4.05\n", None),
        ("It is {ran}`falling <a>`.", "falling\n", "rising\n", None),
        ("{ran}`2 <a: b>`", "b 2\nc 3\n", "b 3\nc 2\n", "3"),
        ("{ran}`2 of 5 <a: b>`", "b 2 of 5\n", "b 3 of 5\n", None),
        ("It is {ran}`nan <a>`.", "nan 1.37\n", "nan 4.05\n", None),
        ("It is {ran}`nan <a>`.", "nan 1.37\n", "2.5 4.05\n", None),
    ],
)
def test_a_new_number_is_offered(tmp_path: Path, prose: str, old: str, new: str, offer: str | None):
    path = tmp_path / "page.md"
    path.write_text(f"# A page\n\n{prose}\n", encoding="utf-8")
    found = list(offers(path, ran(path), recorded(old) if old else None, printed(new)))
    assert [item.new for item in found] == ([offer] if offer else [])
    mend(found)
    assert not list(offers(path, ran(path), None, printed(new))) or offer is None


def test_words_that_a_number_needs_are_written_in(tmp_path: Path):
    path = tmp_path / "page.md"
    path.write_text("At `1` {ran}`2 <a>`, {ran}`-3\n<a>`, {ran}`+3 <a>` and {ran}`9 <a: d>`.\n")
    cells = printed("b: 2\nc: -3\nd: 3\n")
    found = list(ties(path, ran(path), cells))
    assert [offer.role for offer in found] == ["2 <a: b>", "-3 <a: c>", "+3 <a: d>"]
    mend(found)
    assert path.read_text() == (
        "At `1` {ran}`2 <a: b>`, {ran}`-3 <a: c>`, {ran}`+3 <a: d>` and {ran}`9 <a: d>`.\n"
    )
    assert not list(ties(path, ran(path), cells))


def test_figures_count_for_nothing_in_the_place_of_a_number(tmp_path: Path):
    path = tmp_path / "page.md"
    path.write_text("It is {ran}`1.37 <a>`.\n")
    figure = (Output("image/png", size=("9", "9")), Output("text/plain", "with 1 Axes"))
    old = Record("page", (CellRecord("a", (*figure, Output("stdout", "8 1.37\n"))),))
    (offer,) = offers(path, ran(path), old, printed("1.38 4.05\n"))
    assert offer.new == "4.05"


def test_only_the_number_in_question_is_mended(tmp_path: Path):
    path = tmp_path / "page.md"
    path.write_bytes(b"# Page\r\n{ran}`1.5 <a>` {ran}`1.5 <b>` 1.5\r\n")
    mend([Offer(path, RanNumber(2, "1.5 <a>", "1.5", "a"), "2.5")])
    assert path.read_bytes() == b"# Page\r\n{ran}`2.5 <a>` {ran}`1.5 <b>` 1.5\r\n"


@pytest.mark.parametrize(
    ("prose", "filled"),
    [
        ("{ran}`? <a: first loss>`", "{ran}`0.50 <a: first loss>`"),
        ("{ran}`?% <a: last loss 1 of>`", "{ran}`2% <a: last loss 1 of>`"),
        ("{ran}`? <a: gain>`", "{ran}`\N{MINUS SIGN}3 <a: gain>`"),
        ("{ran}`+? <a: first  loss>`", "{ran}`+0.50 <a: first  loss>`"),
        ("{ran}`? <a: first\nloss>`", "{ran}`0.50 <a: first\nloss>`"),
        (
            "{ran}`? <a: gain>` {ran}`? <a: gain>` {ran}`? <a: last loss>`",
            "{ran}`\N{MINUS SIGN}3 <a: gain>` {ran}`\N{MINUS SIGN}3 <a: gain>` "
            "{ran}`1 <a: last loss>`",
        ),
        ("{ran}`? <a: share>`", "{ran}`85.4% <a: share>`"),
        ("{ran}`?% <a: share>`", "{ran}`85.4% <a: share>`"),
        ("{ran}`? <a: share>`%", "{ran}`85.4 <a: share>`%"),
        ("{ran}`? <a>`", None),
        ("{ran}`? <a: loss>`", None),
        ("{ran}`? <b: first loss>`", None),
    ],
)
def test_a_number_left_open_is_filled_in(tmp_path: Path, prose: str, filled: str | None):
    path = tmp_path / "page.md"
    path.write_text(f"# A page\n\nIt is {prose}.\n", encoding="utf-8")
    lines = printed("first  loss 0.50\nlast loss 1 of 2\ngain -3\nshare 85.4%\n")
    mend(fills(path, ran(path), lines))
    assert path.read_text(encoding="utf-8") == f"# A page\n\nIt is {filled or prose}.\n"
    assert not list(offers(path, ran(path), None, lines))
