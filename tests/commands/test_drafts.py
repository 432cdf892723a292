"""What is drafted from a program and what it printed."""

import pytest

from trueloss.commands.drafts import (
    Choice,
    DraftError,
    blank,
    candidates,
    cards,
    neighbour,
    predicted,
    question,
)

RATES = "rate 0.25: 0.3750 away\nrate 0.5:  0.0000 away\nrate 1.25: far\n0.5\n"
GAPS = '''"""Step. Run it: nox -s run -- examples/a/step.py"""

weight = 1.0
# check: 0.3 < weight < 1
for _ in range(3):
    weight -= 0.25 * weight  # gap: 0.25 * weight | weight
print(weight)  # gap: weight
'''


def test_the_options_are_the_candidates_where_the_last_line_names_one() -> None:
    assert candidates(RATES, "rates") == [
        Choice("0.25", "It printed {ran}`0.3750 <rates: rate 0.25:>`."),
        Choice("0.5", "It printed {ran}`0.0000 <rates: rate 0.5:>`."),
        Choice("1.25"),
    ]
    assert candidates("SGD: 3\nAdam: 1\nAdam\n", "a")[1].text == "Adam"


@pytest.mark.parametrize("output", ["", "0.5\n", "a: 1\nb: 2\nc\n", "step 1: 2\nstep 2: 1\n"])
def test_there_are_none_where_it_names_no_line(output: str) -> None:
    assert candidates(output, "a") == []


def test_other_lines_stand_for_neighbours_where_there_are_none() -> None:
    output = "a\nb\nc\nd\nc\ne\n"
    assert [choice.text for choice in predicted(output, [])] == ["b", "c", "d", "e"]
    assert predicted(output, [("f", "Why.")]) == [Choice("f", "Why."), Choice("e")]
    assert neighbour("rate 0.5 instead of 0.1", "2.0", "n") == (
        "With rate 0.5 instead of 0.1 it would print {ran}`2.0 <n: rate 0.5 instead of 0.1:>`."
    )
    assert "{ran}`nan <n: rate 2:>`" in neighbour("rate 2", "nan", "n")


def test_a_question_marks_the_last_line() -> None:
    asks = "Which?\n:kind: model-choice\n:evidence: rates"
    text = question("a-rates", ":level: easy", asks, candidates(RATES, "rates"), "0.5")
    assert text.startswith(
        ":::::{question} Which?\n:name: a-rates\n:kind: model-choice\n:evidence: rates\n"
        ":level: easy\n\n:::{todo}\n"
    )
    assert "\n- [x] `0.5`\n  It printed {ran}`0.0000 <rates: rate 0.5:>`.\n- [ ] `1.25`\n" in text
    assert text.count(":::{todo}") == 4
    assert text.endswith("\n::::\n:::::\n")


def test_a_task_has_the_gaps_that_are_marked() -> None:
    program, task = blank(GAPS, "a-step", ":level: easy", "../blank_step.py")
    assert program == (
        '"""Step. Run it: nox -s run -- examples/a/step.py"""\n\nweight = 1.0\n'
        "for _ in range(3):\n    weight -= __1__\nprint(__2__)\n"
    )
    assert ":program: ../blank_step.py\n:check: 0.3 < weight < 1\n" in task
    assert "`__1__` is to be filled in.\n\n- [x] `0.25 * weight`\n- [ ] `weight`\n" in task
    assert "\n- [x] `weight`\n- [ ] `-weight`\n" in task


def test_wrong_code_is_made_where_none_is_given() -> None:
    _, task = blank(GAPS.replace(" | weight", ""), "a-step", ":level: easy", "b.py")
    assert "- [x] `0.25 * weight`\n- [ ] `0.5 * weight`\n- [ ] `-(0.25 * weight)`\n" in task


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("# check: 0.3 < weight < 1\n", "", "mark what a reader is to choose with # gap:"),
        ("# gap", "# here", "mark what a reader is to choose with # gap:"),
        ("gap: 0.25 *", "gap: 0.35 *", "line 5 is marked with '0.35 * weight', which it does not"),
    ],
)
def test_what_a_task_needs(old: str, new: str, message: str) -> None:
    with pytest.raises(DraftError, match=message.replace("*", r"\*")):
        blank(GAPS.replace(old, new), "a", ":level: easy", "b.py")


def test_a_card_for_each_line_that_says_what_its_number_is() -> None:
    text = cards("loss: 0.50\nstep 1: 3\nstep 2: 4\n17\nsame 1\nsame 2\n", "facts")
    assert ":::{flashcard} loss?\n:evidence: facts\n{ran}`0.50 <facts: loss:>`\n:::\n" in text
    assert ":::{flashcard} step 2?\n:evidence: facts\n{ran}`4 <facts: step 2:>`\n:::\n" in text
    assert text.count("{flashcard}") == 3
    assert text.startswith(":::{todo}\n")
    with pytest.raises(DraftError, match="no line of the program says in words"):
        cards("17\n", "facts")
