"""Would a mistake be noticed? ``python -m trueloss.lessons.mutate``, from the root of the repo.

What is tried is in :mod:`trueloss.truth.mutation.trials`; here it meets the site. A
changed constant that nothing notices is a survivor: the verdict is robust, or the check is blind,
and only a person can tell which.
"""

import sys
import tempfile
from pathlib import Path

from nbformat import NotebookNode
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

from trueloss.execution.cache import OutputCache
from trueloss.execution.kernels import close_kernels
from trueloss.lessons.register import register_of
from trueloss.truth.mutation.trials import Evidence, Score, try_constants, try_marks
from trueloss.truth.questions import Question
from trueloss.truth.records.course import Course, read_course


def questions_of_site(root: Path, conf: Path, docs: Path) -> dict[str, list[Question]]:
    """Build the site without writing it, so that every page has run; return its questions.

    Raises SystemExit where the build has anything to say: mend that first.
    """
    with tempfile.TemporaryDirectory(prefix="trueloss-mutate-") as folder, docutils_namespace():
        out = Path(folder)
        app = Sphinx(docs, conf, out / "out", out / "doctrees", "dummy", status=None)
        app.build(force_all=True)
        if app.statuscode:
            raise SystemExit(f"the site in {docs.relative_to(root)} does not build; mend it first")
        return dict(register_of(app.env).pages)


def mutate(root: Path, conf: Path, docs: Path) -> Score:
    """Make every mistake on the site of a repository and return what was caught."""
    questions = questions_of_site(root, conf, docs)
    course = read_course(root, conf, docs)
    ran = _executed(course)
    score = Score()
    try_marks([(ran[name], asked) for name, asked in questions.items() if name in ran], score)
    found = [
        Evidence(course.pages[name], notebook, index, deciding)
        for name, notebook in ran.items()
        for index, cell in enumerate(notebook.cells)
        if (deciding := _decided_by(cell, questions.get(name, [])))
    ]
    try_constants(found, course, score)
    return score


def _executed(course: Course) -> dict[str, NotebookNode]:
    """Return the pages with the outputs that the build has just put into the cache."""
    cache = OutputCache(course.cache)
    try:
        found = {name: cache.find(page.notebook) for name, page in course.pages.items()}
    finally:
        cache.close()
    return {name: run.notebook for name, run in found.items() if run is not None}


def _decided_by(cell: NotebookNode, questions: list[Question]) -> list[Question]:
    label = cell.metadata.get("label") if cell.cell_type == "code" else None
    return [question for question in questions if label and question.settled_by_cell == label]


def main() -> int:
    """Write ``build/mutate.json`` and print the score; 1 where a wrong mark was not noticed."""
    root = Path.cwd()
    try:
        score = mutate(root, root / "conf", root / "docs")
    finally:
        close_kernels()
    (root / "build").mkdir(exist_ok=True)
    (root / "build" / "mutate.json").write_text(score.as_json(), encoding="utf-8")
    print(f"marks: {score.marks - len(score.missed)} of {score.marks} wrong ones noticed")
    for missed in score.missed:
        print(f"  not noticed: {missed}")
    caught = score.constants - len(score.survivors)
    print(f"constants: {caught} of {score.constants} changes noticed")
    for survivor in score.survivors:
        print(
            f"  {survivor.file}:{survivor.line}: {survivor.old} as {survivor.new} changes nothing"
        )
    return 1 if score.missed else 0


if __name__ == "__main__":
    sys.exit(main())
