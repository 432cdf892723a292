"""Where a page stands, in words: its lesson and its mode, in titles and breadcrumbs."""

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from trueloss.lessons.course.modes import lesson_of, mode_of


def name_pages(_app: Sphinx, env: BuildEnvironment) -> None:
    """Put mode and lesson into the long title of each page of a lesson.

    The long one shows where the page does not: in the tab of a browser, in search results, and in
    the preview of a link. Links within the site bear the short one.
    """
    modes = env.config.trueloss_modes
    for docname, title in env.titles.items():
        mode, lesson = mode_of(docname, modes), lesson_of(docname, modes)
        if mode is None or lesson is None:
            continue
        parts = [f"{mode.name}: {title.astext()}"]
        learn = env.titles.get(f"{lesson}/index")
        if learn is not None and learn is not title:
            parts.append(learn.astext())
        env.longtitles[docname] = nodes.title("", " · ".join(parts))


def add_crumbs(
    app: Sphinx,
    page: str,
    _template: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Say in which lesson and mode a page stands, or below which other pages."""
    above = list(context.get("parents", []))
    mode = mode_of(page, app.config.trueloss_modes)
    if mode:
        context["here"] = mode.name
        if mode.page == "index":
            above.append({"link": "#", "title": app.env.titles[page].astext()})
    if above:
        home = {"link": context["pathto"](app.config.root_doc), "title": app.config.html_title}
        context["crumbs"] = [home, *above]
