"""Keep executed notebooks in a jupyter-cache that myst-nb reads as well."""

import contextlib
import os
import sqlite3
from pathlib import Path

from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn
from jupyter_cache.cache.db import DB_NAME, NbCacheRecord, OrmBase
from nbformat import ValidationError

from trueloss.execution.jobs import Job, Run
from trueloss.text.files import make_folder, make_way, remove

#: Records kept before the oldest go; jupyter-cache's own limit is 1000.
CAPACITY = 10_000


class OutputCache:
    """Outputs by page content and environment.

    The key is jupyter-cache's: code cells with their options, and the kernelspec, into which
    the reader writes the environment's fingerprint.
    """

    def __init__(self, path: Path) -> None:
        make_folder(path)
        if not _is_whole(path / DB_NAME):
            for file in (*path.glob(f"{DB_NAME}*"), path / "executed"):  # with its journal
                remove(file)
        if not (path / "executed").is_dir():
            remove(path / "executed")
        make_way(path / "__version__.txt")
        self._cache = get_cache(path)
        # Made here and now, because two readers that make the tables at once crash.
        self._cache.change_cache_limit(CAPACITY)

    def find(self, job: Job) -> Run | None:
        """Return the cached run of a job, or ``None`` where it has to run.

        A record whose file a killed build left missing or half written is dropped.
        """
        try:
            record = self._cache.match_cache_notebook(job.notebook)
        except KeyError:
            return None
        try:
            executed = self._cache.merge_match_into_notebook(job.notebook)[1]
            took = record.data
            return Run(job.page, executed, took["execution_seconds"], took["peak_mb"])
        except (AttributeError, KeyError, OSError, TypeError, ValueError, ValidationError):
            self._drop(record)
            return None

    def last_seconds(self) -> dict[Path, float]:
        """Return how long the newest run of each page took, by the page's path."""
        records = sorted(self._cache.list_cache_records(), key=lambda record: record.created)
        return {Path(record.uri): record.data["execution_seconds"] for record in records}

    def store(self, run: Run, path: Path) -> None:
        """Keep an executed notebook; ``path`` is its page."""
        # myst-nb reads the seconds under this name.
        data = {"execution_seconds": run.seconds, "peak_mb": run.peak_mb}
        bundle = CacheBundleIn(run.notebook, str(path), data=data)
        self._cache.cache_notebook_bundle(bundle, check_validity=False, overwrite=True)

    def close(self) -> None:
        """Close the database, so that no connection crosses a fork."""
        self._cache.db.dispose()

    def _drop(self, record: NbCacheRecord) -> None:
        remove(self._cache.path / "executed" / record.hashkey)
        NbCacheRecord.remove_records([record.pk], self._cache.db)


def _is_whole(database: Path) -> bool:
    """Tell whether a database has its tables, and in them what it says it has.

    A killed build may not have come to make them; jupyter-cache makes them only where there is no
    file yet. What is missing altogether is whole.
    """
    if not os.path.lexists(database):
        return True
    if not database.is_file():
        return False
    with contextlib.closing(sqlite3.connect(database)) as connection:
        try:
            found = connection.execute("SELECT name FROM sqlite_master").fetchall()
            sound = connection.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]
        except sqlite3.OperationalError:  # locked or out of reach, so presumed whole
            return True
        except sqlite3.DatabaseError:  # this is no database
            return False
    return sound and {name for (name,) in found} >= set(OrmBase.metadata.tables)
