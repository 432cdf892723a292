"""Numbers in prose, the blocks they stand in, and the lines that they are of."""

import pytest

from trueloss.seeds.claims import Place, blocks, claims_of, place_of

PAGE = """\
# A title

A paragraph
of two lines.

- an item

- another
  that goes on

:::{hint}
In a hint.
:::
| a | table |
|---|---|
| of | rows |
"""


def test_blocks():
    assert [(block.line, block.text) for block in blocks(PAGE)] == [
        (1, "# A title"),
        (3, "A paragraph\nof two lines."),
        (6, "- an item\n\n- another\n  that goes on"),
        (12, "In a hint."),
        (14, "| a | table |\n|---|---|\n| of | rows |"),
    ]


@pytest.mark.parametrize(
    ("text", "says_so"),
    [
        ("In this run it is 3.", True),
        ("All of this is from one start.", True),
        ("Here, with this seed, it is 3:\n\n- an item", True),
        ("These twenty starts end there.", True),
        ("Tried in one train/test split.", True),
        ("Which is ahead changes with the seed.", True),
        ("It is 3.", False),
        ("Each run begins anew.", False),
    ],
)
def test_a_text_says_that_it_tells_of_one_run(text: str, says_so: bool):
    assert list(blocks(text))[-1].one_run == says_so


PRINTED = "rate 0.01: loss 0.5\n\nrate 0.05: loss 0.493\nrate 0.1: loss 0.5 after 0.5 s\n"


@pytest.mark.parametrize(
    ("value", "said", "place"),
    [
        ("0.493", "", Place("rates", 2, 2)),
        ("0.5", "at 0.1 it is", Place("rates", 3, 2)),
        ("0.5", "at 0.01 it is", Place("rates", 1, 2)),
        ("7", "", None),
    ],
)
def test_where_a_number_stands(value: str, said: str, place: Place | None):
    assert place_of(value, "rates", PRINTED, said) == place


def test_claims_of_a_block():
    (block,) = blocks("At 0.1\nit is {ran}`0.5 <rates>`, {ran}`3 <none>`, {ran}`nan <rates>`.")
    (claim,) = claims_of(block, {"rates": PRINTED})
    assert (claim.line, claim.value, claim.place) == (2, "0.5", Place("rates", 3, 2))


def test_words_after_a_label_lead_to_the_line():
    (block,) = blocks("At 0.01 it is not {ran}`0.5 <rates: rate 0.1: loss>`.")
    (claim,) = claims_of(block, {"rates": PRINTED})
    assert (claim.role, claim.place) == ("0.5 <rates: rate 0.1: loss>", Place("rates", 3, 2))
    (block,) = blocks("At a rate of 0.01 the loss takes {ran}`0.5 <rates: rate 0.1: after>` s.")
    (claim,) = claims_of(block, {"rates": PRINTED})
    assert claim.place == Place("rates", 3, 3)


def test_words_may_begin_as_the_lines_of_a_task_do():
    """What a task printed stands after ``>``."""
    (block,) = blocks("Both are {ran}`0.41 <mean: > by hand 0.41, by Keras>`.")
    (claim,) = claims_of(block, {"mean": "> by hand 0.41, by Keras 0.41"})
    assert claim.role == "0.41 <mean: > by hand 0.41, by Keras>"


@pytest.mark.parametrize("value", ["0.5", "+0.5"])
def test_a_text_may_leave_out_the_plus_of_an_output(value: str):
    (block,) = blocks(f"The bias is {{ran}}`{value} <bias>`.")
    (claim,) = claims_of(block, {"bias": "weight -0.5\nbias +0.5"})
    assert claim.place == Place("bias", 2, 1)
