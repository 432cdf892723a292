"""Whatever a cell displays, the build answers with messages, and nothing of it acts.

``FUZZ_EXAMPLES=100000 pytest --hypothesis-seed=1`` goes on for an hour.
"""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nbformat.v4 import new_output
from sphinx.testing.util import SphinxTestApp

from tests.attacks.outputs import HTML, SVG_FILES
from tests.conftest import Site
from tests.site.test_fuzz import Reader, assert_messages
from trueloss.lessons.cells.run_signs import SIGN
from trueloss.pages import run_due
from trueloss.publishing.policy import inline_of
from trueloss.text.allowed_html import leaves_open

PAGE = "# A page\n\n```{code-cell}\n:alt: A drawing\nx\n```\n\nThe rest.\n"
PIECES = st.sampled_from(
    [
        *HTML.values(),
        *SVG_FILES.values(),
        *("<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<?", "&#", ";", "\0", "\r"),
        *("<svg>", "</svg>", "<math>", "<table>", "<td>", "</p>", "<p>", "<br>", "<b>", "</b>"),
        *("<style>", "<title>", "<desc>", " href=", " style='", "'", '"', " onload=ran=1", "url("),
        *(
            "# x\n",
            "| a |\n|---|\n",
            "```{note}\n",
            "```py\n",
            "$$",
            "$",
            r"\begin{align}",
            "\\",
            "&",
        ),
        *("[x](y)", "![x](y)", "[x]: y\n", "{ref}`x`", "(x)=\n", "- ", "> ", "\n\n", "~~", "**"),
        *("\x1b[", "\x1b]8;;", "\x1b\\", "31m", "38;2;1;2;3m", "\b", "\ud83d", "\u202e", "\x9b"),
        *(
            SIGN,
            "tl-run-sign",
            "<p class=tl-run-sign>",
            "javascript:ran=1",
            "\u2028",
            "iVBORw0KGgo=",
        ),
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=6).map("".join)
KINDS = st.sampled_from(
    [
        *("text/html", "text/markdown", "text/latex", "text/plain", "image/svg+xml", "image/png"),
        *("application/javascript", "application/json", "image/jpeg", "TEXT/HTML", "x"),
    ]
)
VALUES = TEXTS | TEXTS.map(lambda text: f"<svg xmlns='http://www.w3.org/2000/svg'>{text}</svg>")
SIZES = st.dictionaries(
    KINDS, st.dictionaries(st.sampled_from(["width", "height"]), TEXTS | st.integers())
)
BUNDLES = st.dictionaries(KINDS, VALUES | st.lists(TEXTS, max_size=2), max_size=3)


def displayed(data: dict[str, Any], metadata: dict[str, Any]) -> Any:
    # Not validated, as a kernel may send anything.
    output = new_output("display_data", {}, metadata=metadata)
    output["data"] = data
    return output


OUTPUTS = st.lists(
    st.builds(displayed, BUNDLES, SIZES | st.just({}))
    | st.builds(lambda text: new_output("stream", name="stdout", text=text), TEXTS)
    | st.builds(lambda text: new_output("error", ename="E", evalue="e", traceback=[text]), TEXTS),
    max_size=3,
)


class Shower(Reader):
    """Reads a page whose cell has put out what it is told, without a kernel."""

    def __init__(self, site: Site, app: SphinxTestApp) -> None:
        super().__init__(site, app)
        self.outputs: list[Any] = []

    def run(self, pages: Any, *_: Any) -> float:
        """Stand in for the kernels."""
        for page in pages:
            for cell in page.notebook.cells:
                if cell.cell_type == "code":
                    cell.outputs, cell.execution_count = self.outputs, 1
        return 0.0


@pytest.fixture(scope="module")
def shower(module_site: Site) -> Iterator[Shower]:
    module_site.write(
        {"docs/fuzz.md": PAGE, "docs/index.md": "# Home\n\n```{toctree}\nfuzz\n```\n"}
    )
    app = SphinxTestApp("html", srcdir=module_site.docs, confoverrides={"trueloss_run_only": ["x"]})
    try:
        shower = Shower(module_site, app)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(run_due, "run_due", shower.run)
            app.build()
            yield shower
    finally:
        app.cleanup()


@settings(
    max_examples=int(os.environ.get("FUZZ_EXAMPLES", "150")),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(outputs=OUTPUTS)
def test_what_a_cell_shows_does_nothing(shower: Shower, outputs: list[Any]) -> None:
    shower.outputs = outputs
    assert_messages(shower.read(PAGE))
    html = (shower.app.outdir / "fuzz.html").read_text(encoding="utf-8")
    assert inline_of(html).refused == ()
    article = html.partition("<article")[2].partition("</article>")[0]
    assert not leaves_open(f"<article{article}</article>")
    assert article.count('class="tl-run-sign"') == article.count('class="cell_output') <= 1
    assert "The rest." in article
    assert html.count("</footer>") == 1
