"""Charts as a reader meets them: by mouse, by keyboard, in words, without scripts."""

import json
import math
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import complaints_of
from tests.conftest import Site
from trueloss.lessons.charts.digits import packed, printed

TRACE = """\
runs = {}
for rate in [0.01, 0.1, 0.6]:
    weight = 0.0
    runs[rate] = {"step": [], "loss": [], "weight": []}
    for step in range(20):
        loss = (2 * weight - 6) ** 2
        runs[rate]["step"].append(step)
        runs[rate]["loss"].append(loss if step < 17 or rate < 0.6 else float("nan"))
        runs[rate]["weight"].append(weight)
        weight -= rate * 4 * (2 * weight - 6)
runs
"""
SWEEP = """\
runs = {}
for optimizer in ["SGD", "momentum", "signs"]:
    for number in range(20):
        rate = round(0.01 * (number + 1), 2)
        weight, velocity, losses = 0.0, 0.0, []
        for step in range(200):
            gradient = 4 * (2 * weight - 6)
            losses.append((2 * weight - 6) ** 2)
            velocity = 0.9 * velocity + gradient
            moves = {"SGD": gradient, "momentum": velocity, "signs": gradient > 0}
            weight -= rate * moves[optimizer]
        runs[optimizer, rate] = {"loss": losses}
runs
"""
LANDSCAPE = """\
weights = [place / 4 - 1 for place in range(25)]
biases = [place / 4 - 3 for place in range(33)]
points = [(1.0, 3.0), (2.0, 5.0), (3.0, 7.0)]


def loss(weight, bias):
    return sum((weight * x + bias - y) ** 2 for x, y in points) / 3


path = {"weight": [], "bias": [], "loss": []}
weight, bias = 0.0, 0.0
for step in range(30):
    for name, value in zip(path, (weight, bias, loss(weight, bias))):
        path[name].append(value)
    errors = [weight * x + bias - y for x, y in points]
    weight -= 0.05 * sum(2 * error * x for error, (x, _) in zip(errors, points)) / 3
    bias -= 0.05 * sum(2 * error for error in errors) / 3
surface = [[loss(weight, bias) for weight in weights] for bias in biases]
{"weight": weights, "bias": biases, "loss": surface, "paths": {"gradient descent": path}}
"""
SPREAD = """\
import random

draw = random.Random(1)
{"loss": [(draw.uniform(-1.7, 1.7) - 2) ** 2 for seed in range(300)]}
"""
DATAWAY = """\
[
    {"layer": "input", "shape": (1, 4), "sample": [0.2, -1.0, 0.5, 3.0], "weights": 0},
    {"layer": "dense", "shape": (1, 16), "sample": [n / 7 - 1 for n in range(16)], "weights": 80},
    {"layer": "output", "shape": (1, 1), "sample": [0.731], "weights": 17},
]
"""
FIGURE = """\
import matplotlib.pyplot as plt

plt.plot([4, 1, 0.25]);
"""


def cell(source: str, **options: str) -> str:
    lines = "".join(f":{name}: {value}\n" for name, value in options.items())
    return f"```{{code-cell}}\n{lines}{source}```\n\n"


NAMES = ("loss", "weight")
PAGE = (
    "# Charts\n\n"
    + cell(
        TRACE,
        title="Three learning rates",
        trace="{x: step, y: [loss, weight], by: learning rate, log: [loss]}",
    )
    + cell(
        SWEEP,
        title="Sixty runs",
        sweep="{y: loss, by: [optimizer, learning rate], range: {loss: [0, 40]}}",
    )
    + cell(
        LANDSCAPE,
        title="A path to the valley",
        landscape="{x: weight, y: bias, z: loss, log: [loss]}",
    )
    + cell(
        SPREAD,
        title="Three hundred first losses",
        spread='{value: loss, within: [3.5, 4.5], guess: "How often is it within 0.5 of 4?"}',
    )
    + cell(DATAWAY, title="The way of one picture", dataway="{}")
    + cell(FIGURE, alt="The loss falls to a sixteenth in two steps")
)


