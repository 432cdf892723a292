"""The text that a reader sees of HTML."""

import pytest

from trueloss.records.html_text import text_of_html


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one <b>two</b>\n three</p>", "one two three"),
        ("<table><tr><th>a</th><td>1.5</td></tr><tr><td>b</td></tr></table>", "a | 1.5\nb"),
        ("<style>p {}</style><script>x</script>seen &lt;1&gt;", "seen <1>"),
        ("<pre>a  b\n  c</pre>", "a  b\n  c"),
        ("a<br>b", "a\nb"),
        ('<td>a</td><td><img src="data:,"/></td>', "a | [img]"),
        ("<p>loss <svg><g/></svg> falls</p>", "loss [svg] falls"),
        ('<img alt="A loss\n of 1.5" src="data:,">', "[img A loss of 1.5]"),
        ('<progress value="0.5" max="1"></progress><input disabled>', "[progress 0.5][input]"),
        ("<template><img><svg></svg></template>seen", "seen"),
    ],
)
def test_text_of_html(html: str, text: str):
    assert text_of_html(html) == text
