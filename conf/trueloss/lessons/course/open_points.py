"""Open points: what an author has left to do, listed with each build, refused by a release.

An author writes them with the ``todo`` directive of ``sphinx.ext.todo``, which shows them on the
page; ``nox -s new`` makes a lesson full of them.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.ext.todo import TodoDomain, todo_node

from trueloss.diagnostics.diagnostic import Diagnostic, report

REPORT = "open-points.json"


@dataclass(frozen=True)
class OpenPoint:
    """One thing left to do: the page's docname, its line, and what the author wrote."""

    page: str
    line: int
    text: str

    def __str__(self) -> str:
        """Return the point as it is listed in a terminal."""
        return f"docs/{self.page}.md:{self.line}: {self.text}"


def note_open_point(env: BuildEnvironment, line: int, text: str) -> None:
    """Add an open point to the page being read where no directive stands for it."""
    todo = todo_node("", nodes.title(), nodes.paragraph(text=text))
    todo.line = line
    _domain(env).todos.setdefault(env.docname, []).append(todo)


def has_open_points(env: BuildEnvironment, docname: str) -> bool:
    """Tell whether a page that has been read has any."""
    return bool(_domain(env).todos.get(docname))


def open_points(env: BuildEnvironment) -> Iterator[OpenPoint]:
    """Yield every open point of the site, pages by name and points as they stand."""
    domain = _domain(env)
    for docname in sorted(domain.todos):
        for todo in sorted(domain.todos[docname], key=lambda todo: todo.line or 1):
            text = " ".join(child.astext() for child in todo.children[1:])
            yield OpenPoint(docname, todo.line or 1, " ".join(text.split()))


def _domain(env: BuildEnvironment) -> TodoDomain:
    domain = env.get_domain("todo")
    assert isinstance(domain, TodoDomain)
    return domain


def refuse_release(app: Sphinx, env: BuildEnvironment) -> None:
    """Report each open point where the build is one that is released."""
    if not app.config.trueloss_release:
        return
    for point in open_points(env):
        message = f"a release has no open points; settle this one: {point.text}"
        report([Diagnostic("open-point", point.line, message)], env.doc2path(point.page))


def write_open_points(app: Sphinx, exception: Exception | None) -> None:
    """Write ``open-points.json`` beside the output folder, for other programs."""
    if exception is not None:
        return
    points = [asdict(point) for point in open_points(app.env)]
    text = json.dumps(points, indent=1, ensure_ascii=False) + "\n"
    (app.outdir.parent / REPORT).write_text(text, encoding="utf-8")
