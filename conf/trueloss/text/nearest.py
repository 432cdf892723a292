"""The name that an author meant by one that does not exist."""

import difflib
from collections.abc import Iterable

#: So many names can be listed in a sentence.
_FEW = 16
#: How much of two names has to be the same for one to be meant by the other.
_LIKE = 0.7


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that looks most like another; ``None`` where none does."""
    by_form = {each.casefold(): each for each in known}
    found = difflib.get_close_matches(name.casefold(), by_form, n=1, cutoff=_LIKE)
    return by_form[found[0]] if found else None


def instead(name: str, known: Iterable[str], otherwise: str) -> str:
    """Say what to write in place of a name that is none of the known ones.

    That is the nearest one, and all where they are few; ``otherwise`` where there is none.
    """
    names = list(known)
    near = nearest(name, names)
    others = [each for each in names if each != near]
    listed = ", ".join(others) if len(others) <= _FEW else ""
    if near is None:
        return f"use one of {listed}" if listed else otherwise
    return f"write {near}" + (f", or another of {listed}" if listed else "")
