"""A test draws ten questions of its pool, and says how a reader does on each level."""

from collections import Counter
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import answer
from tests.browser.lesson import LEVELS, SIGNS

Visit = Callable[..., Page]

POOL = [{"key": f"{tier}-{sign}", "tier": tier} for sign in SIGNS for tier in LEVELS]


def drawn(page: Page) -> list[str]:
    """Return the names of the questions that are asked, in their order."""
    titles = page.locator("tl-question:visible .tl-question-title").all_inner_texts()
    return [title.removeprefix("What about ").removesuffix("?") for title in titles]


def level_of(name: str) -> str:
    return name.partition("-")[0]


def verdicts(page: Page) -> Locator:
    return page.locator("tl-levels").get_by_role("listitem")


def test_ten_are_drawn_evenly(visit: Visit) -> None:
    names = drawn(visit("test"))
    assert len(names) == 10
    assert sorted(Counter(map(level_of, names)).values()) == [3, 3, 4]


def test_a_reload_asks_the_same(visit: Visit) -> None:
    page = visit("test")
    before = drawn(page)
    page.reload()
    assert drawn(page) == before


@pytest.mark.parametrize("button", ["Draw again", "Start over"])
@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_another_draw_asks_others(visit: Visit, by: str, button: str) -> None:
    page = visit("test", width=360)
    before = drawn(page)
    answer(page, before[0])
    again = page.get_by_role("button", name=button)
    if by == "mouse":
        again.click()
    else:
        again.focus()
        page.keyboard.press("Enter")
    after = drawn(page)
    assert len(after) == 10
    assert after != before
    assert {name for name in POOL_NAMES if name not in before} <= set(after)
    expect(page.locator("tl-draw").get_by_role("status")).to_have_text(
        "10 questions are drawn anew."
    )
    expect(page.locator("tl-set")).to_contain_text("0 of 10 answered")


def test_starting_over_leads_to_the_first_of_the_new_draw(visit: Visit) -> None:
    page = visit("test")
    answer(page, drawn(page)[0])
    page.get_by_role("button", name="Start over").click()
    expect(page.get_by_role("heading", name=f"What about {drawn(page)[0]}?")).to_be_focused()


POOL_NAMES = [candidate["key"] for candidate in POOL]


def test_each_level_gets_its_verdict_and_the_modes_to_go_back_to(visit: Visit) -> None:
    page = visit("test")
    names = drawn(page)
    easy, medium, hard = ([n for n in names if level_of(n) == level] for level in LEVELS)
    for name in [*easy, *medium[:-1]]:
        answer(page, name)
    expect(verdicts(page)).to_have_count(0)
    for name in [*medium[-1:], *hard]:
        answer(page, name, "falls").get_by_role("button", name="Show the answer").click()
    expect(verdicts(page).nth(0)).to_contain_text("You know this level.")
    expect(verdicts(page).nth(2)).to_contain_text("Read once more: Learn, Why.")
    weak = verdicts(page).nth(2).get_by_role("link")
    assert weak.all_inner_texts() == ["Learn", "Why"]
    if len(medium) == 3:
        expect(verdicts(page).nth(1)).to_contain_text(
            "Medium: 2 of 3. Practise with: Deep dive, Challenge."
        )
        growing = verdicts(page).nth(1).get_by_role("link")
        assert growing.all_inner_texts() == ["Deep dive", "Challenge"]
    weak.first.click()
    expect(page.get_by_role("heading", name="Small steps & large ones")).to_be_visible()


def test_an_answer_with_help_is_no_strength(visit: Visit) -> None:
    page = visit("test")
    for name in drawn(page):
        heading = page.get_by_role("heading", name=f"What about {name}?", exact=True)
        asked = page.locator("tl-question").filter(has=heading)
        asked.get_by_text("Hint", exact=True).click()
        expect(asked.get_by_text(f"A hint about {name}.")).to_be_visible()
        answer(page, name)
    expect(verdicts(page).nth(0)).to_contain_text("Easy: 0 of 3. Read once more:")


def test_a_link_to_a_question_outside_the_draw_shows_it(visit: Visit) -> None:
    page = visit("test")
    left_out = next(name for name in POOL_NAMES if name not in drawn(page))
    page.goto(f"{page.url}#about-{left_out}")
    assert left_out in drawn(page)


def test_without_scripts_the_whole_pool_reads(visit: Visit) -> None:
    page = visit("test", java_script_enabled=False)
    assert len(drawn(page)) == len(POOL)
    expect(page.get_by_text("All 18 questions of the pool.")).to_be_visible()
    expect(page.get_by_role("button", name="Draw again")).to_have_count(0)


#: A random source that a seed decides, for the functions in the page.
RANDOM = "let s = seed; const random = () => (s = (s * 16807) % 2147483647) / 2147483647;"
DRAW = (
    "([pool, count, seed, last]) => "
    f"{{ {RANDOM} return TrueLossDraw.draw(pool, count, random, last); }}"
)


def tiers(*sizes: int) -> list[dict[str, str]]:
    pairs = zip(LEVELS, sizes, strict=True)
    return [{"key": f"{tier}-{n}", "tier": tier} for tier, size in pairs for n in range(size)]


@pytest.mark.parametrize(
    ("sizes", "count", "expected"),
    [
        ((5, 5, 5), 10, [3, 3, 4]),
        ((6, 6, 6), 9, [3, 3, 3]),
        ((1, 9, 9), 10, [1, 4, 5]),
        ((0, 9, 9), 10, [5, 5]),
        ((2, 2, 2), 10, [2, 2, 2]),
        ((5, 5, 5), 0, []),
    ],
)
def test_a_draw_is_even_where_the_pool_allows_it(
    visit: Visit, sizes: tuple[int, ...], count: int, expected: list[int]
) -> None:
    page = visit("test")
    for seed in range(1, 20):
        keys = page.evaluate(DRAW, [tiers(*sizes), count, seed, []])
        assert len(set(keys)) == len(keys)
        assert sorted(Counter(map(level_of, keys)).values()) == expected


def test_every_question_and_every_share_comes_up_as_often(visit: Visit) -> None:
    page = visit("test")
    draws = [page.evaluate(DRAW, [POOL, 10, seed * 7919, []]) for seed in range(1, 401)]
    times = Counter(key for keys in draws for key in keys)
    # 400 draws of 10 out of 18: 222 times each, give or take five standard deviations.
    assert all(172 <= times[key] <= 272 for key in POOL_NAMES)
    four = Counter(
        max(Counter(map(level_of, keys)).items(), key=lambda n: n[1])[0] for keys in draws
    )
    assert all(86 <= four[tier] <= 180 for tier in LEVELS)


def test_what_was_left_out_comes_first_the_next_time(visit: Visit) -> None:
    page = visit("test")
    first = page.evaluate(DRAW, [POOL, 10, 1, []])
    second = page.evaluate(DRAW, [POOL, 10, 2, first])
    assert set(POOL_NAMES) - set(first) <= set(second)
