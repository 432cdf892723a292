"""The whole course, for the pages that show all of it: the map and the reader's progress.

Such a page depends on every other, so it is written again where what it shows has changed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from trueloss.diagnostics.diagnostic import report
from trueloss.lessons.course.lesson_names import slug_of
from trueloss.lessons.course.mode_bar import EFFORTS
from trueloss.lessons.course.modes import LESSONS, lesson_of, modes_of
from trueloss.lessons.domains import Kept, Rewriting
from trueloss.settings import Mode
from trueloss.truth.course_parts import Part, part_diagnostics


@dataclass(frozen=True)
class Entry:
    """One thing that a reader answers; ``noun`` says what it is: question, task or card."""

    noun: str
    key: str
    title: str
    anchor: str
    level: str


@dataclass(frozen=True)
class Page:
    """A page with what it asks; ``mode`` is the one it is, where it belongs to a lesson."""

    docname: str
    mode: Mode | None
    minutes: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Lesson:
    """A lesson with its pages in the order of the modes; ``slug`` is the name of its folder."""

    slug: str
    title: str
    pages: tuple[Page, ...]


@dataclass(frozen=True)
class CourseMap:
    """What the course map of a page lists, and where it stands."""

    line: int
    parts: tuple[Part, ...]


#: What a page asks.
ENTRIES = Kept[tuple[Entry, ...]]("entries")
#: What a lesson leaves out of what a whole one has, with the reasons, by its first page.
LEFT_OUT = Kept[dict[str, str]]("left out")
#: The course map of a page.
MAPS = Kept[CourseMap]("maps")
#: The pages that show the whole course.
HOLDERS = Kept[bool]("holders")


def slugs(env: BuildEnvironment) -> list[str]:
    """Return the names of the folders of all lessons, those of the course map in its order."""
    modes = env.config.trueloss_modes
    existing = {lesson_of(docname, modes) for docname in env.found_docs} - {None}
    names = {str(lesson).rpartition("/")[2] for lesson in existing}
    listed = [
        item.text
        for _, course_map in sorted(MAPS.of(env).items())
        for part in course_map.parts
        for item in part.items
        if item.text in names
    ]
    return list(dict.fromkeys([*listed, *sorted(names)]))


def place_of_part(title: str) -> str:
    """Return the id of a part on the map."""
    return f"part-{slug_of(title)}"


def report_maps(_app: Sphinx, env: BuildEnvironment) -> None:
    """Report what is wrong with each course map."""
    for docname, course_map in sorted(MAPS.of(env).items()):
        diagnostics = part_diagnostics(course_map.line, course_map.parts, slugs(env))
        report(diagnostics, env.doc2path(docname))


def lesson_at(env: BuildEnvironment, slug: str) -> Lesson:
    """Return the lesson in a folder."""
    folder = f"{LESSONS}/{slug}"
    pages = tuple(
        _page(env, f"{folder}/{mode.page}", mode)
        for mode in modes_of(folder, env.found_docs, env.config.trueloss_modes)
    )
    return Lesson(slug, title_of(env, pages[0].docname), pages)


def lessons_of(env: BuildEnvironment) -> list[Lesson]:
    """Return all lessons, in the order of the course map."""
    return [lesson_at(env, slug) for slug in slugs(env)]


def left_out_of(env: BuildEnvironment, lesson: str) -> dict[str, str]:
    """Return what the lesson in a folder leaves out, with the reasons."""
    return LEFT_OUT.of(env).get(f"{lesson}/index", {})


def other_pages(env: BuildEnvironment) -> list[Page]:
    """Return the pages that ask something and belong to no lesson."""
    return [
        _page(env, docname, None)
        for docname, entries in sorted(ENTRIES.of(env).items())
        if entries and lesson_of(docname, env.config.trueloss_modes) is None
    ]


def names_of_modes(env: BuildEnvironment) -> dict[str, str]:
    """Return what the mode of each page of a lesson is called."""
    return {mode.page: mode.name for mode in env.config.trueloss_modes}


def title_of(env: BuildEnvironment, docname: str) -> str:
    """Return the title of a page, without markup."""
    return env.titles[docname].astext()


def _page(env: BuildEnvironment, docname: str, mode: Mode | None) -> Page:
    effort = EFFORTS.of(env).get(docname)
    entries = ENTRIES.of(env).get(docname, ())
    return Page(docname, mode, effort.minutes if effort else 0, entries)


def held(lesson: Lesson) -> str:
    """Return what a lesson holds: of each page its name, its minutes, and what it asks.

    That is enough for scripts to say how a reader stands, in an eighth of the room that links to
    all pages take.
    """
    return ",".join(
        " ".join([page.docname.rpartition("/")[2], str(page.minutes), *_codes(page)])
        for page in lesson.pages
    )


def _codes(page: Page) -> Iterator[str]:
    """Yield a letter and the digest in the key of each thing that a page asks.

    The letter is c for a card, q for a question, and l for one whose attempts are limited.
    """
    letter = "l" if page.mode and page.mode.attempts else "q"
    for entry in page.entries:
        yield ("c" if entry.noun == "card" else letter) + entry.key.rpartition("@")[2]


def collect(app: Sphinx, document: nodes.document) -> None:
    """Note what a page asks: every node that has a key with a digest."""
    entries = tuple(
        _entry(node) for node in document.findall(nodes.Element) if "@" in str(node.get("key"))
    )
    ENTRIES.of(app.env)[app.env.docname] = entries


def _entry(node: nodes.Element) -> Entry:
    title = next((child for child in node.children if isinstance(child, nodes.TextElement)), None)
    nouns = {"flashcard": "card", "question": "question"}
    return Entry(
        noun=nouns.get(type(node).__name__, "task"),
        key=node["key"],
        title=" ".join(title.astext().split()) if title is not None else node["key"],
        anchor=node["ids"][0],
        level=node.get("level") or "",
    )


class RewriteCourse(Rewriting[tuple[dict[str, Any], ...]]):
    """Has the pages that show the course written again where what they show has changed."""

    def shown(self, env: BuildEnvironment) -> tuple[dict[str, Any], ...]:
        """Return, of each page, its title, what it asks, leaves out and takes; and the maps."""
        titles = {page: title.astext() for page, title in env.titles.items()}
        minutes = {page: effort.minutes for page, effort in EFFORTS.of(env).items()}
        kept = (each.of(env) for each in (ENTRIES, LEFT_OUT, MAPS))
        return titles, minutes, *map(dict, kept)

    def pages(self, env: BuildEnvironment, *_shown: object) -> Iterable[str]:
        """Return the pages with a map, or with the reader's progress."""
        return HOLDERS.of(env)
