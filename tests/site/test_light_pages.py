"""Stylesheets and scripts follow what the pages hold, also in a build into the same folder."""

import shutil
from pathlib import Path

from tests.conftest import Site

HOME = "# Home\n\n```{toctree}\ntabs\n```\n"
PLAIN = "# Tabs\n\nNone yet.\n"
TABS = """\
# Tabs

```{code-cell}
print(1)
```

::::{tab-set}
:::{tab-item} One
A tab.
:::
::::
"""


def loaded(site: Site) -> dict[Path, bytes]:
    return {
        path.relative_to(site.html): path.read_bytes()
        for path in site.html.rglob("*")
        if path.suffix in (".css", ".html")
    }


def test_a_page_that_gets_tabs_gets_their_rules_and_their_script(site: Site) -> None:
    site.write({"docs/index.md": HOME, "docs/tabs.md": PLAIN})
    assert site.build().warnings == []
    rules = site.html / "_static" / "sphinx-design.min.css"
    assert ".sd-tab-set" not in rules.read_text()
    site.write({"docs/tabs.md": TABS})
    for _ in range(2):
        assert site.build().warnings == []
    assert ".sd-tab-set" in rules.read_text()
    assert "design-tabs.js" in (site.html / "tabs.html").read_text()
    assert "design-tabs.js" not in (site.html / "index.html").read_text()
    again = loaded(site)
    shutil.rmtree(site.docs / "_build")
    assert site.build().warnings == []
    assert loaded(site) == again
