"""Records in their files."""

from pathlib import Path

import pytest

from tests.records.test_record_text import PAGE
from trueloss.records.outputs import CellRecord, Output, Record
from trueloss.records.record_files import read_record, recorded_pages, write_record
from trueloss.records.record_text import RecordError


def test_files(tmp_path: Path):
    record = Record(PAGE, (CellRecord("a", (Output("stdout", "1\r2\n"),)),))
    assert write_record(record, tmp_path)
    assert not write_record(record, tmp_path)
    assert recorded_pages(tmp_path) == [PAGE]
    assert read_record(tmp_path, PAGE) == (record, True)
    assert read_record(tmp_path, "lessons/other/index") is None


def test_a_record_edited_by_hand_is_not_intact(tmp_path: Path):
    write_record(Record(PAGE, (CellRecord("a", (Output("stdout", "1.37000\n"),)),)), tmp_path)
    path = tmp_path / f"{PAGE}.txt"
    path.write_text(path.read_text().replace("1.37000", "1.37001"))
    stored = read_record(tmp_path, PAGE)
    assert stored is not None
    record, intact = stored
    assert not intact
    assert record.cells[0].outputs[0].text == "1.37001\n"


def test_a_file_that_is_no_text(tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(b"\xff\xfe")
    with pytest.raises(RecordError, match="not UTF-8"):
        read_record(tmp_path, "a")
