"""What may be shown passes, and looks as it did; what may not is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.attacks.outputs import HTML
from trueloss.publishing.policy import inline_of
from trueloss.text.allowed_html import fault_of, leaves_open, shown

#: What pandas makes of a table, without its style.
TABLE = """
<div>
<table border="1" class="dataframe">
  <thead>
    <tr style="text-align: right;">
      <th></th>
      <th colspan="2" halign="left">loss</th>
    </tr>
  </thead>
  <tbody>
    <tr>
      <th rowspan="2" valign="top">0</th>
      <td>0.5</td>
      <td>0.25</td>
    </tr>
  </tbody>
</table>
<p>1 row</p>
</div>
"""
#: What Keras prints a model's summary as, through rich.
SUMMARY = (
    "<pre style=\"white-space:pre;overflow-x:auto;line-height:normal;font-family:Menlo,'DejaVu "
    "Sans Mono',consolas,'Courier New',monospace\"><span style=\"font-weight: bold\">Model: "
    '"net"</span>\n┃ <span style="color: #00d7ff; text-decoration-color: #00d7ff">None</span>'
    " ┃\n</pre>"
)
DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'viewBox="0 0 9 9" width="90"><title>A line</title><defs><linearGradient id="shade">'
    '<stop offset="0" stop-color="red"/></linearGradient></defs><rect fill="url(#shade)" '
    'style="stroke: url(#shade)" width="9" height="9"/><use xlink:href="#shade"/></svg>'
)
GOOD = {
    "words": "<b>bold</b> and <i>slanted</i>, a &lt; b &amp; c, a < b<br/>",
    "a table of pandas": TABLE,
    "a table by hand": "<table><tr><th>$x$</th></tr><tr><td align=right>1</td></tr></table>",
    "a summary of Keras": SUMMARY,
    "a drawing": DRAWN,
    "a fold": "<details><summary>More</summary><p>It says more.</p></details>",
    "a comment": "<!-- made by hand --><p>x</p>",
    "a picture": '<img src="data:image/png;base64,iVBORw0KGgo=" alt="A dot" width="9">',
    "a link": '<a href="https://example.org/" target="_blank">there</a> <a href="#x">here</a>',
    "colours": "<td-x></td-x>".replace("td-x", "span") + '<p style="color: rgb(1, 2, 3)">x</p>',
    "a list": "<ul>\n<li>one</li>\n<li><p>two</p></li>\n</ul>",
    "a bar": '<progress value="3" max="9">3 of 9</progress>',
}


@pytest.mark.parametrize("html", GOOD.values(), ids=GOOD)
def test_what_teachers_show_passes(html: str) -> None:
    assert fault_of(html) is None
    assert fault_of(shown(html, "o-")) is None


def test_a_name_is_its_outputs_own() -> None:
    drawn = shown(DRAWN, "output-1-")
    assert drawn.count("output-1-shade") == 4
    assert "#shade" not in drawn


def test_a_class_that_means_something_to_a_library_alone_is_left_out() -> None:
    assert shown('<table class="simpletable dataframe"></table>', "") == (
        '<table class="dataframe"></table>'
    )


@pytest.mark.parametrize("html", HTML.values(), ids=HTML)
def test_what_acts_is_named_and_would_not_be_left(html: str) -> None:
    assert fault_of(html)
    assert fault_of(shown(html, "o-")) is None or "words" in str(fault_of(html))


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ("<p><script>x</script></p>", "has <script>"),
        ("<p onclick='x'>x</p>", 'has onclick="x" at <p>'),
        ("x</div>", "has </div>, which closes nothing"),
        ("<div>x", "has <div>, which is not closed where it should be"),
        ("<p>printed <b>by this</b> build</p>", "has the words 'printed by this build'"),
    ],
)
def test_a_fault_is_named(html: str, fault: str) -> None:
    assert fault_of(html) == fault


def test_in_a_paragraph_no_box_stands_and_in_a_page_no_name() -> None:
    assert fault_of("a <div>b</div>", within="p")
    assert fault_of("a <b>b</b>", within="p") is None
    assert fault_of("<b id=x>b</b>", named=False) == 'has id="x" at <b>'


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<div>x", True),
        ("<div><p>x</p></div>", False),
        ("<table><tr><td>x<br></table>", False),
        ("</div>", False),
        ("<details><summary>x</summary>", True),
    ],
)
def test_a_tag_is_left_open_or_not(html: str, left: bool) -> None:
    assert leaves_open(html) == left


PIECES = st.sampled_from(
    [
        *HTML.values(),
        *GOOD.values(),
        *("<", ">", "</", "/>", "<!--", "-->", "--!>", "<![CDATA[", "]]>", "<?", "&#", ";", "\0"),
        *("<svg>", "</svg>", "<math>", "<mtext>", "<table>", "<tr>", "<td>", "</p>", "<p>", "<br>"),
        *("<style>", "</style>", "<title>", "<desc>", "<foreignObject>", "<select>", "<option>"),
        *(" href=", " style='", "'", '"', " onload=ran=1", "javascript:", "url(", "\t", "\n", "x"),
    ]
)


@given(st.lists(PIECES | st.text(max_size=4), max_size=8).map("".join))
def test_whatever_it_is_is_shown_without_fault_or_refused(html: str) -> None:
    if any("\ud800" <= letter <= "\udfff" for letter in html):
        return  # refused as a letter before
    if fault_of(html) is None:
        left = shown(html, "o-")
        assert fault_of(left) is None
        assert shown(left, "") == left
        assert inline_of(left).refused == ()
