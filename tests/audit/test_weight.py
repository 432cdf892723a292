"""Which files a page makes a browser load."""

from pathlib import Path

import pytest

from audit.weight import WEIGHT, allowed, files_of, weight, weight_of_own_scripts

PAGE = """\
<link rel="shortcut icon" href="../_static/favicon.svg"><link rel="next" href="why.html">
<link rel="stylesheet" href="../_static/site.css?v=12"><link rel="canonical" href="https://a.b/">
<script defer src="../_static/store.js?v=34"></script><script src="../_static/theirs.js"></script>
<script>document.title</script><img src="data:image/png;base64,AAAA" alt=""><img src="a%20b.png">
<a href="other.html">other</a><pre>&lt;img src="none.png"&gt;</pre>
"""
FILES = {
    "_static/favicon.svg": "icon",
    "_static/site.css": "a{b:url(plus.png)} c{d:url('data:x')}",
    "_static/plus.png": "plus",
    "_static/store.js": "store",
    "_static/theirs.js": "theirs",
    "_static/unused.js": "unused",
    "page/a b.png": "picture",
    "page/other.html": "other",
}


@pytest.fixture
def page(tmp_path: Path) -> Path:
    for name, text in {**FILES, "page/index.html": PAGE}.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return tmp_path / "page" / "index.html"


def test_a_page_weighs_with_all_that_it_loads(page: Path) -> None:
    assert {path.name for path in files_of(page)} == {
        *("index.html", "favicon.svg", "site.css", "plus.png", "store.js", "theirs.js"),
        "a b.png",
    }
    left_out = ("_static/unused.js", "page/other.html")
    loaded = [text for name, text in FILES.items() if name not in left_out]
    assert weight(page) == len(PAGE) + sum(len(text) for text in loaded)
    assert weight_of_own_scripts(page) == len("store")


def test_a_file_that_is_missing_is_not_weightless(page: Path) -> None:
    (page.parents[1] / "_static" / "site.css").unlink()
    with pytest.raises(FileNotFoundError):
        weight(page)


def test_a_chart_may_weigh_more(page: Path) -> None:
    assert allowed(page) == WEIGHT[False]
    page.write_text(f'{PAGE}<figure class="tl-chart">')
    assert allowed(page) == WEIGHT[True]
