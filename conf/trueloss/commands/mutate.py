"""Would a mistake be noticed? ``python -m trueloss mutate [PAGES...]``.

What is tried is in :mod:`trueloss.mutation.trials`; here it meets the site. A
changed constant that nothing notices is a survivor: the verdict is robust, or the check is blind,
and only a person can tell which.
"""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

from trueloss.commands import parser_of
from trueloss.kernels import close_kernels
from trueloss.mutation.blank_programs import task_checks, task_programs
from trueloss.mutation.cell_programs import cell_programs
from trueloss.mutation.trials import (
    Program,
    Score,
    try_constants,
    try_fillings,
    try_marks,
    try_options,
    try_sentences,
)
from trueloss.pages.labelled_cells import labelled_cells
from trueloss.pages.selection import SelectionError, take_pages
from trueloss.pages.work import work_in_cache
from trueloss.records.course_pages import read_course
from trueloss.repository import find_root
from trueloss.text.files import make_folder, write_whole
from trueloss.truth.question_on_page import question_of


def run_site(root: Path) -> None:
    """Build the site without writing it, so that every page has run.

    Raises SystemExit if the build reports anything: mend that first.
    """
    with tempfile.TemporaryDirectory(prefix="trueloss-mutate-") as folder, docutils_namespace():
        out = Path(folder)
        app = Sphinx(
            root / "docs", root / "conf", out / "out", out / "doctrees", "dummy", status=None
        )
        app.build(force_all=True)
        if app.statuscode:
            raise SystemExit("the site in docs does not build; mend it first")


def mutate(root: Path, paths: Sequence[Path] = ()) -> Score:
    """Make every mistake on the site of a repository and return what was caught.

    With paths, on those pages and below those folders alone. Raises SelectionError where there
    is no page at a path.
    """
    course = read_course(root)
    chosen = course.restricted_to(paths).pages.values()
    run_site(root)
    score, programs, checks = Score(), list[Program](), list[Program]()
    for work in work_in_cache(chosen, course.cache):
        page, executed, tried = work.page, work.together().notebook, work.tried()
        cells = labelled_cells(executed)
        questions = [question_of(written, page, cells) for written in page.questions]
        try_marks(executed, questions, score)
        try_fillings(page, tried, score)
        try_sentences(page, cells, root, score)
        try_options(page, cells, questions, root, score)
        programs += [*cell_programs(page, executed, questions), *task_programs(page, tried)]
        checks += task_checks(page, tried)
    try_constants(checks, course, score, "checks")
    try_constants(programs, course, score)
    return score


def main(arguments: Sequence[str]) -> int:
    """Write ``build/mutate.json`` and print the score; 1 where a wrong mark was not noticed."""
    parser = parser_of("mutate")
    take_pages(parser)
    given = parser.parse_args(arguments)
    root = find_root()
    try:
        score = mutate(root, given.pages)
    except SelectionError as error:
        print(error, file=sys.stderr)
        return 2
    finally:
        close_kernels()
    make_folder(root / "build")
    write_whole(root / "build" / "mutate.json", score.as_json())
    print(f"marks: {score.marks - len(score.missed)} of {score.marks} wrong ones noticed")
    for missed in score.missed:
        print(f"  not noticed: {missed}")
    for name, kind in score.kinds.items():
        decided = f", {kind.tried - kind.undecidable} decidable" if kind.undecidable else ""
        print(f"{name}: {kind.caught} of {kind.tried} changes noticed{decided}")
        for survivor in kind.survivors:
            where = f"{survivor.file}:{survivor.line}"
            print(f"  not noticed: {where}: {survivor.old} as {survivor.new}")
    return 1 if score.missed else 0
