"""What a page may run, by hash, and what is refused."""

from pathlib import Path

import pytest

from trueloss.publishing.policy import (
    HEADERS,
    SCRIPTS,
    active_files,
    apply,
    digest,
    headers,
    inline_of,
    with_policy,
)

PAGE = '<head><meta charset="utf-8"><style>a { b: c }</style></head>'


def test_the_hash_is_the_one_browsers_take() -> None:
    # From the specification of Content Security Policy.
    content = "alert('Hello, world.');"
    assert digest(content) == "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="


def test_a_style_is_let_in_by_its_hash() -> None:
    (style,) = inline_of(PAGE).styles
    assert style == digest("a { b: c }")
    guarded = with_policy(PAGE, [style]) or ""
    assert f"style-src 'self' '{style}'" in guarded
    assert guarded.index("Content-Security-Policy") < guarded.index("<style>")


def test_a_policy_is_replaced_and_never_stands_twice() -> None:
    once = with_policy(PAGE, ["sha256-old="]) or ""
    twice = with_policy(once, ["sha256-new="])
    assert twice == with_policy(PAGE, ["sha256-new="])


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        '<script type="module">alert(1)</script>',
        '<script type="text/javascript">alert(1)</script>',
        "<SCRIPT>alert(1)</SCRIPT >",
        '<script type="application/x-new">alert(1)</script>',
        '<button class="x" onclick="alert(1)">x</button>',
        "<b title='>' ONCLICK = alert(1)>x</b>",
        "<svg/onload=alert(1)>",
        '<a href="java&#115;cript:alert(1)">x</a>',
        "<a href=' javascript:alert(1)'>x</a>",
        '<iframe srcdoc-x="" src="x"></iframe>',
        '<base href="https://example.org/">',
        '<meta http-equiv="refresh" content="0; url=https://example.org/">',
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
        '<img alt="on = 1, onset=2" src="x.png">',
        '<meta http-equiv="X-UA-Compatible" content="x">',
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


def test_a_page_that_has_moved_sends_its_readers_on() -> None:
    assert (
        inline_of('<meta http-equiv="refresh" content="0; url=x.html">', moves=True).refused == ()
    )


@pytest.mark.parametrize(
    "page", ["<head></head>", "<p>x", f"<script>x</script>{PAGE}", "<base href=x>" + PAGE, ""]
)
def test_a_page_without_a_place_for_its_policy_is_refused(tmp_path: Path, page: str) -> None:
    assert with_policy(page, []) is None
    path = tmp_path / "page.html"
    path.write_text(page, encoding="utf-8")
    assert "does not begin with" in apply(tmp_path)[path][-1]


def test_only_scripts_of_the_site_are_loaded(tmp_path: Path) -> None:
    (tmp_path / "_static").mkdir()
    (tmp_path / "_static" / "own.js").touch()
    (tmp_path / "lessons").mkdir()
    page = tmp_path / "lessons" / "page.html"
    own = '<script src="../_static/own.js?v=1"></script><script src="../searchindex.js"></script>'
    others = ["../_static/../x.js", "../_downloads/x.js", "https://example.org/x.js", "//x/own.js"]
    page.write_text(PAGE + own + "".join(f'<SCRIPT src="{one}"></SCRIPT>' for one in others))
    refused = apply(tmp_path)[page]
    assert [said.split()[5].rstrip(",") for said in refused] == others


def test_what_runs_by_itself_is_found_wherever_it_lies(tmp_path: Path) -> None:
    good = ["index.html", "searchindex.js", "sitemap.xml", "_static/own.js", "_downloads/x.csv"]
    bad = ["_downloads/1/x.js", "_images/x.SVG", "_static/x.html", "a/x.xhtml", "_sources/x.html"]
    for name in (*good, *bad):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    drawn = tmp_path / "_images" / "drawn.svg"
    drawn.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    found = {path.relative_to(tmp_path).as_posix() for path in active_files(tmp_path)}
    assert found == set(bad)
