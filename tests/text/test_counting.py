"""Words that several messages need."""

from trueloss.text.counting import counted


def test_one_thing_has_no_s():
    assert [counted(number, "run") for number in range(3)] == ["0 runs", "1 run", "2 runs"]
