"""Every question of the site: names are unique, and other programs can read the list."""

import json
from collections.abc import Iterator
from typing import cast

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from trueloss.lessons.domains import PageDomain, report_second_uses
from trueloss.truth.blank_rules import KIND, Task
from trueloss.truth.question_rules import Question


class QuestionDomain(PageDomain):
    """Keeps the questions of each page, so that partial and parallel builds know them all."""

    name = "question"
    label = "Question"
    initial_data = {"pages": {}, "tasks": {}}  # noqa: RUF012 (Sphinx declares it so, and copies it)

    @property
    def pages(self) -> dict[str, list[Question]]:
        """The questions of each page in their order, by docname."""
        return cast("dict[str, list[Question]]", self.data["pages"])

    @property
    def tasks(self) -> dict[str, list[Task]]:
        """The fill-in-the-blank tasks of each page in their order, by docname."""
        return cast("dict[str, list[Task]]", self.data["tasks"])

    def add(self, docname: str, question: Question) -> None:
        """Note a question of a page."""
        self.pages.setdefault(docname, []).append(question)

    def add_task(self, docname: str, task: Task) -> None:
        """Note a task of a page."""
        self.tasks.setdefault(docname, []).append(task)

    def in_order(self) -> Iterator[tuple[str, Question]]:
        """Yield every question with its page, pages by name and questions as they stand."""
        for docname in sorted(self.pages):
            for question in self.pages[docname]:
                yield docname, question

    def tasks_in_order(self) -> Iterator[tuple[str, Task]]:
        """Yield every task with its page, pages by name and tasks as they stand."""
        for docname in sorted(self.tasks):
            for task in self.tasks[docname]:
                yield docname, task


def register_of(env: BuildEnvironment) -> QuestionDomain:
    """Return the register of the environment."""
    return cast("QuestionDomain", env.get_domain("question"))


def report_question_names(_app: Sphinx, env: BuildEnvironment) -> None:
    """Report every name that two questions or tasks bear."""
    register = register_of(env)
    asked: list[tuple[str, Question | Task]] = [*register.in_order(), *register.tasks_in_order()]
    named = ((each.name, (page, each.line)) for page, each in asked)
    report_second_uses(env, "question", named, "give this one another")


def write_questions(app: Sphinx, exception: Exception | None) -> None:
    """Write ``questions.json`` beside the output folder, for other programs."""
    if exception is not None:
        return
    entries = [
        {
            "page": docname,
            "line": question.line,
            "name": question.name,
            "key": question.key,
            "kind": question.kind,
            "level": question.level,
            "settled_by": "evidence" if question.settled_by_run else "reference",
            "options": len(question.options),
            "answer": question.answer.text if question.answer else None,
        }
        for docname, question in register_of(app.env).in_order()
    ]
    entries += [
        {
            "page": docname,
            "line": task.line,
            "name": task.name,
            "key": task.key,
            "kind": KIND,
            "level": task.level,
            "settled_by": "evidence",
            "options": task.options,
            "answer": task.answer,
        }
        for docname, task in register_of(app.env).tasks_in_order()
    ]
    entries.sort(key=lambda entry: (str(entry["page"]), entry["line"]))
    path = app.outdir.parent / "questions.json"
    path.write_text(json.dumps(entries, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
