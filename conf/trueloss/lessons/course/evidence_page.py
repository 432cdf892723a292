"""The evidence: what settles every question, lesson by lesson, and the versions of all that ran.

The page that an author writes says how many questions a run settles, and leads to a page for each
lesson, which this module makes.
"""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter
from pathlib import Path
from platform import python_version
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from trueloss.diagnostics.diagnostic import Diagnostic, report
from trueloss.kernels.environment import installed_versions, named_versions
from trueloss.lessons.course.modes import LESSONS, lesson_of, mode_of
from trueloss.lessons.course.overview import slugs, title_of
from trueloss.lessons.domains import Kept, Rewriting
from trueloss.lessons.question_register import HELD, in_order
from trueloss.seeds.findings import Held
from trueloss.seeds.told import of_key
from trueloss.text.filled import filled
from trueloss.truth.blank_rules import Task
from trueloss.truth.question_rules import Question

#: The parts that a page may show, with their ids on the page.
PARTS = {"share": "tl-share", "questions": "tl-questions", "versions": "tl-versions"}
#: The parts that a page shows.
SHOWN = Kept[list[str]]("evidence")


class evidence_part(nodes.Element):  # noqa: N801 (docutils names nodes so)
    """A part of the evidence page: ``part`` is one of PARTS."""


class evidence_link(nodes.Element):  # noqa: N801 (docutils names nodes so)
    """Where an answered question leads to its place on the evidence page.

    ``question`` is its name; ``ran`` says whether a run settles it, or else a reference, and
    ``seeds``, where it is known, whether other seeds say the same.
    """


class EvidenceDirective(SphinxDirective):
    """Show a part of the evidence: ``share``, ``questions`` or ``versions``."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return a node that is filled in as the page is written, when all pages are known."""
        part = self.arguments[0]
        if part not in PARTS:
            message = f"the evidence has no part {part!r}; write one of {', '.join(PARTS)}"
            report(
                [Diagnostic("evidence-part", self.lineno, message)], Path(self.get_source_info()[0])
            )
            return []
        SHOWN.of(self.env).setdefault(self.env.docname, []).append(part)
        return [evidence_part(part=part)]


def pages_of(env: BuildEnvironment) -> dict[str, str]:
    """Return the page of each part of the evidence, where the site has one."""
    return {part: page for page, parts in SHOWN.of(env).items() for part in parts}


def address_of(builder: StandaloneHTMLBuilder, page: str, part: str) -> str | None:
    """Return the address of a part of the evidence as seen from ``page``, where there is one."""
    shown = pages_of(builder.env).get(part)
    if shown is None:
        return None
    return f"{builder.get_relative_uri(page, shown)}#{PARTS[part]}"


def _page_about(shown: str, lesson: str | None) -> str:
    """Return the page that says what settles the questions of a lesson, or those outside."""
    return shown if lesson is None else f"{shown}/{lesson.rpartition('/')[2]}"


def html_evidence_part(self: HTML5Translator, node: evidence_part) -> str:
    """Return a part of the evidence."""
    part = node["part"]
    facts = {"share": _share, "questions": _questions, "versions": _versions}[part](self.builder)
    level = self.section_level + 1
    return filled("evidence.html", part=part, place=PARTS[part], level=level, **facts)


def html_evidence_link(self: HTML5Translator, node: evidence_link) -> str:
    """Return the link from an answer to its entry on the evidence page."""
    builder = self.builder
    page, shown = builder.current_docname, pages_of(builder.env).get("questions")
    text = linked = f"Why is this right? {'We ran it.' if node['ran'] else 'See its source.'}"
    if shown:
        about = _page_about(shown, lesson_of(page, builder.config.trueloss_modes))
        address = builder.get_relative_uri(page, about)
        linked = f'<a href="{address}#evidence-{node["question"]}">{text}</a>'
    seeds = f" {self.encode(node['seeds'])}" if node.get("seeds") else ""
    return f'<p class="tl-we-ran-it">{linked}{seeds}</p>\n'


@dataclass(frozen=True)
class _Entry:
    """What a reader is asked, and what settled it: a run with what it printed, or a reference."""

    docname: str
    name: str
    asks: str
    ran: str = ""
    printed: str = ""
    reference: str = ""
    held: Held | None = None

    @property
    def seeds(self) -> str:
        """What other seeds say, where that is known."""
        return of_key(self.held) if self.held else ""


def _entries(env: BuildEnvironment) -> list[_Entry]:
    place = _places(env)
    entries = (
        _of_task(page, each) if isinstance(each, Task) else _of_question(page, each)
        for page, each in in_order(env)
    )
    known = HELD.of(env)
    told = (replace(each, held=known.get(each.docname, {}).get(each.name)) for each in entries)
    return sorted(told, key=lambda entry: place(entry.docname))


