"""Pages that show something of others are written again where that has changed."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

Shown = TypeVar("Shown")


def write_again(
    app: Sphinx,
    shown: Callable[[BuildEnvironment], Shown],
    pages: Callable[[BuildEnvironment, Shown, Shown], Iterable[str]],
) -> None:
    """Have ``pages(env, before, now)`` written again where ``shown(env)`` is not what it was.

    It is asked before any page is read or forgotten, and when all are read: so it has to return a
    copy of what the environment holds.
    """
    noted: list[Shown] = []

    def note(_app: Sphinx, env: BuildEnvironment, *_outdated: set[str]) -> list[str]:
        noted[:] = [shown(env)]
        return []

    def changed(_app: Sphinx, env: BuildEnvironment) -> list[str]:
        (before,), now = noted, shown(env)
        return sorted(pages(env, before, now)) if now != before else []

    app.connect("env-get-outdated", note)
    app.connect("env-updated", changed)
