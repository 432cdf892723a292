"""The files of the records: one a page, in a folder of their own."""

from pathlib import Path, PurePosixPath

from trueloss.records.outputs import Record
from trueloss.records.record_text import RecordError, parse_record, record_text
from trueloss.text.files import write_whole

SUFFIX = ".txt"


def record_path(folder: Path, page: str) -> Path:
    """Return the file of a page's record in the folder of records."""
    return folder / PurePosixPath(page + SUFFIX)


def recorded_pages(folder: Path, suffix: str = SUFFIX) -> list[str]:
    """Return the docnames of all pages that have a record, or another file beside it, sorted."""
    paths = (path.relative_to(folder).as_posix() for path in folder.rglob(f"*{suffix}"))
    return sorted(path.removesuffix(suffix) for path in paths)


def write_record(record: Record, folder: Path) -> bool:
    """Write a record into the folder of records; say whether the file is another one now."""
    return write_if_other(record_path(folder, record.page), record_text(record))


def write_if_other(path: Path, text: str) -> bool:
    """Write a file beside the pages unless it has this text already; say whether it had another."""
    content = text.encode()
    if path.is_file() and path.read_bytes() == content:
        return False
    write_whole(path, content)
    return True


def read_record(folder: Path, page: str) -> tuple[Record, bool] | None:
    """Return the record of a page, and whether its file is as it was written, not by hand.

    Returns ``None`` where it has none. Raises RecordError for one that cannot be read.
    """
    path = record_path(folder, page)
    if not path.is_file():
        return None
    try:
        text = path.read_bytes().decode()
    except UnicodeDecodeError as error:
        raise RecordError(1, f"the record is not UTF-8: {error}") from error
    # A checkout on Windows may have brought its own line ends along.
    text = text.replace("\r\n", "\n")
    record = parse_record(page, text)
    return record, text == record_text(record)
