"""What stands beside the pages of a small site, with an address and without one."""

import json
import zipfile
from pathlib import Path

import pytest

from tests.conftest import Site
from tests.site.test_build import FILES
from trueloss.publishing.archive import write_archive

ADDRESS = "https://example.org/some/path"
REPOSITORY = "https://github.com/owner/name"
SETTINGS = (
    f"html_baseurl = {ADDRESS!r}\n"
    f"trueloss_repository = {REPOSITORY!r}\n"
    "trueloss_redirects = {'lessons/old/index': 'one'}\n"
)
PAGES = FILES | {
    "docs/one.md": FILES["docs/one.md"].replace(
        "# A page\n",
        "# A page\n\nWhat a *small* page says, with `tf.GradientTape` and `Dense` in it.\n",
    )
}


@pytest.fixture(scope="module")
def here(module_site: Site) -> Path:
    module_site.write(PAGES)
    assert module_site.build().warnings == []
    return module_site.html


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = Site(tmp_path_factory.mktemp("published"))
    site.write(PAGES)
    with (site.conf / "conf.py").open("a") as settings:
        settings.write(SETTINGS)
    assert site.build().warnings == []
    return site.html


def test_a_page_describes_itself(here: Path) -> None:
    html = (here / "one.html").read_text(encoding="utf-8")
    said = "What a small page says, with tf.GradientTape and Dense in it."
    assert f'<meta name="description" content="{said}">' in html
    assert f'<meta property="og:description" content="{said}">' in html
    assert '<meta property="og:title" content="A page">' in html
    assert '<meta property="og:site_name" content="True Loss">' in html


def test_without_an_address_nothing_claims_one(here: Path) -> None:
    html = (here / "one.html").read_text(encoding="utf-8")
    assert "og:url" not in html
    assert 'rel="canonical"' not in html
    assert not (here / "sitemap.xml").exists()
    assert "Sitemap" not in (here / "robots.txt").read_text(encoding="utf-8")


def test_with_an_address_every_page_knows_its_own(published: Path) -> None:
    html = (published / "one.html").read_text(encoding="utf-8")
    assert f'<meta property="og:url" content="{ADDRESS}/one.html">' in html
    assert f'<link rel="canonical" href="{ADDRESS}/one.html">' in html
    sitemap = (published / "sitemap.xml").read_text(encoding="utf-8")
    assert sitemap.count("<loc>") == 3
    assert f"<loc>{ADDRESS}/one.html</loc>" in sitemap
    robots = (published / "robots.txt").read_text(encoding="utf-8")
    assert f"Sitemap: {ADDRESS}/sitemap.xml" in robots


def test_a_renamed_page_leads_to_its_new_address(published: Path) -> None:
    html = (published / "lessons" / "old" / "index.html").read_text(encoding="utf-8")
    assert 'content="0; url=../../one.html"' in html
    assert '<a href="../../one.html">A page</a>' in html
    assert f'<link rel="canonical" href="{ADDRESS}/one.html">' in html


def test_a_redirect_to_no_page_is_reported(site: Site) -> None:
    site.write(FILES)
    with (site.conf / "conf.py").open("a") as settings:
        settings.write("trueloss_redirects = {'old': 'nowhere'}\n")
    built = site.build()
    assert built.status == 1
    assert [warning.partition(": ")[2] for warning in built.warnings] == [
        "trueloss_redirects leads from 'old' to 'nowhere', which is not a page; name one "
        "[trueloss.redirect]"
    ]


def test_the_page_for_what_is_missing_needs_no_file(here: Path, published: Path) -> None:
    for folder in (here, published):
        html = (folder / "404.html").read_text(encoding="utf-8")
        assert "src=" not in html
        assert "stylesheet" not in html
    assert 'href="/some/path/"' in (published / "404.html").read_text(encoding="utf-8")
    assert "<script>" not in (published / "404.html").read_text(encoding="utf-8")


def test_names_link_to_their_documentation_once(here: Path) -> None:
    html = (here / "one.html").read_text(encoding="utf-8")
    documented = "https://www.tensorflow.org/api_docs/python/tf/"
    for name in ("GradientTape", "keras/layers/Dense"):
        assert html.count(f'href="{documented}{name}"') == 1


def test_others_can_link_to_the_site(here: Path) -> None:
    assert (here / "objects.inv").read_bytes().startswith(b"# Sphinx inventory version 2")


def test_every_page_has_the_policy_and_hosts_have_the_headers(here: Path) -> None:
    pages = sorted(here.rglob("*.html"))
    assert len(pages) >= 6
    for page in pages:
        html = page.read_text(encoding="utf-8")
        assert html.count('http-equiv="Content-Security-Policy"') == 1, page
        assert html.index("Content-Security-Policy") < html.index("<title>"), page
    assert "frame-ancestors 'none'" in (here / "_headers").read_text(encoding="utf-8")


def test_a_page_with_code_offers_its_notebook(here: Path, published: Path) -> None:
    for folder in (here, published):
        html = (folder / "one.html").read_text(encoding="utf-8")
        assert '<a href="one.ipynb" download>' in html
        assert not (folder / "index.ipynb").exists()
    colab = "https://colab.research.google.com/github/owner/name/blob/notebooks/one.ipynb"
    assert f'<a href="{colab}">Open in Colab</a>' in html
    assert "Colab" not in (here / "one.html").read_text(encoding="utf-8")


def test_a_notebook_is_executed_and_plain(here: Path) -> None:
    notebook = json.loads((here / "one.ipynb").read_text(encoding="utf-8"))
    setup, cell = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert "TF_ENABLE_ONEDNN_OPTS" in "".join(setup["source"])
    assert "".join(cell["source"]) == FILES["examples/one.py"].strip()
    assert cell["outputs"][0]["text"] == ["7\n"]
    assert cell["metadata"]["jupyter"]["outputs_hidden"] is True
    text = "".join("".join(c["source"]) for c in notebook["cells"] if c["cell_type"] == "markdown")
    assert ":::" not in text
    assert "{ran}" not in text
    assert "<summary>Answer</summary>" in text


def test_the_archive_holds_every_page_and_nothing_for_hosts(here: Path) -> None:
    with zipfile.ZipFile(write_archive(here, "trueloss")) as archive:
        names = set(archive.namelist())
    assert {f"trueloss/{page.relative_to(here)}" for page in here.rglob("*.html")} - names == {
        "trueloss/404.html"
    }
    assert "trueloss/one.ipynb" in names
    assert not names & {"trueloss/_headers", "trueloss/robots.txt", "trueloss/trueloss.zip"}
