"""The numbers of an output, the words that lead to them, and those that a sentence names."""

import pytest

from trueloss.truth.number_places import in_lines, led_to, named_in, path_to, places_in

LINES = """\
first rate 0.05: mean 0.597, worst 0.7
then rate 0.1: mean 0.493, worst 0.6 after 20 of 20
"""
TABLE = """\
loss after step     0     10   salt potatoes
SGD              12.5  2.450  1.000    1.301
SGD, momentum    12.5  8.330  0.955    5.640
"""
HEADINGS = """\
landscape A
  momentum 0.9: 62 in, 0 out
landscape B
  momentum 0.9: 40 in, 85 out
"""
BEHIND = """\
loss   0.0063  The learning rate is too large
loss   0.1010  The tape forgets
-0.835 -> -0.805  Nothing applies the gradients
"""


@pytest.mark.parametrize(
    ("printed", "words", "numbers"),
    [
        (LINES, "first rate 0.05", ["0.597"]),
        (LINES, "First worst", ["0.7"]),
        (LINES, "then mean", ["0.493"]),
        (LINES, "then rate", ["0.1"]),
        (LINES, "then #3", ["0.6"]),
        (LINES, "then after", ["20"]),
        (LINES, "mean", ["0.597", "0.493"]),
        (LINES, "worst mean", []),
        (LINES, "last", []),
        (LINES, "", []),
        (TABLE, "SGD 10", ["2.450"]),
        (TABLE, "SGD potatoes", ["1.301"]),
        (TABLE, "SGD momentum potatoes", ["5.640"]),
        (TABLE, "SGD momentum salt", ["0.955"]),
        (HEADINGS, "landscape A momentum 0.9", ["62"]),
        (HEADINGS, "landscape B in", ["85"]),
        (BEHIND, "loss tape", ["0.1010"]),
        (BEHIND, "Nothing applies", ["-0.835"]),
        ("epoch \N{MINUS SIGN}1.5 [-2. 3.]", "epoch #3", ["3"]),
    ],
)
def test_words_lead_to_the_next_number(printed: str, words: str, numbers: list[str]) -> None:
    assert [place.value for place in led_to(printed, words)] == numbers


@pytest.mark.parametrize("printed", [LINES, TABLE, HEADINGS, BEHIND])
def test_what_is_offered_leads_to_its_number_alone(printed: str) -> None:
    for place in places_in(printed):
        path = path_to(printed, place.value, "")
        if path is not None:
            assert {found.value for found in led_to(printed, path)} == {place.value}
    assert path_to(printed, "77", "") is None


@pytest.mark.parametrize(
    ("printed", "value", "said", "path"),
    [
        (LINES, "0.493", "", "then mean"),
        (TABLE, "5.640", "", "SGD momentum potatoes"),
        (TABLE, "1.301", "", "SGD potatoes"),
        (TABLE, "12.5", "", "SGD"),
        (BEHIND, "0.1010", "", "loss tape"),
        ("a 5\nb 5\nc 6", "5", "the b one", "b"),
        ("x: 3 -> 4", "4", "", "x #2"),
        ("a: 3 of 5\nb: 4 of 5", "4 of 5", "", "b"),
    ],
)
def test_the_path_that_is_offered(printed: str, value: str, said: str, path: str) -> None:
    assert path_to(printed, value, said) == path


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("At first, with a rate of 0.05, the mean is", ["0.597"]),
        ("first, with a rate of 0.05, the mean and the worst are", ["0.597", "0.7"]),
        ("With 0.05 the mean is", []),
        ("It ends at", []),
    ],
)
def test_a_sentence_names_what_it_holds_all_words_of(said: str, numbers: list[str]) -> None:
    assert [place.value for place in named_in(LINES, said)] == numbers


def test_the_lines_in_words() -> None:
    first, *others = places_in(LINES)
    assert in_lines([first]) == "the line 'first rate 0.05: mean 0.597, worst 0.7'"
    assert in_lines([first], values=True) == "0.05 in 'first rate 0.05: mean 0.597, worst 0.7'"
    assert in_lines([first, *others]).endswith("and 1 other")
