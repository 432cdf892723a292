"""The kind of question that asks for an order."""

from trueloss.truth.kinds import KINDS
from trueloss.truth.question_rules import Option, Question


def question(*texts: str) -> Question:
    options = tuple(Option(text, right=False) for text in texts)
    return Question(
        line=1,
        title="In which order?",
        name="a-name",
        kind="order",
        level="easy",
        options=options,
        has_hint=True,
        has_solution=True,
    )


def broken_rules(*texts: str) -> list[str]:
    (rule,) = KINDS["order"].rules
    return [name for name, _message in rule(question(*texts))]


def test_every_option_lists_steps() -> None:
    assert broken_rules("predict, update", "update, predict") == []
    assert broken_rules("predict, update", "update") == ["question-steps"]
