"""What a page says of other seeds: where its runs are kept, and where they are not those of now."""

import dataclasses
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.commands.test_seeds import PAGE, QUESTION
from tests.conftest import Site
from trueloss.commands.seeds import check
from trueloss.kernels import close_kernels
from trueloss.pages.labelled_cells import labelled_cells
from trueloss.pages.work import work_in_cache
from trueloss.records.course_pages import read_course
from trueloss.seeds.files import seeds_path
from trueloss.seeds.told import told_of

ABOUT = QUESTION.replace(":evidence: first", ":evidence: first\n:about: one start")
TASK = PAGE[PAGE.index(":::::{blank}") :]
TIED = PAGE.replace("5.73 <draws>", "5.73 <draws: seed 0>").replace(
    "4.61 <draws>", "4.61 <draws: seed 1>"
)
TEXT = TIED.replace("QUESTION", ABOUT).replace(TASK, "") + "\nAll {ran}`2 <first: of>` draws.\n"
EVIDENCE = "# Evidence\n\n```{evidence} share\n```\n\n```{evidence} questions\n```\n"
INDEX = "# Home\n\n```{toctree}\npage\nevidence\n```\n"


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A page that ran with ten other seeds, and one that shows the evidence."""
    site = Site(tmp_path_factory.mktemp("tried"))
    site.write(
        {
            "docs/index.md": INDEX,
            "docs/page.md": TEXT,
            "docs/evidence.md": EVIDENCE,
        }
    )
    check(site.root, [])
    close_kernels()
    assert site.build().warnings == []
    return site


def kept(site: Site) -> Path:
    return seeds_path(site.docs / "_records", "page")


def claims(site: Site) -> tuple[list[str], list[str | None]]:
    """Build the site; return what stands beside the evidence, and with each number."""
    assert site.build().warnings == []
    page = BeautifulSoup((site.html / "page.html").read_text(), "html.parser")
    beside = [each.get_text().partition("We ran it.")[2] for each in page.select(".tl-we-ran-it")]
    return beside, [str(s) if (s := each.get("s")) is not None else None for each in page("tl-ran")]


@pytest.fixture
def copied(tried: Site, site: Site) -> Site:
    for folder in ("docs", "examples"):
        left_out = shutil.ignore_patterns("conf.py")
        shutil.copytree(
            tried.root / folder, site.root / folder, ignore=left_out, dirs_exist_ok=True
        )
    return site


def test_what_stands_beside_evidence_and_numbers(copied: Site):
    (first, always), numbers = claims(copied)
    assert first.startswith(" About this start: with other seeds ")
    assert "of 10 give this answer; " in first
    assert "“The second”" in first
    assert always == " The same with 10 of 10 other seeds."
    assert numbers[-1] == ""
    for number, own in zip(numbers, (5.73, 4.61), strict=False):
        low, high = map(float, str(number).split(" to "))
        assert low < own < high
    evidence = BeautifulSoup((copied.html / "evidence.html").read_text(), "html.parser")
    shares = [row.select("td")[-1].get_text() for row in evidence.select("tbody tr")]
    assert shares == ["1 of 2", "1 of 2"]
    (said,) = evidence.select("#evidence-page-always details p")
    assert said.get_text() == always.strip()


def forget(site: Site) -> None:
    kept(site).unlink()


def change(old: str, new: str, file: str = "docs/page.md") -> Callable[[Site], None]:
    def edit(site: Site) -> None:
        path = site.root / file
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new))

    return edit


FILE = "docs/_records/page.seeds.json"


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(forget, id="there is no file"),
        pytest.param(change('"page"', "<<<<<<< HEAD", FILE), id="it cannot be read"),
        pytest.param(change('"runs": 10', '"runs": 4', FILE), id="too few runs"),
        pytest.param(change("max(draws) < 1", "max(draws) < 2"), id="other code"),
    ],
)
def test_a_file_that_is_missing_or_does_not_fit_says_nothing(
    copied: Site, edit: Callable[[Site], None]
):
    claims(copied)
    edit(copied)
    assert claims(copied) == (["", ""], [None, None, None])
    assert "not tried" in (copied.html / "evidence.html").read_text()


def test_outputs_of_other_packages_are_not_those_of_the_file(tried: Site):
    course = read_course(tried.root)
    (work,) = work_in_cache([course.pages["page"]], course.cache)
    cells = labelled_cells(work.together().notebook)
    assert told_of(work.page, TEXT, cells, course.records)
    cells["draws"] = dataclasses.replace(cells["draws"], printed="seed 0: 5.74\n")
    assert told_of(work.page, TEXT, cells, course.records) is None


def test_text_may_change_and_a_file_that_comes_is_read(copied: Site):
    before = claims(copied)
    change("They get to", "In this run they get to")(copied)
    assert claims(copied) == before
    text = kept(copied).read_text()
    forget(copied)
    assert claims(copied)[0] == ["", ""]
    kept(copied).write_text(text)
    assert claims(copied) == before


def test_a_key_that_does_not_hold_has_to_say_so(copied: Site):
    change(":about: one start\n", "")(copied)
    (warning,) = copied.build().warnings
    assert warning.startswith("docs/page.md:20: the key 'The first' comes out with ")
    assert warning.endswith("or write `:about: one start` [trueloss.other-seeds]")
