"""Generated corpora: the same each time, and made of pages that run."""

import sys

import pytest

from bench.corpus import ROOT, Cell, Corpus, add_stock_header, copy_for_stock, generate
from bench.floor import imported_modules, run_cells
from bench.measure import CommandError, measure
from bench.ways import command, ways_for
from tests.real_kernels import make_job
from trueloss.execution.pool import run_jobs
from trueloss.execution.run_settings import Settings


def contents(corpus):
    return {path.relative_to(corpus.root): path.read_text() for path in corpus.root.rglob("*.md")}


@pytest.fixture
def written(tmp_path):
    """Write a corpus of one page."""

    def write(text):
        (tmp_path / "docs").mkdir()
        (tmp_path / "docs" / "page.md").write_text(text)
        return Corpus(tmp_path)

    return write


def test_a_corpus_is_the_same_each_time(tmp_path):
    first, second = generate(3, tmp_path / "a"), generate(3, tmp_path / "b")
    assert contents(first) == contents(second)
    assert list(first.cells()) == ["lesson-0001", "lesson-0002", "lesson-0003"]


def test_pages_differ_in_their_seeds_alone(tmp_path):
    one, two = generate(2, tmp_path / "c").cells().values()
    assert str(one).replace("seed(1)", "seed(2)") == str(two)
    assert one != two


def test_generated_pages_run_and_repeat_their_outputs(tmp_path):
    cells = generate(2, tmp_path / "c").cells()
    jobs = [
        make_job(*(cell["source"] for cell in cells[page]), page=f"{page} {time}")
        for page in cells
        for time in ("first", "second")
    ]
    settings = Settings(workers=2, imports=("tensorflow", "keras"))
    runs = {run.page: run for run in run_jobs(jobs, settings)}
    assert [run.failure for run in runs.values()] == [None] * 4
    outputs = {
        page: [output.text for cell in run.notebook.cells for output in cell.outputs]
        for page, run in runs.items()
    }
    assert outputs["lesson-0001 first"] == outputs["lesson-0001 second"]
    assert outputs["lesson-0001 first"] != outputs["lesson-0002 first"]


def test_this_repository_is_a_corpus_of_its_pages_with_cells():
    pages = Corpus(ROOT).cells()
    assert "lessons/training/index" in pages
    assert "decisions/index" not in pages
    # No page of the site, so no build runs it, and the floor may not either.
    assert "contributing/snippets/first-lesson/index" not in pages


def test_cells_are_the_programs_that_a_page_loads(written):
    corpus = written("# Page\n\n```{code-cell}\n:load: ../examples/one.py\n```\n")
    (corpus.root / "examples").mkdir()
    (corpus.root / "examples" / "one.py").write_text("print(1)\n")
    assert corpus.cells() == {"page": [{"source": "print(1)", "may_raise": False}]}


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("# Page\n", "---\nfile_format: mystnb\nkernelspec:\n  name: python3\n---\n\n# Page\n"),
        (
            "---\ntitle: x\n---\n# Page\n",
            "---\nfile_format: mystnb\nkernelspec:\n  name: python3\ntitle: x\n---\n# Page\n",
        ),
    ],
)
def test_stock_header_joins_the_pages_own(page, expected):
    assert add_stock_header(page) == expected


def test_only_pages_with_cells_get_the_stock_header(tmp_path):
    copy = copy_for_stock(generate(1, tmp_path / "c"), tmp_path / "stock")
    assert (copy.docs / "index.md").read_text().startswith("# ")
    assert (copy.docs / "lesson-0001.md").read_text().startswith("---\nfile_format: mystnb\n")


def test_floor_imports_what_the_cells_import():
    source = "import a.b as c, d\nfrom e import f\ndef g():\n    import h\nfrom . import i"
    assert imported_modules([{"source": source, "may_raise": False}]) == {"a.b", "d", "e", "h"}


def test_floor_runs_the_cells_of_a_page_as_one_program(monkeypatch):
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])
    cells: list[Cell] = [
        {"source": "import inspect\n\ndef f():\n    return 6 * 7", "may_raise": False},
        {"source": "1 / 0", "may_raise": True},
        {"source": "source = inspect.getsource(f)\nanswer = f()", "may_raise": False},
    ]
    names = run_cells(cells)
    assert names["answer"] == 42
    assert names["source"] == "def f():\n    return 6 * 7"


def test_floor_fails_when_a_page_fails(written, tmp_path):
    corpus = written("# Page\n\n```{code-cell}\nprint('before')\n1 / 0\n```\n")
    with pytest.raises(CommandError, match="ZeroDivisionError"):
        measure(command("floor-2", corpus, tmp_path / "floor"))


def test_floor_is_measured_with_all_its_processes(written, tmp_path):
    cell = (
        "import time\nend = time.process_time() + 0.5\nwhile time.process_time() < end:\n    pass"
    )
    corpus = written(f"# Page\n\n```{{code-cell}}\n{cell}\n```\n")
    took = measure(command("floor-1", corpus, tmp_path / "floor"), memory=True)
    assert took.cpu_seconds > 0.5
    assert took.seconds == took.build_seconds > 0.5


def test_plain_myst_nb_is_not_asked_for_more_than_48_pages():
    assert ways_for(48) == ["plain-1", "plain-2", "ours-1", "ours-2", "floor-1", "floor-2"]
    assert ways_for(192) == ["ours-1", "ours-2", "floor-1", "floor-2"]
