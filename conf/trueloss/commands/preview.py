"""What a change does to the pages: ``python -m trueloss preview BASE``.

Run after a build. Writes ``build/changes``: the site as it would
be, and ``index.html``, which lists the pages that changed since BASE and why.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from sphinx.config import eval_config_file
from sphinx.util.matching import Matcher
from sphinx.util.tags import Tags

from trueloss.commands import parser_of
from trueloss.repository import find_root
from trueloss.text.filled import filled

#: What a page uses besides its text: programs, files shown verbatim, pictures.
_USED = re.compile(
    r"^:(?:load|program):\s*(\S+)|^[`:]{3,}\{(?:literalinclude|figure|image)\}\s*(\S+)"
    r"|!\[[^\]]*\]\(([^)\s]+)",
    re.MULTILINE,
)
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


@dataclass
class Changes:
    """The changed files of each page by docname, pages that are gone, and files of all pages."""

    pages: dict[str, list[str]] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)
    shared: list[str] = field(default_factory=list)


def below(patterns: Iterable[str]) -> Callable[[str], bool]:
    """Return a predicate: whether a Sphinx pattern matches a path or a parent of it."""
    matches = Matcher(list(patterns))
    return lambda path: any(
        matches(part.as_posix()) for part in [PurePosixPath(path), *PurePosixPath(path).parents]
    )


def used_by(docs: Path, excluded: Callable[[str], bool]) -> dict[str, set[str]]:
    """Return, for each file by its path in the repository, the pages that load or show it.

    ``excluded`` says whether a path below ``docs`` is not a page.
    """
    root = docs.parent.resolve()
    uses: dict[str, set[str]] = {}
    for page in sorted(docs.rglob("*.md")):
        name = page.relative_to(docs)
        if excluded(name.as_posix()):
            continue
        for found in _USED.finditer(page.read_text(encoding="utf-8")):
            target = found[found.lastindex or 0]
            # Sphinx resolves absolute paths from the documentation.
            start = docs if target.startswith("/") else page.parent
            path = (start / target.lstrip("/")).resolve()
            if path.is_relative_to(root):
                docname = name.with_suffix("").as_posix()
                uses.setdefault(path.relative_to(root).as_posix(), set()).add(docname)
    return uses


def sort_changes(
    files: Iterable[str],
    uses: Mapping[str, set[str]],
    built: Iterable[str],
    excluded: Callable[[str], bool],
) -> Changes:
    """Sort changed files by the pages they change; ``built`` are the pages there are now."""
    changes = Changes()
    there = set(built)
    for name in sorted(files):
        for docname in sorted({*_page_of(name), *uses.get(name, ())}):
            if docname in there:
                changes.pages.setdefault(docname, []).append(name)
            elif name == f"docs/{docname}.md" and not excluded(f"{docname}.md"):
                changes.gone.append(docname)
        if name.startswith(("conf/", "requirements/docs.txt")):
            changes.shared.append(name)
    return changes


def _page_of(name: str) -> Iterator[str]:
    """Yield the page whose text or record a file is."""
    if name.startswith("docs/_records/"):
        yield name.removeprefix("docs/_records/").removesuffix(".txt")
    elif name.startswith("docs/") and name.endswith(".md"):
        yield name.removeprefix("docs/").removesuffix(".md")


def changed_files(base: str, root: Path) -> list[str]:
    """Return the paths of files changed since the work branched off ``base``."""
    command = ["git", "diff", "--name-only", "--no-renames", "-z", "--merge-base", base]
    listed = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    return [name for name in listed.stdout.split("\0") if name]


def write_changes(base: str, root: Path) -> Changes:
    """Write ``build/changes`` and return what changed since ``base``."""
    site, target = root / "build" / "html", root / "build" / "changes"
    built = {p.relative_to(site).with_suffix("").as_posix() for p in site.rglob("*.html")}
    excluded = below(eval_config_file(root / "conf" / "conf.py", Tags())["exclude_patterns"])
    uses = used_by(root / "docs", excluded)
    changes = sort_changes(changed_files(base, root), uses, built, excluded)
    titles = {}
    for docname in changes.pages:
        page = root / "docs" / f"{docname}.md"
        found = _TITLE.search(page.read_text(encoding="utf-8")) if page.exists() else None
        titles[docname] = found[1] if found else docname
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(site, target / "site")
    index = filled("changes.html", changes=changes, titles=titles)
    (target / "index.html").write_text(index, encoding="utf-8")
    return changes


def main(arguments: Sequence[str]) -> int:
    """Write what changed since the commit or branch that is named; return the exit code."""
    parser = parser_of("preview")
    parser.add_argument("base", nargs="?", default="main", help="a branch or commit, else main")
    base, root = parser.parse_args(arguments).base, find_root()
    if not (root / "build" / "html").exists():
        print("there is no site to look at yet: build it with `nox -s docs`", file=sys.stderr)
        return 1
    changes = write_changes(base, root)
    for docname, files in sorted(changes.pages.items()):
        print(f"{docname}: {', '.join(files)}")
    print(f"{len(changes.pages)} pages changed since {base}: build/changes/index.html")
    return 0
