"""What holds of the questions of a lesson, whichever page they stand on."""

from dataclasses import replace

from tests.truth.test_question_rules import CONCEPT, GOOD
from trueloss.pages.option_lists import Feedback, Option
from trueloss.truth.whole_lesson import feedback_diagnostics, settled_diagnostics


def test_every_option_has_feedback() -> None:
    options = (
        Option("4.0", right=False, feedback=Feedback(4, "That is so.")),
        Option("1.37", right=True, feedback=Feedback(4, "That is so.")),
        Option("2.5", right=False),
    )
    (diagnostic,) = feedback_diagnostics([replace(GOOD, options=options)])
    assert (diagnostic.rule, diagnostic.line) == ("option-unexplained", GOOD.line)
    assert "the option '2.5'" in diagnostic.message
    assert list(feedback_diagnostics([replace(GOOD, options=options[:2])])) == []


def test_a_run_settles_three_quarters() -> None:
    pages = {"a/index": [GOOD, GOOD], "a/test": [GOOD, replace(CONCEPT, line=30)]}
    assert list(settled_diagnostics(pages, tasks=0)) == []
    pages["a/why"] = [CONCEPT]
    ((page, diagnostic),) = settled_diagnostics(pages, tasks=0)
    assert (page, diagnostic.line) == ("a/test", 30)
    assert "a run settles 3 of the 5 questions of this lesson" in diagnostic.message


def test_a_task_counts_as_settled() -> None:
    assert list(settled_diagnostics({"a/index": [CONCEPT]}, tasks=3)) == []
    assert len(list(settled_diagnostics({"a/index": [CONCEPT]}, tasks=2))) == 1
