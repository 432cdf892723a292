"""The files that keep what other seeds print: written, read, and seen in a diff."""

from dataclasses import replace
from pathlib import Path

from trueloss.seeds.files import (
    pages_with_seeds,
    parse_seeds,
    read_seeds,
    seeds_path,
    seeds_text,
    write_seeds,
)
from trueloss.seeds.observed import Line, Observed

OBSERVED = Observed(
    "lessons/a/why",
    "5f0c9a1b2c3d",
    2,
    {
        "rates": (
            Line(1, "rate 0.1: 5.0%", {2: ("5.5", "nan")}),
            Line(3, "SGD", {}, ("Adam", None)),
        ),
        "other": (Line(1, "1,000", {1: ("1,001", "999")}),),
    },
    {"a-task": ("x > 1", "nothing")},
    {2: "the cell raised"},
)

TEXT = """\
{
 "page": "lessons/a/why",
 "digest": "5f0c9a1b2c3d",
 "runs": 2,
 "charts": true,
 "failed": {
  "2": "the cell raised"
 },
 "passes": {
  "a-task": ["x > 1", "nothing"]
 },
 "cells": {
  "rates": [
   {"line": 1, "shown": "rate 0.1: 5.0%", "numbers": {"2": "5.5 nan"}},
   {"line": 3, "shown": "SGD", "texts": ["Adam", null]}
  ],
  "other": [
   {"line": 1, "shown": "1,000", "numbers": {"1": "1,001 999"}}
  ]
 }
}
"""


def test_what_is_written_is_read():
    assert seeds_text(OBSERVED) == TEXT
    assert parse_seeds(TEXT) == OBSERVED


def test_an_older_file_holds_nothing_of_charts():
    assert parse_seeds(TEXT.replace(' "charts": true,\n', "")) == replace(OBSERVED, charts=False)


def test_a_page_that_prints_the_same_with_all_seeds():
    still = Observed("index", "5f0c9a1b2c3d", 10, {}, {}, {})
    assert parse_seeds(seeds_text(still)) == still


def test_files_lie_beside_the_records(tmp_path: Path):
    assert write_seeds(OBSERVED, tmp_path)
    assert not write_seeds(OBSERVED, tmp_path)
    assert pages_with_seeds(tmp_path) == ["lessons/a/why"]
    assert read_seeds(tmp_path, "lessons/a/why") == OBSERVED
    seeds_path(tmp_path, "lessons/a/why").write_text("<<<<<<< HEAD\n")
    assert read_seeds(tmp_path, "lessons/a/why") is None
    assert read_seeds(tmp_path, "index") is None


def test_lines_as_a_run_printed_them():
    assert [line.in_run(0) for line in OBSERVED.cells["rates"]] == ["rate 0.1: 5.5%", "Adam"]
    assert [line.in_run(1) for line in OBSERVED.cells["rates"]] == ["rate 0.1: nan%", None]
