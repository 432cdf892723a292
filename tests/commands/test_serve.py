"""The live preview: an edit shows, and so does a mistake."""

import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Site
from tests.site.test_build import FILES, edit
from trueloss.commands.serve import Preview
from trueloss.pages.run_due import run_due


@pytest.fixture
def preview(site: Site) -> Iterator[Preview]:
    site.write(FILES)
    running = Preview(site.root, port=0)
    running.build()
    server = threading.Thread(target=running._server.serve_forever)
    server.start()
    yield running
    running._server.shutdown()
    running._server.server_close()
    server.join()


def when_written(site: Site, page: str) -> int:
    return (site.root / "build/preview/html" / page).stat().st_mtime_ns


def wait_for_build(
    preview: Preview, number: int, meanwhile: Callable[[], None] = lambda: None
) -> None:
    deadline = time.monotonic() + 120
    while preview.builds < number:
        assert time.monotonic() < deadline
        meanwhile()
        time.sleep(0.5)


def fetched(preview: Preview, page: str) -> str:
    with urllib.request.urlopen(preview.address + page) as answer:
        return str(answer.read().decode())


def test_a_page_reloads_after_each_build(preview: Preview) -> None:
    assert "EventSource" in fetched(preview, "one.html")
    numbers: list[int] = []

    def listen() -> None:
        with urllib.request.urlopen(preview.address + "-/events") as stream:
            numbers.append(int(stream.readline().decode().removeprefix("data: ")))

    reader = threading.Thread(target=listen)
    reader.start()
    # It may not listen yet when the first build ends.
    while reader.is_alive() and preview.builds < 20:
        preview.build()
        reader.join(0.5)
    assert numbers == [preview.builds]


def test_an_edit_shows(preview: Preview, site: Site) -> None:
    edit(site, "docs/one.md", "# A page", "# Another title")
    preview.build()
    assert "Another title" in fetched(preview, "one.html")


def test_the_folder_leads_to_its_first_page(preview: Preview) -> None:
    assert "Home" in fetched(preview, "")


def test_a_mistake_shows_in_the_page_and_goes_once_mended(
    preview: Preview, site: Site, capfd: pytest.CaptureFixture[str]
) -> None:
    edit(site, "examples/one.py", "3, 4", "3, 5")
    preview.build()
    assert "the cell &#x27;one&#x27; did not print 7" in fetched(preview, "one.html")
    assert "the cell 'one' did not print 7" in capfd.readouterr().err
    edit(site, "examples/one.py", "3, 5", "3, 4")
    preview.build()
    assert 'role="alert"' not in fetched(preview, "one.html")


def test_the_code_leads_to_its_rule_where_the_site_has_the_rules(
    preview: Preview, site: Site
) -> None:
    edit(site, "docs/one.md", "- [ ] 12", "- [x] 12")
    preview.build()
    assert "[trueloss.question-mark]</li>" in fetched(preview, "one.html")
    site.write({"docs/contributing/rules.md": "# Rules\n\n```{reference} rules\n```\n"})
    edit(site, "docs/index.md", "\ntwo\n", "\ntwo\ncontributing/rules\n")
    preview.build()
    address = "/contributing/rules.html#question-mark"
    assert f'<a href="{address}">[trueloss.question-mark]</a></li>' in fetched(preview, "one.html")
    assert '<section id="question-mark">' in fetched(preview, "contributing/rules.html")


def test_one_open_fault_leaves_the_other_pages_as_they_are(preview: Preview, site: Site) -> None:
    edit(site, "docs/one.md", "- [ ] 12", "- [x] 12")
    preview.build()
    before = when_written(site, "two.html")
    edit(site, "docs/one.md", "It adds.", "It adds two numbers.")
    preview.build()
    assert "2 options are marked right" in fetched(preview, "one.html")
    edit(site, "docs/index.md", "# Home", "# Home\n\nWords.")
    preview.build()
    assert "2 options are marked right" in fetched(preview, "index.html")
    assert when_written(site, "two.html") == before
    edit(site, "docs/one.md", "- [x] 12", "- [ ] 12")
    preview.build()
    assert preview.diagnostics == []
    assert when_written(site, "two.html") == before