def value_of(source: str) -> Any:
    """Run a cell again, here, and return the value it ends in."""
    *lines, last = source.rstrip("\n").split("\n")
    names: dict[str, Any] = {}
    if last == "]":
        return eval(source)
    exec("\n".join(lines), names)
    return eval(last, names)


@pytest.fixture(scope="session")
def charts(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a page with every kind of chart, on the disk."""
    site = Site(tmp_path_factory.mktemp("charts"))
    site.write({"docs/index.md": PAGE})
    assert site.build().warnings == []
    return (site.html / "index.html").as_uri()


@pytest.fixture
def page(browser: Browser, charts: str) -> Iterator[Page]:
    """The page, open on a narrow screen; a complaint on its console fails the test."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    opened = context.new_page()
    complaints = complaints_of(opened)
    opened.goto(charts)
    yield opened
    context.close()
    assert complaints == []


def chart(page: Page, title: str) -> Locator:
    return page.get_by_role("figure", name=title)


def trace(page: Page) -> Locator:
    return chart(page, "Three learning rates")


def sweep(page: Page) -> Locator:
    return chart(page, "Sixty runs")


def scrub(one: Locator) -> Locator:
    return one.get_by_role("slider", name="step")


def rows(table: Locator) -> list[list[str]]:
    texts: list[list[str]] = table.evaluate(
        "table => [...table.querySelectorAll('tbody tr')]"
        ".map(row => [...row.cells].map(cell => cell.textContent))"
    )
    return texts


def test_the_page_does_not_scroll_sideways(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_numbers_are_written_alike_in_python_and_in_the_browser(page: Page) -> None:
    values = [0.0, -0.0, 1e-7, 0.00001234567, 4.0, -2.5, 123456.7, 1e6, 1e300, 5e-324]
    values += [sign * 1.2345678 * 10.0**power for sign in (1, -1) for power in range(-12, 12)]
    values += [math.nan, math.inf, -math.inf]
    near = [value for value in values if not math.isfinite(value) or 1e-3 < abs(value) < 1e6]
    for numbers in (values, near):
        written = page.evaluate(
            "text => TrueLossChart.unpack(text).map(TrueLossChart.printed)", packed(numbers)
        )
        assert written == [printed(value) for value in numbers]


def test_every_value_of_a_trace_is_the_one_that_ran(page: Page) -> None:
    runs = value_of(TRACE)
    trace(page).get_by_text("Every step of what is shown, as a table").click()
    table = rows(trace(page).locator(".tl-chart-steps"))
    assert table == [
        [str(step)] + [printed(run[name][step]) for run in runs.values() for name in NAMES]
        for step in range(20)
    ]
    for step in (19, 18, 16, 0):
        scrub(trace(page)).fill(str(step))
        readout = rows(trace(page).locator(".tl-readout"))
        assert readout == [
            [
                f"learning rate {printed(rate)}",
                printed(run["loss"][step]),
                printed(run["weight"][step]),
            ]
            for rate, run in runs.items()
        ]


def test_every_value_of_every_run_of_a_sweep_is_the_one_that_ran(page: Page) -> None:
    runs = value_of(SWEEP)
    sweep(page).get_by_text("Every step of what is shown, as a table").click()
    for place, ((optimizer, rate), run) in enumerate(runs.items()):
        if place % 7:
            continue
        sweep(page).get_by_label("optimizer").select_option(optimizer)
        sweep(page).get_by_role("slider", name="learning rate").fill(str(place % 20))
        expect(sweep(page)).to_contain_text(f"Shown: {optimizer}, learning rate {rate}.")
        # The table follows when the hand rests; its fourth loss is another in each run.
        fourth = sweep(page).locator(".tl-chart-steps tbody tr").nth(3).locator("td")
        expect(fourth).to_have_text(printed(run["loss"][3]))
        table = rows(sweep(page).locator(".tl-chart-steps"))
        assert table == [[str(step), printed(run["loss"][step])] for step in range(200)]


def test_the_summary_rows_are_the_runs(page: Page) -> None:
    sweep(page).get_by_text("Each run at a glance").click()
    table = rows(sweep(page).locator(".tl-chart-runs"))
    runs = value_of(SWEEP)
    assert [row[:4] for row in table] == [
        [optimizer, printed(rate), printed(run["loss"][0]), printed(run["loss"][-1])]
        for (optimizer, rate), run in runs.items()
    ]


def test_divergence_is_said_in_words(page: Page) -> None:
    expect(trace(page)).to_contain_text("diverged at step 17 (not a number)")


def test_the_keyboard_alone_steps_and_plays(page: Page) -> None:
    back = trace(page).get_by_role("button", name="One step back")
    back.focus()
    page.keyboard.press("Enter")
    expect(scrub(trace(page))).to_have_value("18")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowLeft")
    expect(scrub(trace(page))).to_have_value("17")
    expect(scrub(trace(page))).to_have_attribute(
        "aria-valuetext", re.compile(r"^step 17\. learning rate 0\.01: loss .*not a number")
    )
    page.keyboard.press("Home")
    expect(trace(page).locator(".tl-readout .tl-at")).to_have_text("0")
    trace(page).get_by_role("button", name="Play").focus()
    page.keyboard.press("Space")
    expect(trace(page).get_by_role("button", name="Pause")).to_be_visible()
    expect(scrub(trace(page))).not_to_have_value("0")
    page.keyboard.press("Space")
    expect(trace(page).get_by_role("button", name="Play")).to_be_visible()


def test_a_pointer_on_the_drawing_chooses_a_step(page: Page) -> None:
    drawing = trace(page).get_by_role("img")
    drawing.scroll_into_view_if_needed()
    box = drawing.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] * 66 / 640, box["y"] + box["height"] / 2)
    expect(scrub(trace(page))).to_have_value("0")


