"""Open points: what an author has left to do, listed with each build, refused by a release.

An author writes them with the ``todo`` directive of ``sphinx.ext.todo``, which shows them on the
page; ``nox -s new`` makes a lesson full of them.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.ext.todo import TodoDomain

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


def open_points(env: BuildEnvironment) -> Iterator[OpenPoint]:
    """Yield every open point of the site, pages by name and points as they stand."""
    domain = env.get_domain("todo")
    assert isinstance(domain, TodoDomain)
    for docname in sorted(domain.todos):
        for todo in domain.todos[docname]:
            text = " ".join(child.astext() for child in todo.children[1:])
            yield OpenPoint(docname, todo.line or 1, " ".join(text.split()))


def refuse_release(app: Sphinx, env: BuildEnvironment) -> None:
    """Report each open point where the build is one that is released."""
    if not app.config.trueloss_release:
        return
    for point in open_points(env):
        message = f"a release has no open points; settle this one and remove the todo: {point.text}"
        report([Diagnostic("open-point", point.line, message)], env.doc2path(point.page))


def write_open_points(app: Sphinx, exception: Exception | None) -> None:
    """Write ``open-points.json`` beside the output folder, for other programs."""
    if exception is not None:
        return
    points = [asdict(point) for point in open_points(app.env)]
    text = json.dumps(points, indent=1, ensure_ascii=False) + "\n"
    (app.outdir.parent / REPORT).write_text(text, encoding="utf-8")
