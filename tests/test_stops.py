"""Priorities follow from the place in the list."""

from docutils.transforms.references import AnonymousHyperlinks

from trueloss.lessons.prose.glossary import RewriteMeanings, show_meanings
from trueloss.stops import TRANSFORMS, Stop, Theirs, name_of, once


def first() -> None:
    pass


def then() -> None:
    pass


def last() -> None:
    pass


def priorities(event: str, *stops: Stop | Theirs) -> list[int]:
    return [priority for _, priority in once(event, "", *stops).ours()]


def test_where_nothing_of_others_matters_every_priority_is_the_usual_one() -> None:
    assert priorities("source-read", Stop(first, ""), Stop(then, "")) == [500, 500]


def test_what_stands_above_a_stop_of_others_comes_before_it_and_the_rest_after_it() -> None:
    stops = Stop(first, ""), Theirs(then, ""), Stop(last, "")
    assert priorities("source-read", *stops) == [499, 501]


def test_a_transform_of_others_brings_its_own_priority() -> None:
    their = AnonymousHyperlinks.default_priority
    assert their is not None
    stops = Stop(first, ""), Theirs(AnonymousHyperlinks, ""), Stop(last, "")
    assert priorities(TRANSFORMS, *stops) == [their - 1, their + 1]


def test_a_stop_is_named_by_its_module_also_where_it_inherits_what_it_does() -> None:
    assert name_of(show_meanings) == "glossary.show_meanings"
    assert name_of(RewriteMeanings().note) == "glossary.RewriteMeanings.note"
