"""What Sphinx and MyST say of a page, with what to write instead.

They know that a name does not exist; which one was meant, and where names are made, we know.
"""

import os
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from docutils.parsers.rst import directives, roles
from docutils.parsers.rst.languages import en
from sphinx.application import Sphinx

from trueloss.diagnostics.diagnostic import Diagnostic
from trueloss.text.nearest import instead, nearest

#: What names a file that does not exist, and how far from its line it is reported.
_FILES = {"image.not_readable", "download.not_readable", "myst.xref_missing", "ref.doc"}
_NEAR = 4
_PICTURES = {".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"}

Words = Callable[[str, str, Sphinx], str]


def in_our_words(found: Diagnostic, app: Sphinx) -> Diagnostic:
    """Return a diagnostic of others with the value, the cause, and what to write."""
    for pattern, words in _WORDS.get(found.code, {}).items():
        if match := re.fullmatch(pattern, found.message):
            path = Path(app.config.trueloss_root) / found.file
            message = words(match[1], app.env.path2doc(path) or "", app)
            line = _line_of(match[1], found.line, path) if found.code in _FILES else found.line
            return replace(found, message=message, line=line)
    return found


def _line_of(name: str, near: int, path: Path) -> int:
    """Return the line nearest to a given one that names a file: MyST gives that of the paragraph.

    In a page with front matter or cells it is one line too early at times.
    """
    written = Path(name).name
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    places = (number for number, line in enumerate(lines, 1) if written in line)
    found = min(places, key=lambda number: abs(number - near), default=near)
    return found if abs(found - near) <= _NEAR else near


def _term(name: str, _docname: str, app: Sphinx) -> str:
    objects = list(app.env.get_domain("std").get_objects())
    terms = {title: page for _, title, kind, page, *_ in objects if kind == "term"}
    page = next(iter(terms.values()), "glossary")
    near = nearest(name, terms)
    write = f"write {{term}}`{name} <{near}>`, or add" if near else "add"
    return (
        f"the glossary has no term {name!r}; {write} to docs/{page}.md a line {name!r} and below "
        "it, indented by two blanks, what it means"
    )


def _page(name: str, docname: str, app: Sphinx) -> str:
    file, _, anchor = name.partition("#")
    folder = posixpath.dirname(docname)
    if not re.search(r"[./]", name):
        return _heading(f"#{name}", docname, app)
    if not file or posixpath.normpath(f"{folder}/{file}") == f"{docname}.md":
        return _heading(f"#{anchor}", docname, app)
    pages = {posixpath.relpath(f"{page}.md", folder or "."): page for page in app.env.found_docs}
    wanted = posixpath.normpath(file if file.endswith(".md") else f"{file}.md")
    write = instead(wanted, sorted(pages), "write the path of a page, from this page's own folder")
    return f"there is no page {name}; {write}"


def _heading(name: str, docname: str, app: Sphinx) -> str:
    slugs = app.env.metadata.get(docname, {}).get("myst_slugs", {})
    anchors = [f"#{slug}" for slug in slugs]
    write = instead(name, anchors, "write the heading's words in small letters, with hyphens")
    return f"the page has no heading {name}; {write}"


def _anchor(names: str, _docname: str, app: Sphinx) -> str:
    page, _, anchor = names.partition("': '")
    return _heading(f"#{anchor}", page, app).replace("the page", f"the page {page}.md", 1)


def _file(suffixes: set[str], what: str) -> Words:
    def words(name: str, docname: str, app: Sphinx) -> str:
        folder = app.srcdir / posixpath.dirname(docname)
        files = [
            Path(os.path.relpath(path, folder)).as_posix()
            for path in app.srcdir.rglob("*.*")
            if not suffixes or path.suffix.lower() in suffixes
        ]
        wanted = Path(os.path.relpath(app.srcdir / name, folder)).as_posix()
        otherwise = f"put the {what} there, or mend the path, which begins at the page's own folder"
        near = nearest(wanted, files)
        return f"there is no {what} {wanted}; {f'write {near}' if near else otherwise}"

    return words


def _directive(name: str, _docname: str, app: Sphinx) -> str:
    listed = (directives._directives, directives._directive_registry, en.directives)  # type: ignore[attr-defined] # listed nowhere else
    known = {*_names(listed), *_of_domains(app, "directives")}
    return f"there is no directive {{{name}}}; {instead(name, sorted(known), _REFERENCE)}"


def _role(name: str, _docname: str, app: Sphinx) -> str:
    listed = (roles._roles, roles._role_registry, en.roles)  # type: ignore[attr-defined] # listed nowhere else
    known = {*_names(listed), *_of_domains(app, "roles")}
    return f"there is no role {{{name}}}; {instead(name, sorted(known), _REFERENCE)}"


def _names(listed: Iterable[Mapping[str, object]]) -> Iterator[str]:
    return (name for names in listed for name in names if name)


def _of_domains(app: Sphinx, kind: str) -> Iterator[str]:
    for domain in app.env.domains.sorted():
        for name in getattr(domain, kind):
            yield name if domain.name in ("std", "py") else f"{domain.name}:{name}"


def _header(_level: str, _docname: str, _app: Sphinx) -> str:
    return (
        "the first heading of the page is no title; begin the page with its title, one # and a "
        "blank before it"
    )


def _skipped(levels: str, _docname: str, _app: Sphinx) -> str:
    return f"this heading skips a level, {levels.replace('H', '')}; take away a # before it"


_REFERENCE = "docs/contributing/reference.md lists those that there are"
_WORDS: dict[str, dict[str, Words]] = {
    "ref.term": {r"term not in glossary: '(.+)'": _term},
    "ref.doc": {r"unknown document: '(.+)'": _page},
    "myst.xref_missing": {
        r"'myst' cross-reference target not found: '(.+)'": _page,
        r"local id not found in doc '(.+': '.+)'": _anchor,
    },
    "myst.directive_unknown": {r"Unknown directive type: '(.+)'": _directive},
    "myst.role_unknown": {r"Unknown interpreted text role \"(.+)\"\.": _role},
    "myst.header": {
        r"Document headings start at H(\d), not H1": _header,
        r"Non-consecutive header level increase; (H\d to H\d)": _skipped,
    },
    "image.not_readable": {r"image file not readable: (.+)": _file(_PICTURES, "picture")},
    "download.not_readable": {r"download file not readable: (.+)": _file(set(), "file")},
}
