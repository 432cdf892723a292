"""The run phase: between "these pages are due" and "Sphinx reads them"."""

import json
from contextvars import ContextVar
from pathlib import Path

from nbformat import NotebookNode
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from trueloss.diagnostics.diagnostic import Diagnostic, report
from trueloss.execution.report import build_report, page_reports, summary
from trueloss.kernels.environment import fingerprint
from trueloss.pages.reader import Page, read_page
from trueloss.pages.selection import link_on_the_way
from trueloss.pages.shown_outputs import show_outputs
from trueloss.text.files import write_whole
from trueloss.text.turns import wait_for_turn

LOGGER = logging.getLogger(__name__)

_being_read: ContextVar[Page] = ContextVar("page being read")


def page_being_read() -> Page:
    """Return the page that Sphinx reads now, with what the run phase knows of it."""
    return _being_read.get()


def read_notebook(_text: str) -> NotebookNode:
    """Give myst-nb the notebook of the page that it is about to read (``nb_custom_formats``)."""
    page = page_being_read()
    return page.shown or page.notebook


class RunPhase:
    """Runs the pages due and hands them over to myst-nb, one build at a time."""

    def __init__(self) -> None:
        self._pages: dict[str, Page] = {}
        self._seconds = 0.0

    def wait_for_other_builds(self, app: Sphinx) -> None:
        """Let one build at a time use the cache of a checkout."""
        cache = Path(app.config.nb_execution_cache_path)
        self._turn = wait_for_turn(cache / "build.lock")

    def close(self, app: Sphinx, exception: Exception | None) -> None:
        """Report what ran, also in ``execution.json``; let other builds go."""
        if exception is None:
            reports = sorted(page_reports(app.env).items())
            pages = [report for page, report in reports if page in app.env.found_docs]
            content = build_report(pages, self._seconds)
            path = app.outdir.parent / "execution.json"
            write_whole(path, json.dumps(content, indent=1) + "\n")
            LOGGER.info(summary(content))
        self._turn.release()

    def run(self, app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
        """Read every page due, run those whose outputs are not cached, report what went wrong."""
        reports = page_reports(env)
        for earlier in reports.values():
            earlier.cached = True
        self._pages, self._seconds = {}, 0.0
        _drop_links(env, docnames)
        if docnames:
            from trueloss.pages.run_due import run_due

            pages = (self._read(docname, app, env) for docname in docnames)
            self._seconds = run_due(pages, reports, app.config)
        if any(map(_is_no_text, self._pages.values())):
            # Processes that read at once are all given one encoding.
            app.parallel = 1
        for page in self._pages.values():
            page.diagnostics += [
                page.diagnostic(each, Path(app.config.trueloss_root)) for each in show_outputs(page)
            ]
            report(page.diagnostics, page.path)

    def _read(self, docname: str, app: Sphinx, env: BuildEnvironment) -> Page:
        page = read_page(
            docname,
            Path(env.doc2path(docname)),
            root=Path(app.config.trueloss_root).resolve(),
            config=env.myst_config,  # type: ignore[attr-defined] # set by myst-parser
            fingerprint=app.config.trueloss_fingerprint,
        )
        self._pages[docname] = page
        return page

    def decode(self, _app: Sphinx, env: BuildEnvironment, docname: str) -> None:
        """Keep Sphinx from crashing at a page that is not UTF-8.

        What it reads is never used, and a diagnostic reports the encoding.
        """
        page = self._pages.get(docname)
        broken = page is not None and _is_no_text(page)
        env.settings["input_encoding"] = "latin-1" if broken else "utf-8-sig"

    def hand_over(self, app: Sphinx, docname: str, _source: list[str]) -> None:
        """Offer the page that Sphinx is about to read to ``read_notebook``."""
        page = self._pages[docname]
        _being_read.set(page)
        for path in page.loaded:
            app.env.note_dependency(path, docname=docname)


def _is_no_text(page: Page) -> bool:
    return any(diagnostic.rule == "encoding" for diagnostic in page.diagnostics)


def _drop_links(env: BuildEnvironment, docnames: list[str]) -> None:
    """Leave out the pages that only a symbolic link leads to, and report each link once."""
    links: dict[Path, None] = {}
    for docname in list(docnames):
        link = link_on_the_way(Path(env.doc2path(docname)), Path(env.srcdir))
        if link is not None:
            links[link] = None
            docnames.remove(docname)
            env.found_docs.discard(docname)
    for link in links:
        message = (
            f"this is a symbolic link to {link.readlink()}, and what it leads to is not a page of "
            "this site; put the file itself here"
        )
        report([Diagnostic("page-link", 1, message)], link)


def set_fingerprint(_app: Sphinx, config: Config) -> None:
    """Make the environment part of the configuration, so that a new one reads every page anew."""
    config.trueloss_fingerprint = fingerprint(config.trueloss_environment)
