"""Names of lessons: the title that a reader sees, and the slug that its folders bear."""

import re
import unicodedata

from trueloss.text.numerals import CLAIMED

LONGEST_SLUG = 60

#: What Markdown takes for a word whatever stands around it.
_PLAIN = re.compile(r"[\w ,.:'?()/&+-]+")


def slug_of(title: str) -> str:
    """Return the slug of a title, empty where no letter or digit of it is left in ASCII.

    Accents are dropped: ``Naïve Bayes`` becomes ``naive-bayes``.
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))


def title_problem(title: str) -> str | None:
    """Say why a title names no lesson, and what to write instead; ``None`` where it does."""
    if not title.strip():
        return 'the lesson has no name; write one, as in "Learning-rate schedules"'
    if not _PLAIN.fullmatch(title) or "_" in title:
        return (
            f"the name is {title!r}; use letters, digits, spaces and , . : ' ? ( ) / & + -, "
            "for it becomes a heading"
        )
    if CLAIMED.search(title):
        return f"the name {title!r} has a number that no run settles; leave the number out"
    slug = slug_of(title)
    if not slug:
        return f"the name {title!r} has no letter from a to z, and its folder needs one; add one"
    if len(slug) > LONGEST_SLUG:
        return f"the name makes a folder of {len(slug)} letters; {LONGEST_SLUG} are the most"
    return None
