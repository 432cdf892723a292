"""What a page may run, by hash, and what is refused."""

import pytest

from trueloss.publishing.policy import HEADERS, SCRIPTS, digest, headers, inline_of, with_policy

PAGE = '<head><meta charset="utf-8"><style>a { b: c }</style></head>'


def test_the_hash_is_the_one_browsers_take() -> None:
    # From the specification of Content Security Policy.
    content = "alert('Hello, world.');"
    assert digest(content) == "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="


def test_a_style_is_let_in_by_its_hash() -> None:
    (style,) = inline_of(PAGE).styles
    assert style == digest("a { b: c }")
    guarded = with_policy(PAGE, [style])
    assert f"style-src 'self' '{style}'" in guarded
    assert guarded.index("Content-Security-Policy") < guarded.index("<style>")


def test_a_policy_is_replaced_and_never_stands_twice() -> None:
    once = with_policy(PAGE, ["sha256-old="])
    twice = with_policy(once, ["sha256-new="])
    assert twice == with_policy(PAGE, ["sha256-new="])


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        '<script type="module">alert(1)</script>',
        '<script type="text/javascript">alert(1)</script>',
        '<button class="x" onclick="alert(1)">x</button>',
    ],
)
def test_what_would_not_run_is_refused(html: str) -> None:
    assert len(inline_of(html).refused) == 1


@pytest.mark.parametrize(
    "html",
    [
        '<script src="a.js"></script>',
        '<script defer="defer" src="a.js"></script>',
        '<script type="application/json">{"on": 1}</script>',
        "<p>x on y=&quot;1&quot;, once=1</p>",
    ],
)
def test_files_and_data_are_no_scripts_of_the_page(html: str) -> None:
    assert inline_of(html).refused == ()


def test_no_script_runs_without_a_hash() -> None:
    (line,) = [line for line in headers().splitlines() if "Content-Security-Policy" in line]
    directives = dict(d.strip().split(" ", 1) for d in line.split(": ", 1)[1].split(";"))
    assert set(directives["script-src"].split()) == {"'self'", *(f"'{s}'" for s in SCRIPTS)}
    assert directives["default-src"] == "'none'"
    assert not [d for d in directives.values() if "http" in d]


def test_headers_are_what_hosts_read() -> None:
    first, *lines = headers().splitlines()
    assert first == "/*"
    assert {line.strip().partition(": ")[0] for line in lines} == {
        "Content-Security-Policy",
        *HEADERS,
    }
    assert all(line.startswith("  ") and len(line) < 2000 for line in lines)
