"""Data of pages, kept for partial and parallel builds, and the pages that show it."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Any, ClassVar, Generic, TypeVar

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment

from trueloss.diagnostics.diagnostic import Diagnostic, report
from trueloss.text.slugs import second_uses

Said = TypeVar("Said")


class PageDomain(Domain):
    """Holds a dictionary for each kind of what pages say, by docname. No link leads to it.

    Entries under names that are not docnames stay when pages are read again.
    """

    name = "trueloss"
    initial_data: ClassVar[dict[str, Any]] = {}

    def resolve_any_xref(self, *_arguments: Any) -> list[tuple[str, nodes.reference]]:
        """Return nothing. Without this MyST warns at each broken link."""
        return []

    def clear_doc(self, docname: str) -> None:
        """Forget a page that is about to be read again."""
        for kind in self.initial_data:
            self.data[kind].pop(docname, None)

    def merge_domaindata(self, docnames: Iterable[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process read."""
        for docname in docnames:
            for kind in self.initial_data:
                if docname in otherdata[kind]:
                    self.data[kind][docname] = otherdata[kind][docname]


class Kept(Generic[Said]):
    """One kind of what pages say, from one build to the next."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        PageDomain.initial_data[kind] = {}

    def of(self, env: BuildEnvironment) -> dict[str, Said]:
        """Return the data of an environment's pages, by docname."""
        said: dict[str, Said] = env.get_domain(PageDomain.name).data[self._kind]
        return said


def report_second_uses(
    env: BuildEnvironment,
    kind: str,
    named: Iterable[tuple[str | None, tuple[str, int]]],
    advice: str,
) -> None:
    """Report every name that two of a kind bear; each name comes with its page and line."""
    for name, (page, line), (docname, again) in second_uses(named):
        message = (
            f"the name {name!r} already belongs to the {kind} at "
            f"{env.doc2path(page, base=False)}:{line}; {advice}"
        )
        report([Diagnostic(f"{kind}-name", again, message)], env.doc2path(docname))


Shown = TypeVar("Shown")


class Rewriting(ABC, Generic[Shown]):
    """Has pages written again if what they show of other pages has changed."""

    _before: Shown

    @abstractmethod
    def shown(self, env: BuildEnvironment) -> Shown:
        """Return a copy of what the pages show, because pages are read between two calls."""

    @abstractmethod
    def pages(self, env: BuildEnvironment, before: Shown, now: Shown) -> Iterable[str]:
        """Return the pages whose shown data has changed."""

    def note(self, _app: Sphinx, env: BuildEnvironment, *_outdated: set[str]) -> list[str]:
        """Note what is shown before any page is read or forgotten; no page is outdated by it."""
        self._before = self.shown(env)
        return []

    def changed(self, _app: Sphinx, env: BuildEnvironment) -> list[str]:
        """Return the pages to write again, when all are read."""
        before, now = self._before, self.shown(env)
        return sorted(self.pages(env, before, now)) if now != before else []
