"""The nodes of a fill-in-the-blank task, and the HTML they become.

The same HTML serves with and without JavaScript: where scripts run, each gap of the program is a
list to choose from and the answer waits; where they do not, the gaps show their names and the
answer is a dropdown.
"""

import json
import re

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from trueloss.lessons.html.html_nodes import around, note_html
from trueloss.lessons.questions.question_nodes import open_asked, title_visitors
from trueloss.text.filled import filled


class blank(nodes.Element):
    """A task to fill in.

    ``key`` is what an answer is kept under, ``attempts`` how often it may be given, and ``tier``
    is easy, medium or hard. ``data`` is what every combination did, for the script: the number of
    options of each gap, the different outcomes, and which of them each combination came to.
    """


class blank_title(nodes.TextElement):
    """What is to be done."""


class blank_program(nodes.Element):
    """The program with its gaps; ``gaps`` has the options of each, ``name`` is that of the task.

    Its one child is a listing, for builders other than HTML.
    """


class blank_options(nodes.Element):
    """The options of one gap: ``gap`` is its place, ``codes`` what may go into it."""


class blank_controls(nodes.Element):
    """The button, the verdict, and the place for what the chosen program did; ``check``."""


class blank_answer(nodes.Element):
    """What a reader sees once the task is done."""


def visit_blank(self: HTML5Translator, node: blank) -> None:
    open_asked(self, node, "blank", "Fill in the blanks", node["level"])


def depart_blank(self: HTML5Translator, node: blank) -> None:
    # No text of a program's may end the element.
    data = json.dumps(node["data"], separators=(",", ":")).replace("<", r"\u003c")
    self.body.append(f'<script type="application/json" class="tl-blank-data">{data}</script>\n')
    self.body.append("</tl-blank>\n")
    note_html(self, node)


visit_blank_title, depart_blank_title = title_visitors("tl-question-title tl-blank-title")


def html_blank_program(self: HTML5Translator, node: blank_program) -> str:
    code = self.highlighter.highlight_block(node.astext(), "python", nowrap=True).rstrip("\n")
    lines = "".join(f'<span class="tl-blank-line">{line}\n</span>' for line in code.split("\n"))
    # Wider than a phone, it scrolls: keys must reach it, and its name is that of the task.
    return (
        '<div class="highlight tl-blank-program"><pre tabindex="0" role="group" '
        f'aria-labelledby="{node["name"]}-title">'
        f"{_with_slots(self, lines, node['gaps'])}</pre></div>\n"
    )


def _with_slots(self: HTML5Translator, code: str, gaps: dict[str, list[str]]) -> str:
    """Put a list to choose from where a gap first stands, and its choice where it stands again."""
    seen = set()

    def slot(found: re.Match[str]) -> str:
        name = found[0]
        place = list(gaps).index(name)
        shown = f'<span class="tl-blank-name">{name}</span>'
        if name in seen:
            # As wide as its widest choice: nothing moves when one is made.
            width = max(len(text) for text in (name, *gaps[name]))
            return (
                f'<span class="tl-blank-echo" data-gap="{place}" style="min-width: {width}ch">'
                f"{shown}</span>"
            )
        seen.add(name)
        options = "".join(
            f'<option value="{number}">{self.encode(code)}</option>'
            for number, code in enumerate(gaps[name])
        )
        return (
            f'<span class="tl-blank-slot" data-gap="{place}">{shown}'
            f'<select aria-label="Gap {name.strip("_")}">'
            f'<option value="">{name}</option>{options}</select></span>'
        )

    return re.sub("|".join(map(re.escape, gaps)), slot, code)


def html_blank_options(self: HTML5Translator, node: blank_options) -> str:
    # The lists in the program serve keyboards and screen readers; these serve fingers and mice.
    chips = "".join(
        f'<li><button type="button" class="tl-blank-chip" tabindex="-1" draggable="true" '
        f'data-gap="{node["gap"]}" data-choice="{number}"><code>{self.encode(code)}</code>'
        "</button></li>"
        for number, code in enumerate(node["codes"])
    )
    return f'<ul class="tl-blank-chips">{chips}</ul>\n'


def html_blank_controls(self: HTML5Translator, node: blank_controls) -> str:
    return filled("blank-controls.html", check=self.encode(node["check"]))


visit_blank_answer, depart_blank_answer = around(
    '<details class="tl-answer tl-blank-answer"><summary>Answer</summary><div>\n',
    "</div></details>\n",
)
