"""Which cell a text rests on, and the words of a line."""

from trueloss.seeds.cited import cell_above, own_words, stems_of, without_options
from trueloss.seeds.claims import blocks

PAGE = ":::{question} Which?\n:evidence: first\nSo it is.\n\n- [x] A tree\n  It asks.\n:::\n"


def test_the_cell_that_is_named_last():
    assert [cell_above(PAGE, block) for block in blocks(PAGE)] == ["first", "first"]
    (block,) = blocks("Nothing is named.")
    assert cell_above("Nothing is named.", block) is None


def test_what_is_said_besides_options():
    options = list(blocks(PAGE))[-1].text
    assert without_options(options).strip() == "It asks."


def test_words_without_endings():
    assert stems_of("Keeping the trees in {ran}`3 <cell>` orders") == {"keep", "tre", "order"}
    assert own_words("loss shuffled: 3", ["loss in order: 2"]) == {"shuffl"}
