"""Pages that show something of others are written again where that has changed."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Generic, TypeVar

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

Shown = TypeVar("Shown")


class Rewriting(ABC, Generic[Shown]):
    """Has pages written again where what they show of others is not what it was."""

    _before: Shown

    @abstractmethod
    def shown(self, env: BuildEnvironment) -> Shown:
        """Return a copy of what the pages show, because pages are read between two calls."""

    @abstractmethod
    def pages(self, env: BuildEnvironment, before: Shown, now: Shown) -> Iterable[str]:
        """Return the pages that show something else now."""

    def note(self, _app: Sphinx, env: BuildEnvironment, *_outdated: set[str]) -> list[str]:
        """Note what is shown before any page is read or forgotten; no page is outdated by it."""
        self._before = self.shown(env)
        return []

    def changed(self, _app: Sphinx, env: BuildEnvironment) -> list[str]:
        """Return the pages to write again, when all are read."""
        before, now = self._before, self.shown(env)
        return sorted(self.pages(env, before, now)) if now != before else []
