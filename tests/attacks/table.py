"""The table of every attack, by subject; ``python -m tests.attacks.table`` writes it.

A new subject is a module with a list of attacks, a line in ``SUBJECTS``, and a heading in the page
with a table of any content below it.
"""

import re

from tests.attacks import kernels, limits, outputs, recovery
from tests.attacks.attack import Subject
from tests.published import ROOT

PAGE = ROOT / "docs" / "decisions" / "what-a-page-can-do.md"
SUBJECTS = [kernels.SUBJECT, limits.SUBJECT, recovery.SUBJECT, *outputs.SUBJECTS]


def table_of(subject: Subject) -> str:
    """Return the table of a subject in Markdown."""
    head = f"| {' | '.join(subject.columns)} |\n|{'---|' * len(subject.columns)}\n"
    return head + "".join(f"| {' | '.join(attack.row)} |\n" for attack in subject.attacks)


def with_tables(page: str) -> str:
    """Return the page with the table of every subject as the lists have it."""
    for subject in SUBJECTS:
        before, heading, after = page.partition(f"\n## {subject.title}\n")
        assert heading, f"{PAGE.name} has no heading {subject.title!r}"
        between, _, rest = re.split(r"(?m)((?:^\|.*\n)+)", after, maxsplit=1)
        page = f"{before}{heading}{between}{table_of(subject)}{rest}"
    return page


if __name__ == "__main__":
    PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
