"""The site as one file."""

import os
import zipfile
from pathlib import Path

from trueloss.publishing.archive import write_archive

FILES = ("index.html", "lessons/why.html", "robots.txt", "_headers", "404.html", ".nojekyll")


def make(site: Path) -> Path:
    for name in FILES:
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return write_archive(site, "trueloss")


def test_it_holds_the_site_in_a_folder_without_what_serves_hosts(tmp_path: Path) -> None:
    with zipfile.ZipFile(make(tmp_path)) as archive:
        assert archive.namelist() == ["trueloss/index.html", "trueloss/lessons/why.html"]
        assert archive.read("trueloss/lessons/why.html") == b"lessons/why.html"


def test_it_is_the_same_whenever_and_how_often_it_is_written(tmp_path: Path) -> None:
    for name in ("one", "two"):
        make(tmp_path / name)
    for path in (tmp_path / "two").rglob("*"):
        os.utime(path, (10**9, 10**9))
        path.chmod(0o700)
    again = write_archive(tmp_path / "two", "trueloss")
    assert again.read_bytes() == (tmp_path / "one" / again.name).read_bytes()
