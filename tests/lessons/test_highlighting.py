"""Spans around what has a colour alone."""

import pytest
from pygments.styles import get_style_by_name
from pygments.token import Text, Whitespace
from sphinx.highlighting import PygmentsBridge

from trueloss.lessons import highlighting

#: Light, as Furo sets it, and dark, as Sphinx does.
STYLES = ("a11y-light", "native")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("kind", sorted(highlighting.PLAIN - {Whitespace}), ids=str)
def test_what_gets_no_span_has_no_colour(style, kind):
    shown = get_style_by_name(style)
    assert shown.style_for_token(kind) == shown.style_for_token(Text)


def test_a_program_keeps_its_text_and_its_colours(monkeypatch):
    monkeypatch.setattr(PygmentsBridge, "html_formatter", highlighting.LeanFormatter)
    html = PygmentsBridge("html", STYLES[0]).highlight_block("print(w.numpy(), 0.5)", "python")
    assert '<span class="nb">print</span>(w<span class="o">.</span>numpy(), ' in html
    assert '<span class="mf">0.5</span>)' in html