def _places(env: BuildEnvironment) -> Callable[[str], tuple[int, int, str]]:
    """Return a sort key: pages in the order of the course map, those in no lesson last."""
    lessons = {f"{LESSONS}/{slug}": place for place, slug in enumerate(slugs(env))}
    known = env.config.trueloss_modes
    modes = {mode.page: place for place, mode in enumerate(known)}

    def place(docname: str) -> tuple[int, int, str]:
        lesson = lesson_of(docname, known)
        if lesson not in lessons:  # also where the lesson has just gone
            return len(lessons), 0, docname
        return lessons[lesson], modes[docname.rpartition("/")[2]], docname

    return place


def _of_question(docname: str, question: Question) -> _Entry:
    entry = _Entry(docname, str(question.name), question.asks)
    if question.blank and question.answer:
        ran = f"{question.blank.combinations} runs, one for each option: which passed"
        return replace(entry, ran=ran, printed=question.answer.text)
    if question.settled_by_cell:
        return replace(entry, ran="a run: what it printed", printed=question.printed)
    return replace(entry, reference=question.reference or "")


def _of_task(docname: str, task: Task) -> _Entry:
    title = task.title.replace("`", "")
    ran = f"{task.blank.combinations} runs, one for each choice: which passed"
    return _Entry(docname, str(task.name), title, ran, task.answer)


def _by_lesson(env: BuildEnvironment) -> dict[str | None, list[_Entry]]:
    groups: dict[str | None, list[_Entry]] = {}
    for entry in _entries(env):
        groups.setdefault(lesson_of(entry.docname, env.config.trueloss_modes), []).append(entry)
    return groups


def _share(builder: StandaloneHTMLBuilder) -> dict[str, Any]:
    env, groups = builder.env, _by_lesson(builder.env)
    named = [(_lesson_title(env, lesson), entries) for lesson, entries in groups.items()]
    return {"groups": [*named, ("all", [entry for each in groups.values() for entry in each])]}


def _questions(builder: StandaloneHTMLBuilder) -> dict[str, Any]:
    env, groups = builder.env, _by_lesson(builder.env)
    shown = pages_of(env)["questions"]
    outside = groups.pop(None, [])
    lessons = {_lesson_title(env, lesson): _page_about(shown, lesson) for lesson in groups}
    title = partial(title_of, env)
    return {"lessons": lessons, "title": title, **_listed(builder, shown, outside)}


def _listed(builder: StandaloneHTMLBuilder, page: str, entries: list[_Entry]) -> dict[str, Any]:
    return {
        "pages": itertools.groupby(entries, key=attrgetter("docname")),
        "address": partial(builder.get_relative_uri, page),
    }


def pages_by_lesson(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield, for each lesson, its page, what fills it, and the template of pages."""
    builder, shown = app.builder, pages_of(app.env).get("questions")
    if not isinstance(builder, StandaloneHTMLBuilder) or shown is None:
        return
    for path in (Path(app.outdir) / shown).glob("*.html"):
        if f"{shown}/{path.stem}" not in app.env.found_docs:
            path.unlink()
    above = title_of(app.env, shown)
    for lesson, entries in _by_lesson(app.env).items():
        if lesson is not None:
            page, title = _page_about(shown, lesson), _lesson_title(app.env, lesson)
            facts = {"lesson": title, "level": 2, "title": partial(_mode_name, app.env)}
            body = filled("evidence-of-lesson.html", **facts, **_listed(builder, page, entries))
            filling = {
                "title": f"{title} · {above}",
                "body": body,
                "parents": [{"link": builder.get_relative_uri(page, shown), "title": above}],
                "here": title,
                "components": ["evidence"],
            }
            yield page, filling, "page.html"


def _versions(builder: StandaloneHTMLBuilder) -> dict[str, Any]:
    versions = installed_versions()
    named = {"Python": python_version(), **named_versions(builder.config.trueloss_packages)}
    rest = {name: versions[name] for name in sorted(versions.keys() - named.keys())}
    return {"named": named, "rest": rest}


def _lesson_title(env: BuildEnvironment, lesson: str | None) -> str:
    return "elsewhere" if lesson is None else title_of(env, f"{lesson}/index")


def _mode_name(env: BuildEnvironment, docname: str) -> str:
    mode = mode_of(docname, env.config.trueloss_modes)
    assert mode is not None
    return mode.name


class RewriteEvidence(Rewriting[tuple[dict[str, str], list[_Entry]]]):
    """Has the evidence page written again where a title or what settles a question has changed."""

    def shown(self, env: BuildEnvironment) -> tuple[dict[str, str], list[_Entry]]:
        """Return the titles of all pages, and what their readers are asked."""
        return {page: title.astext() for page, title in env.titles.items()}, _entries(env)

    def pages(self, env: BuildEnvironment, *_shown: object) -> set[str]:
        """Return the pages with a part of the evidence."""
        return set(SHOWN.of(env))