def test_an_axis_becomes_linear_and_logarithmic_again(page: Page) -> None:
    box = trace(page).get_by_role("checkbox", name="logarithmic axis")
    expect(box).to_be_checked()
    line = trace(page).locator(".tl-lines path").first
    before = line.get_attribute("d")
    box.uncheck()
    assert line.get_attribute("d") != before
    expect(trace(page).locator(".tl-log-axis")).to_be_hidden()
    box.check()
    assert line.get_attribute("d") == before


def test_lines_of_the_script_are_those_of_the_build(browser: Browser, charts: str) -> None:
    lines = []
    for scripts in (False, True):
        context = browser.new_context(java_script_enabled=scripts)
        page = context.new_page()
        page.goto(charts)
        shown = page.locator(".tl-lines path.tl-line:not(.tl-whole)").all()
        lines.append([line.get_attribute("d") for line in shown])
        context.close()
    assert len(lines[0]) == len(lines[1]) == 3 + 3 + 1 + 1
    for built, moved in zip(*map(numbers_of, lines), strict=True):
        assert moved == pytest.approx(built, abs=0.11)


def numbers_of(paths: list[str | None]) -> list[list[float]]:
    return [list(map(float, re.findall(r"-?\d+\.\d", path or ""))) for path in paths]


def test_a_slider_of_a_sweep_stops_at_runs_alone(page: Page) -> None:
    slider = sweep(page).get_by_role("slider", name="learning rate")
    assert [slider.get_attribute(name) for name in ("min", "max", "step")] == ["0", "19", None]
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(sweep(page)).to_contain_text("Shown: SGD, learning rate 0.02.")
    expect(slider).to_have_attribute("aria-valuetext", "0.02")


def test_the_path_over_a_landscape_goes_step_by_step(page: Page) -> None:
    valley = chart(page, "A path to the valley")
    path = value_of(LANDSCAPE)["paths"]["gradient descent"]
    for step in (29, 3, 0):
        scrub(valley).fill(str(step))
        (row,) = rows(valley.locator(".tl-readout"))
        assert row[1:] == [printed(path[name][step]) for name in ("weight", "bias", "loss")]


def test_a_spread_waits_for_a_guess_and_marks_it(page: Page) -> None:
    spread = chart(page, "Three hundred first losses")
    inside = sum(3.5 <= loss <= 4.5 for loss in value_of(SPREAD)["loss"])
    text = f"{inside} of 300 runs lie between 3.5 and 4.5: {inside / 3:.1f}%."
    expect(spread.get_by_role("img")).to_be_hidden()
    spread.get_by_label("How often is it within 0.5 of 4?").fill("40")
    page.keyboard.press("Enter")
    expect(spread.get_by_role("status")).to_have_text(f"You said 40%. {text}")
    expect(spread.get_by_role("img")).to_be_visible()
    expect(spread.locator(".tl-share").get_by_text("your guess")).to_be_visible()