def test_what_is_said_of_a_program_is_said_until_it_is_mended(preview: Preview, site: Site) -> None:
    site.write({"examples/forgotten.py": "'Add: nox -s run -- examples/forgotten.py'\n"})
    edit(site, "docs/two.md", "# A page", "# Another title")
    preview.build()
    preview.build()
    (found,) = preview.diagnostics
    assert "no page loads this program" in found.message
    (site.root / "examples/forgotten.py").unlink()
    preview.build()
    assert preview.diagnostics == []


def test_another_preview_says_what_the_last_one_left_open(preview: Preview, site: Site) -> None:
    edit(site, "docs/one.md", "- [ ] 12", "- [x] 12")
    preview.build()
    again = Preview(site.root, port=0)
    again.build()
    again._server.server_close()
    assert again.diagnostics == preview.diagnostics != []


def test_a_build_that_breaks_off_is_shown_and_ends_nothing(
    preview: Preview, site: Site, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the disk is full")

    edit(site, "docs/one.md", "- [ ] 12", "- [x] 12")
    with monkeypatch.context() as patched:
        patched.setattr("trueloss.lessons.cells.example_programs.printed_diagnostics", fail)
        preview.build()
    for page in ("one.html", "no-such-page.html"):
        assert "the build stopped with ExtensionError: " in fetched(preview, page)
        assert "the disk is full" in fetched(preview, page)
    assert "RuntimeError: the disk is full" in capfd.readouterr().err
    preview.build()
    (found,) = preview.diagnostics
    assert "2 options are marked right" in found.message


@pytest.mark.parametrize(
    ("victim", "message"),
    [
        ("examples/one.py", ":load: ../examples/one.py is not a file"),
        ("examples/forgotten.py", ""),
        ("docs/one.md", "toctree contains reference to nonexisting document 'one'"),
    ],
)
def test_what_an_author_deletes_while_it_is_read_is_gone(
    preview: Preview,
    site: Site,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    victim: str,
    message: str,
) -> None:
    site.write({"examples/forgotten.py": "'Add: nox -s run -- examples/forgotten.py'\n"})
    edit(site, "docs/one.md", "# A page", "# Another title")
    path, read = site.root / victim, Path.read_bytes

    def late(self: Path) -> bytes:
        if self == path:
            path.unlink(missing_ok=True)
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", late)
    preview.build()
    assert not path.exists()
    said = [each.message for each in preview.diagnostics if "forgotten" not in each.file]
    assert any(message in each for each in said) or not message
    assert "Traceback" not in capfd.readouterr().err


def test_a_page_that_is_deleted_while_it_runs_is_gone(
    preview: Preview, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = site.docs / "one.md"

    def late(*given: Any) -> float:
        seconds = run_due(*given)
        page.unlink(missing_ok=True)
        return seconds

    monkeypatch.setattr("trueloss.pages.run_due.run_due", late)
    edit(site, "docs/one.md", "# A page", "# Another title")
    preview.build()
    assert not page.exists()
    assert not any("broke off" in each.message for each in preview.diagnostics)
    assert any("nonexisting document 'one'" in each.message for each in preview.diagnostics)


def test_where_nothing_was_built_the_first_page_says_why(site: Site) -> None:
    site.write({**FILES, "conf/conf.py": "1 / 0\n"})
    preview = Preview(site.root, port=0)
    threading.Thread(target=preview._server.serve_forever, daemon=True).start()
    preview.build()
    assert "division by zero" in fetched(preview, "")
    preview._server.shutdown()
    preview._server.server_close()


def test_a_saved_file_is_built(site: Site) -> None:
    site.write(FILES)
    preview, stop = Preview(site.root, port=0), threading.Event()
    running = threading.Thread(target=preview.run, args=[stop])
    running.start()
    assert fetched(preview, "one.html").count("This page is being built") == 1
    wait_for_build(preview, 1)
    assert "<h1>" in fetched(preview, "one.html")
    edit(site, "examples/one.py", "3, 4", "3, 5")
    # Until the folders are watched, nobody sees that a file was saved.
    wait_for_build(preview, 2, meanwhile=(site.root / "examples/one.py").touch)
    assert any("the cell 'one' did not print 7" in each.message for each in preview.diagnostics)
    stop.set()
    running.join(60)
    assert not running.is_alive()
