"""Words that compare two numbers of a sentence, decided by the numbers."""

import pytest

from trueloss.pages.ran_numbers import read_ran
from trueloss.truth.comparisons import comparison_diagnostics, comparisons, turned


def roles(sentence: str) -> str:
    """Write the numbers in braces as roles."""
    return sentence.replace("{", "{ran}`").replace("}", " <a>`").replace("ran <a>`", "ran}")


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("The loss falls from {3} to {1}.", True),
        ("The loss *falls* from {1} to {3}.", False),
        ("The loss has risen, from {1} to {3}.", True),
        ("It brought the loss from {3} down to {1}.", True),
        ("It brought the loss from {3} up to {1}.", False),
        ("It is smaller at a rate of 0.1, {1} against {3}.", True),
        ("It is larger at a rate of 0.1: {1} instead of {3}.", False),
        ("The loss {1} is less than the {3} of Adam.", True),
        ("The loss is better, {1} against {3}.", True),
        ("SGD is better, {70%} against {60%}.", True),
        ("SGD is worse, {70%} against {60%}.", False),
        ("SGD is better, {1} against {3}.", None),
        ("It is no lower, {3} against {1}.", None),
        ("It does not fall from {1} to {3}.", None),
        ("The largest, {1}, comes after {3}.", None),
        ("It falls to {1}. Then it goes from {1} to {3}.", None),
        ("Above all, {1} and {3}.", None),
        ("It falls from {few} to {1}.", None),
    ],
)
def test_decided(sentence: str, holds: bool | None) -> None:
    assert next(comparisons(roles(sentence))).holds is holds


def test_the_words_stand_where_they_are_said_to() -> None:
    sentence = roles("It *falls* from {3} to {1}, and **always** does.")
    found = list(comparisons(sentence))
    assert [each.word for each in found] == ["falls", "always"]
    assert turned(sentence, found[0]) == sentence.replace("falls", "rises")
    assert turned(sentence, found[1]) == sentence.replace("always", "never")


def test_what_does_not_hold_is_told_once_a_sentence() -> None:
    sentence = roles("It rises from {3} to {1}.")
    numbers = [read_ran(text, 7, sentence) for text in ("3 <a>", "1 <a>")]
    (diagnostic,) = comparison_diagnostics(numbers)
    assert (diagnostic.line, diagnostic.message) == (
        7,
        "the sentence says 'rises' of 1 and 3, and it is not so; write 'falls', or mend the "
        "sentence",
    )
