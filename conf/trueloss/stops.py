"""Stops: handlers and transforms of a build, and the priorities that order them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from docutils.transforms import Transform
from sphinx.application import Sphinx

#: The stretches of a road that are no event of Sphinx.
TRANSFORMS = "transforms"
POST_TRANSFORMS = "post-transforms"

#: The priority of a handler whose extension asks for none.
_USUAL = 500

Acting = Callable[..., Any] | type[Transform]


@dataclass(frozen=True)
class Stop:
    """A handler or transform, of ours unless it is :class:`Theirs`, and what it does."""

    acts: Acting
    does: str


class Theirs(Stop):
    """A handler or transform of others that those of ours have to come before or after."""

    @property
    def priority(self) -> int:
        """Its registered priority; handlers are listed only if they have the usual one."""
        return getattr(self.acts, "default_priority", None) or _USUAL


@dataclass(frozen=True)
class Stretch:
    """What acts at an event, or as transforms, first to last; ``when`` says what has happened."""

    event: str
    when: str
    each_page: bool
    stops: tuple[Stop, ...]

    def ours(self) -> Iterator[tuple[Stop, int]]:
        """Yield our stops with their priorities: right after what is above, or before what follows.

        Stops with equal priorities act in the order of the list.
        """
        theirs = [stop.priority for stop in self.stops if isinstance(stop, Theirs)]
        priority = theirs[0] - 1 if theirs else _USUAL
        for stop in self.stops:
            if isinstance(stop, Theirs):
                priority = stop.priority + 1
            else:
                yield stop, priority


def once(event: str, when: str, *stops: Stop) -> Stretch:
    """Return a stretch that a build takes once."""
    return Stretch(event, when, each_page=False, stops=stops)


def each_page(event: str, when: str, *stops: Stop) -> Stretch:
    """Return a stretch that a build takes for each page that is read or written."""
    return Stretch(event, when, each_page=True, stops=stops)


def name_of(acts: Acting) -> str:
    """Return where a handler or transform is found: its module's own name, and its name there."""
    if owner := getattr(acts, "__self__", None):
        return f"{name_of(type(owner))}.{acts.__name__}"
    return f"{acts.__module__.rpartition('.')[2]}.{acts.__qualname__}"


def register(app: Sphinx, road: Iterable[Stretch]) -> None:
    """Register all stops of ours on a road."""
    for stretch in road:
        for stop, priority in stretch.ours():
            acts = stop.acts
            if isinstance(acts, type) and issubclass(acts, Transform):
                acts.default_priority = priority
                add = app.add_transform if stretch.event == TRANSFORMS else app.add_post_transform
                add(acts)
            else:
                app.connect(stretch.event, acts, priority)
