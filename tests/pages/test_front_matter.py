"""What a page may ask for in its front matter."""

import pytest

from trueloss.kernels.limits import LEAST, Limits
from trueloss.pages.front_matter import limits_of


def test_a_page_that_asks_for_nothing_gets_the_defaults():
    assert limits_of({}) == (Limits(), [])


def test_a_page_gets_what_it_asks_for():
    asked = {"cell_seconds": 0.5, "memory_mb": 6000, "output_kb": 8}
    assert limits_of({"trueloss": asked}) == (Limits(0.5, 6000, 8), [])


@pytest.mark.parametrize(("asked", "given"), [(6000.5, 6000), (LEAST["memory_mb"],) * 2])
def test_a_kernel_can_start_with_the_memory_that_a_page_gets(asked, given, run):
    limits, diagnostics = limits_of({"trueloss": {"memory_mb": asked}})
    assert (limits.memory_mb, diagnostics) == (given, [])
    assert run("print(6 * 7)", memory_mb=limits.memory_mb).failure is None


@pytest.mark.parametrize(
    "asked",
    [
        {"cell_seconds": 601},
        {"cell_seconds": 0},
        {"cell_seconds": -1},
        {"cell_seconds": "120"},
        {"cell_seconds": True},
        {"cell_seconds": float("nan")},
        {"memory_mb": None},
        {"memory_mb": LEAST["memory_mb"] - 1},
        {"seconds": 1},
    ],
)
def test_a_page_is_told_what_it_may_ask_for(asked):
    limits, (diagnostic,) = limits_of({"trueloss": asked})
    ((name, value),) = asked.items()
    assert limits == Limits()
    assert (diagnostic.rule, diagnostic.line) == ("front-matter", 1)
    assert diagnostic.message == (
        f"the front matter sets trueloss: {{{name}: {value}}}; a page may ask for cell_seconds up "
        "to 600, memory_mb from 256 up to 8192, output_kb up to 8192, blank_seconds up to 60, "
        "files_mb from 16 up to 4096"
    )
