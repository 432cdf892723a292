"""Slugs, and titles that make none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trueloss.lessons.course.lesson_names import LONGEST_SLUG, slug_of, title_problem
from trueloss.text.slugs import SLUG


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Learning-rate schedules", "learning-rate-schedules"),
        ("What is a loss?", "what-is-a-loss"),
        ("  Adam & friends  ", "adam-friends"),
        ("Naïve Bayes", "naive-bayes"),
        ("Lernraten: Übersicht", "lernraten-ubersicht"),
        ("L2 norm", "l2-norm"),
        ("../../etc", "etc"),
        ("勉強", ""),
        ("?!", ""),
    ],
)
def test_slug(title: str, slug: str) -> None:
    assert slug_of(title) == slug


@given(st.text())
def test_a_slug_is_a_slug_or_nothing(title: str) -> None:
    slug = slug_of(title)
    assert slug == "" or SLUG.fullmatch(slug)


@pytest.mark.parametrize(
    ("title", "problem"),
    [
        ("", "has no name"),
        ("   ", "has no name"),
        ("勉強", "no letter from a to z"),
        ("?", "no letter from a to z"),
        ("# Heading", "becomes a heading"),
        ("`code`", "becomes a heading"),
        ("{ran}", "becomes a heading"),
        ("snake_case", "becomes a heading"),
        ("Dropout of 0.5", "no run settles"),
        ("a" * (LONGEST_SLUG + 1), f"{LONGEST_SLUG} are the most"),
    ],
)
def test_a_title_that_names_no_lesson(title: str, problem: str) -> None:
    assert problem in str(title_problem(title))


@pytest.mark.parametrize("title", ["Adam", "What is a loss?", "Naïve Bayes", "L1 & L2 (norms)"])
def test_a_title_that_names_one(title: str) -> None:
    assert title_problem(title) is None