def test_a_spread_shows_without_a_guess(page: Page) -> None:
    spread = chart(page, "Three hundred first losses")
    spread.get_by_role("button", name="Show without a guess").click()
    expect(spread.get_by_role("img")).to_be_visible()


def test_the_way_through_a_model_is_a_table(page: Page) -> None:
    table = page.get_by_role("table", name="The way of one picture")
    row = table.get_by_role("row").filter(has=page.get_by_role("rowheader", name="input"))
    assert row.get_by_role("cell").all_inner_texts()[:2] == ["(1, 4)", "0"]
    values = row.get_by_role("listitem").all_inner_texts()
    assert values == [printed(value) for value in (0.2, -1.0, 0.5, 3.0)]
    expect(table.get_by_text("and 4 more")).to_be_visible()


def test_a_figure_has_its_text(page: Page) -> None:
    figure = page.get_by_role("img", name="The loss falls to a sixteenth in two steps")
    assert (figure.get_attribute("src") or "").endswith(".svg")


def test_without_scripts_pictures_and_words_stay(browser: Browser, charts: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(charts)
    expect(page.get_by_role("slider")).to_have_count(0)
    expect(page.get_by_role("button", name="Play")).to_have_count(0)
    for title in ("Three learning rates", "Sixty runs", "Three hundred first losses"):
        expect(chart(page, title).get_by_role("img", name=title)).to_be_visible()
        expect(chart(page, title).locator(".tl-chart-summary")).to_be_visible()
    sweep(page).get_by_text("Each run at a glance").click()
    expect(sweep(page).get_by_role("cell", name="outside the picture").first).to_be_visible()
    context.close()


def test_on_paper_pictures_and_words_stay(page: Page) -> None:
    spread = chart(page, "Three hundred first losses")
    page.emulate_media(media="print")
    for title in ("Three learning rates", "Sixty runs", "Three hundred first losses"):
        expect(chart(page, title).get_by_role("img", name=title)).to_be_visible()
        expect(chart(page, title).locator(".tl-chart-summary")).to_be_visible()
    expect(page.locator("article :is(button, input, select):visible")).to_have_count(0)
    expect(spread.get_by_text("How often is it within 0.5 of 4?")).to_be_hidden()
    expect(spread.get_by_text("the runs", exact=True)).to_be_hidden()


def test_on_paper_a_guess_stands_beside_what_the_runs_gave(page: Page) -> None:
    spread = chart(page, "Three hundred first losses")
    spread.get_by_label("How often is it within 0.5 of 4?").fill("40")
    page.keyboard.press("Enter")
    page.emulate_media(media="print")
    expect(spread.get_by_text("How often is it within 0.5 of 4?")).to_be_visible()
    expect(spread.get_by_role("status")).to_contain_text("You said 40%.")
    expect(spread.get_by_text("your guess")).to_be_visible()
    expect(spread.get_by_role("spinbutton")).to_be_hidden()
    expect(spread.get_by_role("img")).to_be_visible()


def test_a_change_of_run_is_drawn_within_a_frame_of_a_slow_phone(page: Page) -> None:
    """Four times slowed; a step of play and a change of the run, script alone, in ms."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    times = page.evaluate(
        """() => {
          const chart = [...document.querySelectorAll("tl-player")].find((one) => one.facts.grid);
          const slider = chart.querySelector(".tl-setting input");
          const took = [];
          for (let change = 0; change < 60; change++) {
            const start = performance.now();
            slider.value = String((change + 1) % 20);
            slider.dispatchEvent(new Event("input", { bubbles: true }));
            took.push(performance.now() - start);
          }
          return took;
        }"""
    )
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    middle = sorted(times)[len(times) // 2]
    print(json.dumps({"median ms": round(middle, 1), "longest ms": round(max(times), 1)}))
    assert middle <= 16
