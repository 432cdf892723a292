"""Every question of the site: names are unique, and other programs can read the list."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from trueloss.diagnostics.diagnostic import Diagnostic, report
from trueloss.lessons.domains import PageDomain
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
    first_use: dict[str, str] = {}
    named: list[tuple[str, Question | Task]] = [*register.in_order(), *register.tasks_in_order()]
    for docname, question in named:
        if question.name is None:
            continue
        path = Path(env.doc2path(docname))
        if question.name in first_use:
            message = (
                f"the name {question.name!r} belongs to the question at "
                f"{first_use[question.name]} already; give this one another"
            )
            report([Diagnostic("question-name", question.line, message)], path)
        else:
            first_use[question.name] = f"{env.doc2path(docname, base=False)}:{question.line}"


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
