"""Spans around what has a colour alone."""

import re
from html import unescape

import pytest
from pygments.styles import get_style_by_name
from pygments.token import Text, Whitespace
from sphinx.highlighting import PygmentsBridge

from trueloss.lessons.html import highlighting

#: Light, as Furo sets it, and dark, as Sphinx does.
STYLES = ("a11y-light", "native")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("kind", sorted(highlighting.PLAIN - {Whitespace}), ids=str)
def test_what_gets_no_span_has_no_colour(style, kind):
    shown = get_style_by_name(style)
    assert shown.style_for_token(kind) == shown.style_for_token(Text)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(("shown", "kinds"), highlighting.ALIKE.items(), ids=str)
def test_what_shares_a_span_looks_alike(style, shown, kinds):
    looks = get_style_by_name(style)
    for kind in kinds:
        assert looks.style_for_token(kind) == looks.style_for_token(shown), kind


def test_a_program_keeps_its_text_and_its_colours(monkeypatch):
    monkeypatch.setattr(PygmentsBridge, "html_formatter", highlighting.LeanFormatter)
    program = "if not x.any(): print(f'{w} is', 0.5)"
    html = PygmentsBridge("html", STYLES[0]).highlight_block(program, "python")
    assert unescape(re.sub("<[^>]*>", "", html)).strip() == program
    assert '<span class="k">if</span> <span class="k">not</span> x.any(): ' in html
    assert '(<span class="s">f\'{</span>w<span class="s">} is\'</span>, ' in html
    assert '<span class="m">0.5</span>)' in html
