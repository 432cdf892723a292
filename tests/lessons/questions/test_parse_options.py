"""What a reader sees of what a program did."""

from trueloss.lessons.questions.parse_options import did
from trueloss.pages.tries import Outcome


def said(outcome: Outcome) -> list[tuple[str, str]]:
    return [(type(node).__name__, node.astext()) for node in did(outcome)]


def test_what_it_printed_comes_before_its_warnings_and_its_end() -> None:
    assert said(Outcome("1\n2", "careful", "ValueError: no", 3)) == [
        ("literal_block", "1\n2"),
        ("paragraph", "careful"),
        ("paragraph", "line 3: ValueError: no"),
    ]


def test_an_end_alone() -> None:
    assert said(Outcome(hung=True)) == [("paragraph", "does not end")]
    assert said(Outcome(check="NameError")) == [("paragraph", "the check raises NameError")]


def test_silence_is_said() -> None:
    assert said(Outcome(passed=True)) == [("paragraph", "It printed nothing.")]
