"""Keep executed notebooks in a jupyter-cache that myst-nb reads as well."""

import contextlib
import shutil
import sqlite3
from pathlib import Path

from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn
from jupyter_cache.cache.db import DB_NAME, NbCacheRecord, OrmBase

from trueloss.execution.jobs import Job, Run

#: Records kept before the oldest go; jupyter-cache's own limit is 1000.
CAPACITY = 10_000


class OutputCache:
    """Outputs by page content and environment.

    The key is jupyter-cache's: code cells with their options, and the kernelspec, into which
    the reader writes the environment's fingerprint.
    """

    def __init__(self, path: Path) -> None:
        if (path / DB_NAME).exists() and not _is_whole(path / DB_NAME):
            for file in path.glob(f"{DB_NAME}*"):  # with its journal
                file.unlink()
            shutil.rmtree(path / "executed", ignore_errors=True)
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
        except (KeyError, OSError, ValueError):
            self._drop(record)
            return None
        took = record.data
        return Run(job.page, executed, took["execution_seconds"], took["peak_mb"])

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
        shutil.rmtree(self._cache.path / "executed" / record.hashkey, ignore_errors=True)
        NbCacheRecord.remove_records([record.pk], self._cache.db)


def _is_whole(database: Path) -> bool:
    """Tell whether a database has its tables, which a killed build may not have come to make.

    jupyter-cache makes them only where there is no file yet.
    """
    with contextlib.closing(sqlite3.connect(database)) as connection:
        try:
            found = connection.execute("SELECT name FROM sqlite_master").fetchall()
        except sqlite3.OperationalError:  # locked or out of reach, so presumed whole
            return True
        except sqlite3.DatabaseError:  # this is no database
            return False
    return {name for (name,) in found} >= set(OrmBase.metadata.tables)
