"""A new lesson from the template: ``python -m trueloss new "Learning-rate schedules"``.

The template in ``templates/lesson`` is a lesson itself;
its slug and its title are replaced by those of the new one.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from trueloss.commands import parser_of
from trueloss.lessons.course.lesson_names import slug_of, title_problem
from trueloss.repository import TEMPLATES, Refusal, find_root
from trueloss.settings import Mode, read_settings

TEMPLATE = TEMPLATES / "lesson"
TEMPLATE_SLUG, TEMPLATE_TITLE = "template-lesson", "Template lesson"

#: The map of the course on the home page, where every lesson is listed.
_MAP = re.compile(r"^```\{course-map\}\n(?P<parts>.*?)^```$", re.MULTILINE | re.DOTALL)
_LOADED = re.compile(rf"^:(?:load|program): .*/{TEMPLATE_SLUG}/(.+)$", re.MULTILINE)


class NewLessonError(Refusal):
    """What a person asked for makes no lesson."""


def new_lesson(root: Path, title: str, modes: Sequence[str] = ()) -> list[Path]:
    """Write a lesson into the repository at ``root``, list it on the map, and return its files.

    ``modes`` are names such as ``learn`` or pages such as ``deep-dive``, all modes without any;
    every lesson has Learn. Raises NewLessonError before anything is written.
    """
    title = " ".join(title.split())
    problem = title_problem(title)
    if problem:
        raise NewLessonError(problem)
    slug = slug_of(title)
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
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        renamed = text.replace(TEMPLATE_SLUG, slug).replace(TEMPLATE_TITLE, title)
        path.write_text(renamed, encoding="utf-8")
    _list_on_map(root / "docs" / "index.md", slug, title)
    return sorted(files)


def _list_on_map(home: Path, slug: str, title: str) -> None:
    """Replace a lesson's title on the map by its folder, or else append the folder."""
    text = home.read_text(encoding="utf-8") if home.exists() else ""
    found = _MAP.search(text)
    if not found:
        return
    start, end = found.span("parts")
    lines = found["parts"].splitlines()
    if f"- {title}" in lines:
        lines[lines.index(f"- {title}")] = f"- {slug}"
    else:
        lines.append(f"- {slug}")
    home.write_text(text[:start] + "\n".join(lines) + "\n" + text[end:], encoding="utf-8")


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
    parser = parser_of("new")
    parser.add_argument("name", nargs="+", help="what the lesson is about: Learning-rate schedules")
    parser.add_argument("--modes", default="", help="some of the modes: learn,challenge")
    given = parser.parse_args(arguments)
    root = find_root()
    modes = [name.strip() for name in given.modes.split(",") if name.strip()]
    files = new_lesson(root, " ".join(given.name), modes)
    for path in files:
        print(f"wrote {path.relative_to(root)}")
    folder = next(path.parent for path in files if path.suffix == ".md").relative_to(root)
    print(f"See it with `nox -s serve`, and what is left to do with `nox -s check -- {folder}`.")
    return 0
