"""The live preview: an edit shows, and so does a mistake."""

import threading
import time
import urllib.request
from collections.abc import Iterator

import pytest

from tests.conftest import Site
from tests.site.test_build import FILES, edit
from trueloss.serve import Preview


@pytest.fixture
def preview(site: Site) -> Iterator[Preview]:
    site.write(FILES)
    running = Preview(site.root, conf=site.docs, port=0)
    running.build()
    server = threading.Thread(target=running._server.serve_forever)
    server.start()
    yield running
    running._server.shutdown()
    running._server.server_close()
    server.join()


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
    time.sleep(0.5)
    preview.build()
    reader.join(10)
    assert numbers == [2]


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
