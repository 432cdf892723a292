"""What a change does to the pages: ``python -m trueloss.publishing.changes BASE``.

Run from the root of the repository, after a build. Writes ``build/changes``: the site as it would
be, and ``index.html``, which lists the pages that changed since BASE and why.
"""

import html
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[3]
_LOADED = re.compile(r"^:(?:load|program):\s*(\S+)", re.MULTILINE)
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


@dataclass
class Changes:
    """The changed files of each page by docname, pages that are gone, and files of all pages."""

    pages: dict[str, list[str]] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)
    shared: list[str] = field(default_factory=list)


def loaded_by(docs: Path) -> dict[str, set[str]]:
    """Return, for each program by its path in the repository, the pages that load it."""
    loads: dict[str, set[str]] = {}
    for page in sorted(docs.rglob("*.md")):
        docname = page.relative_to(docs).with_suffix("").as_posix()
        for target in _LOADED.findall(page.read_text(encoding="utf-8")):
            path = (page.parent / target).resolve()
            if path.is_relative_to(docs.parent.resolve()):
                name = path.relative_to(docs.parent.resolve()).as_posix()
                loads.setdefault(name, set()).add(docname)
    return loads


def sort_changes(
    files: Iterable[str], loads: Mapping[str, set[str]], built: Iterable[str]
) -> Changes:
    """Sort changed files by the pages they change; ``built`` are the pages there are now."""
    changes = Changes()
    there = set(built)
    for name in sorted(files):
        record = name.startswith("docs/_records/")
        if name.startswith("docs/") and name.endswith((".md", ".txt")):
            prefix = "docs/_records/" if record else "docs/"
            docname = name.removeprefix(prefix).rpartition(".")[0]
            if docname in there:
                changes.pages.setdefault(docname, []).append(name)
            elif not record:
                changes.gone.append(docname)
        elif name in loads:
            for docname in sorted(loads[name]):
                changes.pages.setdefault(docname, []).append(name)
        elif name.startswith(("conf/", "requirements/docs.txt")):
            changes.shared.append(name)
    return changes


def index(changes: Changes, titles: Mapping[str, str]) -> str:
    """Return the page that lists what changed."""
    parts = ["<h1>What this change does to the pages</h1>"]
    if changes.pages:
        parts.append("<table><tr><th>page</th><th>because of</th></tr>")
        for docname, files in sorted(changes.pages.items()):
            title = html.escape(titles.get(docname, docname))
            why = "<br>".join(html.escape(name) for name in files)
            link = f'<a href="site/{html.escape(docname)}.html">{title}</a>'
            parts.append(f"<tr><td>{link}</td><td>{why}</td></tr>")
        parts.append("</table>")
    else:
        parts.append('<p>No page changed. <a href="site/index.html">The site</a>.</p>')
    for heading, names in (
        ("Pages that are gone", changes.gone),
        ("Files that may change every page", changes.shared),
    ):
        if names:
            items = "".join(f"<li>{html.escape(name)}</li>" for name in names)
            parts.append(f"<h2>{heading}</h2><ul>{items}</ul>")
    body = "\n".join(parts)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>Changed pages</title></head>\n<body>\n{body}\n</body></html>\n"
    )


def changed_files(base: str, root: Path) -> list[str]:
    """Return the files that differ from where the work left ``base``, by their paths."""
    command = ["git", "diff", "--name-only", "--no-renames", "-z", "--merge-base", base]
    listed = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    return [name for name in listed.stdout.split("\0") if name]


def write_changes(base: str, root: Path = ROOT) -> Changes:
    """Write ``build/changes`` and return what changed since ``base``."""
    site, target = root / "build" / "html", root / "build" / "changes"
    built = {p.relative_to(site).with_suffix("").as_posix() for p in site.rglob("*.html")}
    changes = sort_changes(changed_files(base, root), loaded_by(root / "docs"), built)
    titles = {}
    for docname in changes.pages:
        page = root / "docs" / f"{docname}.md"
        found = _TITLE.search(page.read_text(encoding="utf-8")) if page.exists() else None
        titles[docname] = found[1] if found else docname
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(site, target / "site")
    (target / "index.html").write_text(index(changes, titles), encoding="utf-8")
    return changes


def main() -> None:
    """Write what changed since the commit or branch that is named, ``main`` unless told."""
    base = sys.argv[1] if len(sys.argv) > 1 else "main"
    if not (ROOT / "build" / "html").exists():
        sys.exit("there is no site to look at yet: build it with `nox -s docs`")
    changes = write_changes(base)
    for docname, files in sorted(changes.pages.items()):
        print(f"{docname}: {', '.join(files)}")
    print(f"{len(changes.pages)} pages changed since {base}: build/changes/index.html")


if __name__ == "__main__":
    main()
