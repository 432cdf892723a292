"""The whole site as one file, to be opened from a disk: the same pages, the same bytes."""

import zipfile
from pathlib import Path

#: The earliest that the format knows; an archive tells nothing of when it was made.
_DATE = (1980, 1, 1, 0, 0, 0)
#: What serves hosts alone.
_LEFT_OUT = {".buildinfo", ".nojekyll", "404.html", "_headers", "robots.txt", "sitemap.xml"}


def write_archive(site: Path, archived_as: str) -> Path:
    """Write the archive of a site into its folder, and return its path."""
    target = site / f"{archived_as}.zip"
    target.unlink(missing_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(site.rglob("*")):
            name = path.relative_to(site).as_posix()
            if path.is_file() and path != target and name not in _LEFT_OUT:
                entry = zipfile.ZipInfo(f"{archived_as}/{name}", _DATE)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, path.read_bytes())
    return target
