"""The mode bar on every page of a lesson, and the table of contents behind it."""

from collections.abc import Sequence
from functools import partial

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.writers.html5 import HTML5Translator

from trueloss.diagnostics.diagnostic import Diagnostic, report
from trueloss.lessons.course.modes import (
    LESSONS,
    QUESTION_SECONDS,
    Effort,
    lesson_of,
    mode_of,
    modes_of,
)
from trueloss.lessons.domains import Kept, Rewriting
from trueloss.lessons.question_register import QUESTIONS, TASKS
from trueloss.text.counting import counted
from trueloss.text.filled import filled
from trueloss.text.nearest import instead

#: What each page of a lesson asks of a reader.
EFFORTS = Kept[Effort]("efforts")
#: The pages that the toctree of a lesson's index has, by docname of the index.
LISTED = Kept[list[str]]("listed")


class mode_bar(nodes.Element):  # noqa: N801 (docutils names nodes so)
    """Where the links to all modes of the lesson stand; ``page`` is the page it stands on."""


def prepare_page(app: Sphinx, document: nodes.document) -> None:
    """Note what a page asks of its reader, give it the bar, and give an index its toctree."""
    env = app.env
    docname = env.docname
    modes = env.config.trueloss_modes
    lesson = lesson_of(docname, modes)
    if lesson is None:
        _refuse_unknown_mode(env, docname)
        return
    EFFORTS.of(env)[docname] = _effort(env, docname, document)
    title = next(document.findall(nodes.title), None)
    if title is not None:
        section = title.parent
        section.insert(section.index(title) + 1, mode_bar(page=docname))
        if docname == f"{lesson}/index":
            section.append(_toctree(env, lesson))


def lessons_to_read_again(_app: Sphinx, env: BuildEnvironment, *_changes: set[str]) -> list[str]:
    """Return the index of each lesson that has gained or lost a mode."""
    return [
        index
        for index, listed in LISTED.of(env).items()
        if index in env.found_docs and listed != _others(env, index.removesuffix("/index"))
    ]


class RewriteBars(Rewriting[dict[str, tuple[int, str]]]):
    """Has the pages of a lesson written again if their mode bar would change."""

    def shown(self, env: BuildEnvironment) -> dict[str, tuple[int, str]]:
        """Return the minutes and the title of each page, which those of its lesson show."""
        return {
            page: (effort.minutes, env.titles[page].astext())
            for page, effort in EFFORTS.of(env).items()
            if page in env.titles
        }

    def pages(
        self,
        env: BuildEnvironment,
        before: dict[str, tuple[int, str]],
        now: dict[str, tuple[int, str]],
    ) -> list[str]:
        """Return all pages of the lessons whose shown data has changed."""
        changed = {page for page in now.keys() | before.keys() if now.get(page) != before.get(page)}
        modes = env.config.trueloss_modes
        lessons = {lesson_of(page, modes) for page in changed}
        return [docname for docname in env.found_docs if lesson_of(docname, modes) in lessons]


def html_mode_bar(self: HTML5Translator, node: mode_bar) -> str:
    """Return the links to all modes of the lesson, the page's own marked."""
    builder, here = self.builder, node["page"]
    known = builder.config.trueloss_modes
    lesson = lesson_of(here, known)
    assert lesson is not None
    efforts = EFFORTS.of(builder.env)
    pages = [
        (mode, f"{lesson}/{mode.page}") for mode in modes_of(lesson, builder.env.found_docs, known)
    ]
    return filled(
        "mode-bar.html",
        modes=[(mode, page, efforts[page].minutes) for mode, page in pages],
        number=counted(len(pages), "mode"),
        here=here,
        address=partial(builder.get_relative_uri, here),
    )


def _refuse_unknown_mode(env: BuildEnvironment, docname: str) -> None:
    modes = env.config.trueloss_modes
    if modes and docname.startswith(f"{LESSONS}/") and docname.count("/") > 1:
        page = f"{docname.rpartition('/')[2]}.md"
        known = instead(page, (f"{mode.page}.md" for mode in modes), "")
        message = f"{page} is not the page of a mode; {known}"
        report([Diagnostic("mode-unknown", 1, message)], env.doc2path(docname))


def _others(env: BuildEnvironment, lesson: str) -> list[str]:
    modes = modes_of(lesson, env.found_docs, env.config.trueloss_modes)
    return [f"{lesson}/{mode.page}" for mode in modes if mode.page != "index"]


def _toctree(env: BuildEnvironment, lesson: str) -> addnodes.toctree:
    """Return a hidden toctree of the modes; its entries bear the modes' names."""
    index = f"{lesson}/index"
    names = {f"{lesson}/{mode.page}": mode.name for mode in env.config.trueloss_modes}
    pages = _others(env, lesson)
    LISTED.of(env)[index] = pages
    return hidden_toctree(index, [(names[page], page) for page in pages])


def _effort(env: BuildEnvironment, docname: str, document: nodes.document) -> Effort:
    written = [n for n in document.findall(nodes.Element) if type(n).__name__ == "question"]
    asked = [_words_and_cells(node) for node in written if not node["seconds"]]
    # A question with a time takes that, whatever stands in it.
    timed = [_words_and_cells(node) for node in written if node["seconds"]]
    words, cells = (
        whole - sum(part[place] for part in timed)
        for place, whole in enumerate(_words_and_cells(document))
    )
    questions = QUESTIONS.of(env).get(docname, [])
    tasks = TASKS.of(env).get(docname, [])
    mode = mode_of(docname, env.config.trueloss_modes)
    whole = Effort(
        words=words,
        cells=cells,
        question_seconds=sum(question.seconds or QUESTION_SECONDS for question in questions)
        + len(tasks) * QUESTION_SECONDS,
        practice=Effort(*(sum(part) for part in zip(*asked, strict=True))),
    )
    return whole.drawn(mode.draws, len(questions)) if mode and mode.draws else whole


def _words_and_cells(node: nodes.Element) -> tuple[int, int]:
    """Count the words below a node that stand in no cell, and the cells.

    What stays folded counts for nothing: a reader who needs no hint takes none.
    """
    folded = {id(inner) for part in node.findall(_is_folded) for inner in part.findall()}
    read = [each for each in node.findall() if id(each) not in folded]
    cells = [each for each in read if _is_cell(each)]
    code = {id(inner) for cell in cells for inner in cell.findall()}
    texts = (each for each in read if isinstance(each, nodes.Text) and id(each) not in code)
    return sum(len(text.split()) for text in texts), len(cells)


def _is_folded(node: nodes.Node) -> bool:
    """Tell whether a node is read only by who wants more.

    It is a help of a question, what follows the answer, what is said of wrong options, or a program
    that is folded with what it printed.
    """
    if isinstance(node, nodes.container):
        return "part" in node or "tag_hide-cell" in node["classes"]
    if type(node).__name__ == "option_feedback":
        return not node.parent.get("right")
    return type(node).__name__ == "question_answer"


def _is_cell(node: nodes.Node) -> bool:
    return isinstance(node, nodes.container) and node.get("nb_element") == "cell_code"


def hidden_toctree(
    page: str, entries: Sequence[tuple[str | None, str]], caption: str | None = None
) -> addnodes.toctree:
    """Return a toctree of ``page``; an entry is a title, or ``None`` for its own, and a docname."""
    return addnodes.toctree(
        parent=page,
        entries=list(entries),
        includefiles=[entry for _, entry in entries],
        maxdepth=1,
        caption=caption,
        glob=False,
        hidden=True,
        includehidden=False,
        numbered=0,
        titlesonly=True,
    )
