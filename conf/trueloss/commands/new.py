"""A new lesson from the template: ``python -m trueloss new "Learning-rate schedules"``.

``new question``, ``new blank`` and ``new cards`` make a part of a page from a program.

The template in ``templates/lesson`` is a lesson itself;
its slug and its title are replaced by those of the new one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from trueloss.commands import PARTS, parser_of
from trueloss.lessons.course.lesson_names import slug_of, title_problem
from trueloss.repository import TEMPLATES, Refusal, find_root
from trueloss.settings import Mode, read_settings
from trueloss.text.files import write_whole
from trueloss.text.slugs import SLUG
from trueloss.truth.course_parts import read_parts

TEMPLATE = TEMPLATES / "lesson"
TEMPLATE_SLUG, TEMPLATE_TITLE = "template-lesson", "Template lesson"

#: The map of the course on the home page, where every lesson is listed.
_MAP = re.compile(r"^```\{course-map\}\n(?P<parts>.*?)^```$", re.MULTILINE | re.DOTALL)
_LOADED = re.compile(rf"^:(?:load|program): .*/{TEMPLATE_SLUG}/(.+)$", re.MULTILINE)


class NewLessonError(Refusal):
    """What a person asked for makes no lesson."""


@dataclass(frozen=True)
class Spot:
    """Where on the map a lesson goes: ``after`` another one, or to the end of a ``part``.

    Without either it takes the place of its title, or goes to the end of the last part.
    """

    after: str | None = None
    part: str | None = None

    def listed(self, lines: Sequence[str], slug: str, title: str) -> list[str]:
        """Return the lines of the map with the lesson. Raises NewLessonError."""
        parts = read_parts(enumerate(lines))
        listed = {item.text: item.line for part in parts for item in part.items}
        ends = {part.title: max([part.line, *(item.line for item in part.items)]) for part in parts}
        if self.after:
            place = _place_of(self.after, listed, "lesson")
        elif self.part:
            place = _place_of(self.part, ends, "part")
        else:
            place = listed.get(title, len(lines) - 1)
        found = [*lines[: place + 1], f"- {slug}", *lines[place + 1 :]]
        if title in listed:
            del found[listed[title] + (listed[title] > place)]
        return found


def new_lesson(
    root: Path,
    title: str,
    modes: Sequence[str] = (),
    spot: Spot = Spot(),
    slug: str = "",
) -> list[Path]:
    """Write a lesson into the repository at ``root``, list it on the map, and return its files.

    ``modes`` are names such as ``learn`` or pages such as ``deep-dive``, all modes without any;
    every lesson has Learn. ``slug`` names the folders, or else the title. Raises NewLessonError
    before anything is written.
    """
    title = " ".join(title.split())
    problem = title_problem(title)
    if problem:
        raise NewLessonError(problem)
    slug = slug or slug_of(title)
    if not SLUG.fullmatch(slug):
        raise NewLessonError(f"{slug!r} cannot name a folder; write --slug {slug_of(slug)}")
    docs, examples = root / "docs" / "lessons" / slug, root / "examples" / slug
    for folder in (docs, examples):
        if folder.exists():
            raise NewLessonError(
                f"{folder.relative_to(root)} exists already; give the lesson another name"
            )
    files = {}
    for page in _pages(modes, read_settings(root).modes):
        source = TEMPLATE / "docs" / f"{page}.md"
        if not source.exists():
            raise NewLessonError(f"the template has no page {page}.md; write that page by hand")
        text = source.read_text(encoding="utf-8")
        files[docs / f"{page}.md"] = text
        for program in _LOADED.findall(text):
            template = TEMPLATE / "examples" / program
            files[examples / program] = template.read_text(encoding="utf-8")
    home = root / "docs" / "index.md"
    mapped = _mapped(home, slug, title, spot)
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        renamed = text.replace(TEMPLATE_SLUG, slug).replace(TEMPLATE_TITLE, title)
        write_whole(path, renamed)
    if mapped is not None:
        write_whole(home, mapped)
    return sorted(files)


def _mapped(home: Path, slug: str, title: str, spot: Spot) -> str | None:
    """Return the home page with the lesson on its map; ``None`` where it has no map."""
    text = home.read_text(encoding="utf-8") if home.exists() else ""
    found = _MAP.search(text)
    if not found:
        return None
    start, end = found.span("parts")
    lines = spot.listed(found["parts"].splitlines(), slug, title)
    return text[:start] + "\n".join(lines) + "\n" + text[end:]


def _place_of(name: str, places: Mapping[str, int], what: str) -> int:
    """Return the line of a lesson or part on the map, by its name in any case."""
    by_name = {listed.lower(): line for listed, line in places.items()}
    if name.lower() in by_name:
        return by_name[name.lower()]
    near = get_close_matches(name.lower(), by_name, 1)
    known = next((listed for listed in places if [listed.lower()] == near), None)
    advice = f"did you mean {known!r}?" if known else f"use one of {', '.join(places)}"
    raise NewLessonError(f"the course map has no {what} {name!r}; {advice}")


def _pages(wanted: Sequence[str], modes: Sequence[Mode]) -> Iterator[str]:
    """Yield the pages of the modes in their order; those of all modes where none is named."""
    by_name = {slug_of(mode.name): mode.page for mode in modes}
    by_name |= {mode.page: mode.page for mode in modes}
    for name in wanted:
        if name not in by_name:
            known = ", ".join(slug_of(mode.name) for mode in modes)
            raise NewLessonError(f"there is no mode {name!r}; use some of {known}")
    pages = {by_name[name] for name in wanted} | {"index"}
    for mode in modes:
        if not wanted or mode.page in pages:
            yield mode.page


def main(arguments: Sequence[str]) -> int:
    """Make the lesson named on the command line and say what to do next; return the exit code."""
    if arguments[:1] and arguments[0] in PARTS:
        # Not at the top: a lesson is made without Sphinx.
        from trueloss.commands import new_parts

        return new_parts.main(arguments)
    parser = parser_of("new")
    parser.add_argument("name", nargs="+", help="what the lesson is about: Learning-rate schedules")
    parser.add_argument("--modes", default="", help="some of the modes: learn,challenge")
    parser.add_argument("--slug", default="", help="the name of its folders, if not by the title")
    place = parser.add_mutually_exclusive_group()
    place.add_argument("--after", help="the lesson below which the course map lists it")
    place.add_argument("--part", help="the part of the course map to whose end it goes")
    given = parser.parse_args(arguments)
    root = find_root()
    modes = [name.strip() for name in given.modes.split(",") if name.strip()]
    spot = Spot(given.after, given.part)
    files = new_lesson(root, " ".join(given.name), modes, spot, given.slug)
    for path in files:
        print(f"wrote {path.relative_to(root)}")
    folder = next(path.parent for path in files if path.suffix == ".md").relative_to(root)
    print(f"See it with `nox -s serve`, and what is left to do with `nox -s check -- {folder}`.")
    return 0
