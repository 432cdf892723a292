"""Numbers tied to the lines of their cells: by words, by their sentence, or by nothing."""

import pytest

from trueloss.pages.labelled_cells import Cell
from trueloss.pages.ran_numbers import read_ran
from trueloss.truth.number_lines import line_diagnostics, loose_in_lines

PRINTED = "rate 0.05: loss 0.597\nrate 0.1: loss 0.493 in 20 of 20\nrate 0.5: loss nan\n"
CELLS = {
    "rates": Cell("rates", "", PRINTED, ran=True),
    "one": Cell("one", "", "loss 0.597", ran=True),
    "choices": Cell("choices", "", "-\n  > -1\n+\n  > 7\n", ran=True),
    "signs": Cell("signs", "", "-\n  > sum: -1\n+\n  > sum: 7\n/\n  > raised 2\n", ran=True),
    "failed": Cell("failed", "", PRINTED, ran=False),
}
AT_LOW = "At a rate of 0.05 the loss ends at ."


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("0.597 <rates: rate 0.05>", ""),
        ("0.493 <rates: rate 0.1 loss>", AT_LOW),
        ("0.597 <rates>", AT_LOW),
        ("59.7% <one>", ""),
        ("0.597 <one>", ""),
        ("nan <rates>", ""),
        ("loss <rates>", ""),
        ("20 of 20 <rates: rate 0.1 in>", ""),
        ("0.7 <rates>", "what another rule says"),
        ("0.597 <failed>", ""),
        ("7 <choices>", ""),
        ("7 <signs>", "The sum is ."),
        ("0.597 <nowhere>", ""),
        ("0.597", ""),
    ],
)
def test_tied(role: str, said: str) -> None:
    assert list(loose_in_lines([read_ran(role, 1, said)], CELLS)) == []


LOW, HIGH = "'rate 0.05: loss 0.597'", "'rate 0.1: loss 0.493 in 20 of 20'"


@pytest.mark.parametrize(
    ("role", "said", "message"),
    [
        (
            "0.493 <rates>",
            AT_LOW,
            f"the words of the sentence lead to 0.597 in {LOW}, and 0.493 stands in the line "
            f"{HIGH}; write {{ran}}`0.493 <rates: rate 0.1>`, or let `nox -s check -- --fill` "
            "write it",
        ),
        (
            "0.597 <rates>",
            "It ends there.",
            f"0.597 stands in the line {LOW}, one of several numbers of the cell 'rates'; write "
            "{ran}`0.597 <rates: rate 0.05>`, or let `nox -s check -- --fill` write it",
        ),
        (
            "0.493 <rates: rate 0.05>",
            "",
            f"the words 'rate 0.05' lead to 0.597 in {LOW}, and 0.493 stands in the line {HIGH}; "
            "write {ran}`0.493 <rates: rate 0.1>`, or the number that is meant",
        ),
        (
            "0.493 <rates: loss>",
            "",
            f"the words 'loss' lead to 0.597 in {LOW}, and 0.493 stands in the line {HIGH}; "
            "write {ran}`0.493 <rates: rate 0.1>`, or the number that is meant",
        ),
        (
            "0.493 <rates: momentum>",
            "",
            "the words 'momentum' lead to no number of the cell 'rates', and 0.493 stands in the "
            f"line {HIGH}; write {{ran}}`0.493 <rates: rate 0.1>`, or the number that is meant",
        ),
        (
            "7 <signs>",
            "It raised .",
            "the words of the sentence lead to 2 in '> raised 2', and 7 stands in the line "
            "'> sum: 7'; write {ran}`7 <signs: the first words of its line>`, or the number that "
            "is meant",
        ),
    ],
)
def test_of_another_line(role: str, said: str, message: str) -> None:
    (diagnostic,) = line_diagnostics([read_ran(role, 3, said)], CELLS)
    assert (diagnostic.line, diagnostic.message) == (3, message)
