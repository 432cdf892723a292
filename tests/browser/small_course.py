"""A course of one lesson in four modes, with its map and the page of a reader's progress."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)

HOME = """\
# Home

```{start}
```

## The course

```{course-map}
The loop
- apples
- Learning-rate schedules

The data
- Augmentation
```

```{toctree}
:hidden:

progress
review
```
"""

REVIEW = """\
# What is due today?

```{review}
```
"""

PROGRESS = """\
# Your progress

```{progress}
```
"""

QUESTION = """\
::::{{question}} {title}
:time: 1:00
:name: {name}
:kind: conceptual
:level: easy
:evidence: verdict

- [x] odd
- [ ] even

:::{{hint}}
Try two.
:::
:::{{solution}}
1. **Try.** Three times five.
:::
::::

"""

CHALLENGE = """\
# Challenge yourself

```{code-cell}
:label: verdict
print(["even", "odd"][(3 * 5) % 2])
```

""" + "".join(
    QUESTION.format(title=title, name=name)
    for name, title in (
        ("apples-product", "Is the product of two odd numbers odd?"),
        ("apples-power", "Is a power of an odd number odd?"),
    )
)

RECALL = """\
# Recall

```{code-cell}
:label: sum
print(3 + 4)
```

:::{flashcard} What does the **gradient** tell?
:name: apples-gradient

Which way, and how steeply, the loss rises.
:::

:::{flashcard} What is a weight?
A number that training changes.
:::

:::{flashcard} What are three and four?
:evidence: sum

The run printed {ran}`7 <sum>`.
:::
"""

FILES = {
    "docs/index.md": HOME,
    "docs/progress.md": PROGRESS,
    "docs/review.md": REVIEW,
    "docs/lessons/apples/index.md": "# Why apples?\n\nA few words.\n",
    "docs/lessons/apples/why.md": "# Why else?\n\n" + "Many words.\n" * 20,
    "docs/lessons/apples/challenge.md": CHALLENGE,
    "docs/lessons/apples/recall.md": RECALL,
}

HOME_PAGE = "index.html"
PROGRESS_PAGE = "progress.html"
REVIEW_PAGE = "review.html"
CHALLENGE_PAGE = "lessons/apples/challenge.html"
RECALL_PAGE = "lessons/apples/recall.html"


def visit(page: Page, folder: Path, name: str) -> None:
    """Open a page of the course from the disk."""
    page.goto((folder / name).as_uri())


def keep(page: Page, key: str, record: dict[str, Any]) -> None:
    """Keep a record, as a component of the page would."""
    page.evaluate("([key, record]) => TrueLoss.store.set(key, record)", [key, record])


def kept(page: Page, key: str) -> Any:
    """Return the record under a key; None where there is none."""
    return page.evaluate("(key) => TrueLoss.store.get(key) ?? null", key)


def keys(page: Page, selector: str) -> list[str]:
    """Return the keys of the components that a selector finds."""
    found = page.locator(selector).all()
    return [str(component.get_attribute("data-key")) for component in found]
