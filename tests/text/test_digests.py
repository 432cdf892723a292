"""A digest is the same in every build, and another for another text."""

from trueloss.text.digests import digest_of


def test_a_digest_stays_what_answers_were_kept_under() -> None:
    assert digest_of(["What?", ["a", "b"], 1]) == "b7c33da9"


def test_what_is_said_elsewhere_has_another_digest() -> None:
    said: list[list[object]] = [["ab"], ["a", "b"], ["b", "a"], [["a"], "b"], ["a", 1], ["a", "1"]]
    assert len({digest_of(one) for one in said}) == len(said)
