"""Words of code in a sentence."""

from tests.conftest import Site

PAGE = """\
# Home

Call `tf.Variable(0.0)` with `<tape>`, or `a  b` with two blanks.
"""


def test_a_literal_is_one_element_and_keeps_its_text(site: Site) -> None:
    site.write({"docs/index.md": PAGE})
    assert site.build().warnings == []
    html = (site.html / "index.html").read_text(encoding="utf-8")
    assert '<code class="literal notranslate">tf.Variable(0.0)</code>' in html
    assert '<code class="literal notranslate">&lt;tape&gt;</code>' in html
    assert '<span class="pre">a</span>&#160; <span class="pre">b</span>' in html
