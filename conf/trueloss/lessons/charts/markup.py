"""The HTML that charts share: a figure, its table, the bar of the player, the data for scripts."""

import json
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any


def figure(
    element: str,
    ident: str,
    words: tuple[str, str],
    content: str,
    *,
    live: bool = False,
    **data: str,
) -> str:
    """Return a chart: a custom element with its title and summary, and ``content`` below.

    A ``live`` summary is read out when a script changes it.
    """
    title, summary = words
    polite = ' aria-live="polite"' if live else ""
    attributes = "".join(f' data-{name}="{escape(value)}"' for name, value in data.items())
    return (
        f'<{element} class="tl-chart" id="{ident}"{attributes}>'
        f'<figure aria-labelledby="{ident}-title">'
        f'<figcaption class="tl-chart-title" id="{ident}-title">{escape(title)}</figcaption>\n'
        f'<p class="tl-chart-summary" id="{ident}-summary"{polite}>{escape(summary)}</p>\n'
        f"{content}</figure></{element}>\n"
    )


def data(content: dict[str, Any]) -> str:
    """Return what a script needs, as JSON inside the chart."""
    text = json.dumps(content, separators=(",", ":"), allow_nan=False, ensure_ascii=False)
    text = text.replace("<", "\\u003c")
    return f'<script type="application/json" class="tl-chart-data">{text}</script>\n'


def player_bar(x_name: str, steps: int, *, scales: bool, log: bool) -> str:
    """Return the controls that move through a run; ``scales`` offers a logarithmic axis."""
    scale = (
        '<label class="tl-scale"><input type="checkbox" class="tl-log"'
        f"{' checked' if log else ''}> logarithmic axis</label>"
        if scales
        else ""
    )
    name = escape(x_name)
    return (
        '<div class="tl-player-bar">'
        '<button type="button" class="tl-play">Play</button>'
        f'<button type="button" class="tl-back" aria-label="One {name} back">&lsaquo;</button>'
        f'<input type="range" class="tl-scrub" aria-label="{name}" min="0" max="{steps - 1}" '
        f'value="{steps - 1}">'
        f'<button type="button" class="tl-forward" aria-label="One {name} on">&rsaquo;</button>'
        f"{scale}</div>\n"
    )


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, rows_named: int = 1) -> str:
    """Return a table of texts; the first ``rows_named`` cells of a row name it."""
    titles = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    body = "".join(
        "<tr>"
        + "".join(
            f'<th scope="row">{escape(cell)}</th>' if place < rows_named else _cell(cell)
            for place, cell in enumerate(row)
        )
        + "</tr>\n"
        for row in rows
    )
    return f"<table><thead><tr>{titles}</tr></thead><tbody>\n{body}</tbody></table>"


def fold(name: str, summary: str, content: str) -> str:
    """Return a closed part of a chart that scrolls by itself where it is wide."""
    return (
        f'<details class="{name}"><summary>{escape(summary)}</summary>'
        f'<div class="tl-scroll" tabindex="0" role="group" aria-label="{escape(summary)}">'
        f"{content}</div></details>\n"
    )


def _cell(text: str) -> str:
    return f"<td>{escape(text)}</td>"
