"""The text that a reader sees of an HTML output."""

from html.parser import HTMLParser

_UNSEEN = {"script", "style", "template", "head"}
_LINES = {
    "address", "article", "blockquote", "br", "caption", "dd", "details", "div", "dl", "dt",
    "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p",
    "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
}  # fmt: skip
_CELLS = {"td", "th"}
#: What shows something without holding a text, and the attribute that says what it shows.
_SHOWN = {
    "img": "alt",
    "svg": "aria-label",
    "input": "value",
    "meter": "value",
    "progress": "value",
}


def text_of_html(html: str) -> str:
    """Return the text of some HTML: a block or a table row a line, table cells between bars.

    A picture, a bar or a field is its element's name in brackets, with its alternative text or its
    value, so that one that is lost or shows another value is a change.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = (line.strip() if not verbatim else line.rstrip() for verbatim, line in reader.lines)
    return "\n".join(line for line in lines if line)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        #: The lines, each with whether its blanks stand as they were written.
        self.lines: list[tuple[bool, str]] = [(False, "")]
        self._unseen = 0
        self._verbatim = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        self._verbatim += tag == "pre"
        if tag in _LINES:
            self._break()
        elif tag in _CELLS and self.lines[-1][1].strip():
            self._add(" | ")
        elif tag in _SHOWN and not self._unseen:
            shown = dict(attrs).get(_SHOWN[tag]) or ""
            self._add(f"[{' '.join([tag, *shown.split()])}]")

    def handle_endtag(self, tag: str) -> None:
        self._unseen = max(0, self._unseen - (tag in _UNSEEN))
        if tag in _LINES:
            self._break()
        self._verbatim = max(0, self._verbatim - (tag == "pre"))

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        if self._verbatim:
            first, *others = data.split("\n")
            self._add(first)
            for line in others:
                self._break()
                self._add(line)
            return
        words = " ".join(data.split())
        before = " " if data[:1].isspace() else ""
        after = " " if words and data[-1:].isspace() else ""
        self._add(before + words + after)

    def _add(self, text: str) -> None:
        verbatim, line = self.lines[-1]
        if not verbatim and line.endswith(" "):
            text = text.lstrip(" ")
        self.lines[-1] = (bool(self._verbatim) or verbatim, line + text)

    def _break(self) -> None:
        self.lines.append((bool(self._verbatim), ""))
