"""Published whole or not at all, and the same bytes every time."""

import json
from pathlib import Path

import pytest

from tests import published as whole
from tests.conftest import Site
from tests.site.test_build import FILES, edit
from trueloss.commands.docs import REPORTS, publish


def publish_site(site: Site, *, workers: int = 1, cache: str = "cache") -> int:
    return publish(
        site.root,
        [
            "-D",
            f"nb_execution_cache_path={site.root / cache}",
            "-D",
            "trueloss_imports=numpy",
            "-D",
            f"trueloss_workers={workers}",
        ],
    )


def content(folder: Path) -> dict[str, bytes]:
    found = {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert found, f"{folder} is empty"
    return found


@pytest.fixture
def published(site: Site, capfd: pytest.CaptureFixture[str]) -> Site:
    site.write(FILES)
    assert publish_site(site) == 0, capfd.readouterr().err
    return site


def test_the_address_of_the_site_is_printed(
    published: Site, capfd: pytest.CaptureFixture[str]
) -> None:
    address = (published.root / "build" / "html" / "index.html").as_uri()
    assert publish_site(published) == 0
    assert address in capfd.readouterr().out


def test_only_the_site_and_its_reports_are_left(published: Site) -> None:
    left = {path.name for path in (published.root / "build").iterdir()}
    assert left == {"html", "kept", *REPORTS, "publish.lock"}


def test_a_failed_build_leaves_the_last_good_site(
    published: Site, capfd: pytest.CaptureFixture[str]
) -> None:
    build = published.root / "build"
    before = content(build)
    edit(published, "examples/one.py", "3, 4", "3, 5")
    assert publish_site(published) == 1
    assert publish_site(published) == 1
    assert content(build) == before
    assert "The last good site stays in build/html." in capfd.readouterr().err


def test_the_same_bytes_from_any_folder_with_any_number_of_workers(
    published: Site, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = Site(tmp_path_factory.mktemp("another-folder"))
    other.write(FILES)
    assert publish_site(other, workers=2, cache="another-cache") == 0
    assert content(other.root / "build" / "html") == content(published.root / "build" / "html")


def test_the_whole_course_gives_the_same_bytes_from_one_process_and_from_two(
    published_course: Path, tmp_path: Path
) -> None:
    """One worker runs all pages, from nothing; two have run what the checkout has cached."""
    alone = whole.publish(tmp_path, "trueloss_workers=1", processes=1)
    totals = json.loads((alone / "execution.json").read_text(encoding="utf-8"))["totals"]
    assert (totals["run"], totals["cached"]) == (totals["pages"], 0)
    assert totals["run"] > 1
    one, two = content(alone / "html"), content(published_course / "html")
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []


def test_the_workflow_publishes_a_release_with_its_address_and_repository(
    published_course: Path,
) -> None:
    assert whole.arguments() == [
        "--release",
        *("-D", f"html_baseurl={whole.ADDRESS}"),
        *("-D", f"trueloss_repository={whole.REPOSITORY}"),
    ]
    assert json.loads((published_course / "open-points.json").read_text(encoding="utf-8")) == []
    page = "lessons/training/index"
    html = (published_course / "html" / f"{page}.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{whole.ADDRESS}{page}.html">' in html
    assert f"{whole.REPOSITORY.removeprefix('https://github.com')}/blob/notebooks/{page}" in html


def test_the_execution_report_says_what_ran(published: Site) -> None:
    report = json.loads((published.root / "build" / "execution.json").read_text(encoding="utf-8"))
    one, two = report["pages"]
    assert (one["page"], one["cells"], one["cached"]) == ("one", 1, False)
    assert one["seconds"] > 0
    assert two["peak_mb"] > 0
    assert report["totals"]["run"] == 2
    assert "keras" in report["versions"]
