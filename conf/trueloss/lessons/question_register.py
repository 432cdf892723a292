"""Every question of the site: names are unique, and other programs can read the list."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from trueloss.lessons.domains import Kept, report_second_uses
from trueloss.seeds.findings import Held
from trueloss.truth.blank_rules import KIND, Task
from trueloss.truth.question_rules import Question

#: The questions of each page in their order.
QUESTIONS = Kept[list[Question]]("questions")
#: The fill-in-the-blank tasks of each page in their order.
TASKS = Kept[list[Task]]("tasks")
#: How often the key of each comes out with other seeds, by its name, for pages where it is known.
HELD = Kept[dict[str, Held]]("held")


def in_order(env: BuildEnvironment) -> Iterator[tuple[str, Question | Task]]:
    """Yield every question with its page, then every task: pages by name, each as it stands."""
    pages: list[tuple[str, Sequence[Question | Task]]] = sorted(QUESTIONS.of(env).items())
    for docname, asked in [*pages, *sorted(TASKS.of(env).items())]:
        for each in asked:
            yield docname, each


def report_question_names(_app: Sphinx, env: BuildEnvironment) -> None:
    """Report every name that two questions or tasks bear."""
    named = ((each.name, (page, each.line)) for page, each in in_order(env))
    report_second_uses(env, "question", named, "give this one another")


def write_questions(app: Sphinx, exception: Exception | None) -> None:
    """Write ``questions.json`` beside the output folder, for other programs."""
    if exception is not None:
        return
    entries = [_entry(page, each) for page, each in in_order(app.env)]
    entries.sort(key=lambda entry: (entry["page"], entry["line"]))
    path = app.outdir.parent / "questions.json"
    path.write_text(json.dumps(entries, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _entry(page: str, each: Question | Task) -> dict[str, Any]:
    answer: str | None
    if isinstance(each, Task):
        kind, by_run, options, answer = KIND, True, each.options, each.answer
    else:
        kind, by_run, options = each.kind or "", each.settled_by_run, len(each.options)
        answer = each.answer.text if each.answer else None
    return {
        "page": page,
        "line": each.line,
        "name": each.name,
        "key": each.key,
        "kind": kind,
        "level": each.level,
        "settled_by": "evidence" if by_run else "reference",
        "options": options,
        "answer": answer,
    }
