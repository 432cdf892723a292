"""Published whole or not at all, and the same bytes every time."""

import json
import shutil
from pathlib import Path

import pytest
from jupyter_cache import get_cache

from tests import published as whole
from tests.conftest import Site
from tests.html_pages import of_each_kind
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
    """One worker runs the pages that stand for others; two have run what the checkout has."""
    html = published_course / "html"
    again = {path.relative_to(html).with_suffix("").as_posix() for path in of_each_kind(html)}
    forget(again, tmp_path / "cache")
    cache = f"nb_execution_cache_path={tmp_path / 'cache'}"
    alone = whole.publish(tmp_path / "clone", "trueloss_workers=1", cache, processes=1)
    report = json.loads((alone / "execution.json").read_text(encoding="utf-8"))["pages"]
    ran = {page["page"] for page in report if not page["cached"]}
    assert ran == again & {page["page"] for page in report}
    assert len(ran) > 1
    one, two = content(alone / "html"), content(html)
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []


def forget(docnames: set[str], folder: Path) -> None:
    """Copy the outputs of this checkout into a folder, but for those of some pages."""
    shutil.copytree(whole.ROOT / "build" / "cache", folder)
    cache = get_cache(folder)
    for record in cache.list_cache_records():
        page, _, _blank = record.uri.rpartition("/docs/")[2].partition("#")
        if page.removesuffix(".md") in docnames:
            cache.remove_cache(record.pk)


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
