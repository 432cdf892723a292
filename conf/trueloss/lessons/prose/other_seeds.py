"""Tell readers what other seeds gave: beside the evidence of an answer, and with each number."""

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms import SphinxTransform

from trueloss.diagnostics.diagnostic import Diagnostic, report
from trueloss.lessons.course.evidence_page import evidence_link
from trueloss.lessons.domains import Kept
from trueloss.lessons.prose.number_nodes import ran_number
from trueloss.lessons.question_register import HELD
from trueloss.pages.labelled_cells import labelled_cells
from trueloss.pages.run_phase import page_being_read
from trueloss.pages.sources import read_source
from trueloss.records.course_pages import RECORDS
from trueloss.seeds.files import seeds_path
from trueloss.seeds.told import of_cell, of_key, of_number, told_of

#: What each page with code was read with: the text of its file, if it has one.
READ_WITH = Kept[str | None]("read-with-seeds")


class TellOfSeeds(SphinxTransform):
    """Complete links to evidence and numbers where the page ran with other seeds, as it is now.

    A key that does not come out every time, without saying so, is reported.
    """

    def apply(self, **_kwargs: Any) -> None:
        """Tell of this page, if it has code."""
        page = page_being_read()
        if not page.has_code:
            return
        READ_WITH.of(self.env)[page.docname] = _text(self.env, page.docname)
        lines = read_source(page.path).lines
        cells = labelled_cells(page.notebook)
        told = told_of(page, "\n".join(lines), cells, _folder(self.env))
        if told is None:
            return
        HELD.of(self.env)[page.docname] = dict(told.held)
        for link in self.document.findall(evidence_link):
            if link["question"] in told.held:
                link["seeds"] = of_key(told.held[link["question"]])
        for rubric in self.document.findall(nodes.rubric):
            if rubric.get("evidence") in told.moved:
                rubric += nodes.Text(of_cell(moved=told.moved[rubric["evidence"]]))
        for number in self.document.findall(ran_number):
            found = told.range_of(number["role"], number["near"])
            number["range"] = None if found is None else of_number(found)
        failing = [each for each in told.held.values() if each.fails]
        report(
            [Diagnostic("other-seeds", each.key.line, f"{each}; {_ADVICE}") for each in failing],
            page.path,
        )


_ADVICE = "ask for what comes out every time, or write `:about: one start`"


def pages_to_read_again(_app: Sphinx, env: BuildEnvironment, *_changes: set[str]) -> list[str]:
    """Return the pages whose file of other seeds has come, gone or changed."""
    read_with = READ_WITH.of(env).items()
    return [name for name, text in read_with if name in env.found_docs and text != _text(env, name)]


def _folder(env: BuildEnvironment) -> Path:
    return Path(env.srcdir) / RECORDS


def _text(env: BuildEnvironment, docname: str) -> str | None:
    path = seeds_path(_folder(env), docname)
    return path.read_text(encoding="utf-8") if path.is_file() else None
