"""The name that an author meant by one that does not exist."""

import difflib
from collections.abc import Collection, Iterable

#: So many names can be listed in a sentence.
_FEW = 16
#: How much of two names has to be the same for one to be meant by the other.
_LIKE = 0.7


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that looks most like another; ``None`` where none does.

    That two files share a folder and an ending makes them no more alike.
    """
    by_form = {each.casefold(): each for each in known}
    found = _like(name.casefold(), by_form)
    return next((by_form[each] for each in found if _like(_stem(name), [_stem(each)])), None)


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


def _like(form: str, forms: Collection[str]) -> list[str]:
    return difflib.get_close_matches(form, forms, n=len(forms) or 1, cutoff=_LIKE)


def _stem(name: str) -> str:
    return name.casefold().rpartition("/")[2].partition(".")[0]
