"""The pages of the course without Sphinx's application: found, read, chosen."""

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from myst_parser.config.main import MdParserConfig
from sphinx.config import eval_config_file
from sphinx.project import Project
from sphinx.util.tags import Tags

from trueloss.execution.run_settings import Settings
from trueloss.kernels.environment import fingerprint
from trueloss.pages.reader import Page, read_page
from trueloss.pages.selection import places_of, select
from trueloss.records.compare import Expectations
from trueloss.records.record_files import recorded_pages
from trueloss.settings import Settings as CourseSettings
from trueloss.settings import read as read_settings

RECORDS = "_records"


@dataclass(frozen=True)
class Course:
    """Pages that have code, by docname, and how to run them; ``conf`` is what the course has set.

    ``recorded`` are the docnames that have a record in the folder ``records``; ``cache`` is where
    builds keep outputs.
    """

    root: Path
    docs: Path
    pages: dict[str, Page]
    recorded: frozenset[str]
    settings: Settings
    cache: Path
    conf: CourseSettings

    @property
    def records(self) -> Path:
        """The folder of the records."""
        return self.docs / RECORDS

    def restricted_to(self, paths: Sequence[Path]) -> "Course":
        """Return the part of the course at and below the paths; all of it without any.

        A path is a page, a folder of pages, or the same without its suffix. Raises
        SelectionError for one that holds neither a page nor a record.
        """
        names = {*self.pages, *self.recorded}
        kind = "page with code, and no record,"
        chosen = select(names, places_of(paths, self.docs), kind)
        return dataclasses.replace(
            self,
            pages={name: page for name, page in self.pages.items() if name in chosen},
            recorded=self.recorded & chosen,
        )

    def without(self, names: Iterable[str]) -> "Course":
        """Return the course without some of its pages."""
        left = {name: self.pages[name] for name in self.pages.keys() - set(names)}
        return dataclasses.replace(self, pages=left)


class CoursePages:
    """The pages of the repository at ``root``, each read when it is asked for.

    They are read with the settings of its ``conf/conf.py``, which are ``conf``.
    """

    def __init__(self, root: Path) -> None:
        self.root, self.docs = root, root / "docs"
        self.config = eval_config_file(root.resolve() / "conf" / "conf.py", Tags())
        self.conf = read_settings(self.config)
        hidden = (str(root.resolve() / "build"), self.config["nb_execution_cache_path"])
        #: How they are run.
        self.running = Settings.of(self.conf, hidden=hidden)
        self._project = Project(str(self.docs), tuple(self.config["nb_custom_formats"]))

    def names(self) -> list[str]:
        """Return the docnames of the pages that there are now, sorted."""
        return sorted(self._project.discover(self.config.get("exclude_patterns", ())))

    def path(self, name: str) -> Path:
        """Return where a page is; it is one of the ``names`` that were found last."""
        return Path(self._project.doc2path(name, absolute=True))

    def read(self, name: str) -> Page:
        """Read a page, which is one of those names as well."""
        return read_page(
            name,
            self.path(name),
            root=self.root,
            config=_markdown(self.config),
            fingerprint=fingerprint(self.conf.environment),
        )

    def course(self, names: Iterable[str]) -> Course:
        """Read those pages as a course."""
        read = {name: self.read(name) for name in names}
        return Course(
            root=self.root,
            docs=self.docs.resolve(),
            pages={name: page for name, page in read.items() if page.has_code or page.diagnostics},
            recorded=frozenset(recorded_pages(self.docs / RECORDS)),
            settings=self.running,
            cache=Path(self.config["nb_execution_cache_path"]),
            conf=self.conf,
        )


def read_course(root: Path) -> Course:
    """Read every page of the repository at ``root`` with the settings of its ``conf/conf.py``."""
    pages = CoursePages(root)
    return pages.course(pages.names())


def expectations(page: Page) -> Expectations:
    """Return the lines and tolerances of a page's cells and tasks, by their names in a record."""
    places = enumerate(page.places.values(), start=1)
    named = {place.label or f"#{number}": place for number, place in places}
    return Expectations(
        {name: place.line for name, place in named.items()},
        {name: place.tolerance for name, place in named.items()},
    )


def _markdown(config: dict[str, Any]) -> MdParserConfig:
    known = {field.name for field in dataclasses.fields(MdParserConfig)}
    given = {
        name.removeprefix("myst_"): value
        for name, value in config.items()
        if name.startswith("myst_") and name.removeprefix("myst_") in known
    }
    return MdParserConfig(**given)
