"""Outputs that are kept, whatever state an earlier build left the cache in."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.real_kernels import make_notebook
from trueloss.execution.cache import OutputCache
from trueloss.execution.jobs import Job, Run

NOTEBOOK = make_notebook("print(6 * 7)")


def keep(folder: Path) -> None:
    cache = OutputCache(folder)
    cache.store(Run("page", NOTEBOOK, 1.5, 100.0), folder / "page.md")
    cache.close()


def kept_seconds(folder: Path) -> float | None:
    cache = OutputCache(folder)
    found = cache.find(Job("page", NOTEBOOK))
    cache.close()
    return found.seconds if found else None


def test_what_is_kept_is_found(tmp_path: Path) -> None:
    assert kept_seconds(tmp_path) is None
    keep(tmp_path)
    assert kept_seconds(tmp_path) == 1.5


def leave_empty(database: Path) -> None:
    database.write_bytes(b"")


def leave_no_database(database: Path) -> None:
    database.write_bytes(b"no database" * 1000)


def leave_a_table_out(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("DROP TABLE nbcache")


def leave_no_folder(database: Path) -> None:
    shutil.rmtree(database.parent)
    database.parent.touch()


@pytest.mark.parametrize(
    "leave", [leave_empty, leave_no_database, leave_a_table_out, leave_no_folder]
)
def test_a_database_that_was_never_whole_is_made_anew(
    leave: Callable[[Path], None], tmp_path: Path
) -> None:
    keep(tmp_path)
    leave(tmp_path / "global.db")
    assert kept_seconds(tmp_path) is None
    assert list(tmp_path.glob("executed/*")) == []
    keep(tmp_path)
    assert kept_seconds(tmp_path) == 1.5
