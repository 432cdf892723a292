"""The reference for authors, written from the code: ``reference`` lists what they can use."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

from docutils import nodes
from docutils.parsers.rst import Directive, directives, roles
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

from trueloss.diagnostics import rule_table
from trueloss.kernels.cell_values import DATA_OPTIONS
from trueloss.kernels.limits import CAPS, Limits
from trueloss.lessons.charts.read_chart import FORMS
from trueloss.pages.cell_options import CELL_OPTIONS
from trueloss.pages.questions import LEVELS
from trueloss.settings import Mode, helps
from trueloss.truth.kinds import KINDS

_OURS = "trueloss."
#: What authors never write: a directive that refuses itself, and this one.
_NOT_FOR_AUTHORS = ("code-cell", "reference")


def option_helps(directive: type[Directive]) -> dict[str, str]:
    """Return the options of a directive with what each is for, in their order.

    It declares them in ``option_helps``. What is in its ``option_spec`` alone has no help.
    """
    helps: dict[str, str] | None = getattr(directive, "option_helps", None)
    return dict.fromkeys(directive.option_spec or (), "") if helps is None else helps


def _directives() -> Iterator[str]:
    for name, directive in sorted(directives._directives.items()):  # type: ignore[attr-defined] # listed nowhere else
        if directive.__module__.startswith(_OURS) and name not in _NOT_FOR_AUTHORS:
            yield f"**`{name}`**: {_purpose(directive)}\n"
            yield from _table("option", option_helps(directive))


def _roles() -> Iterator[str]:
    ours = {
        name: type(role)
        for name, role in sorted(roles._roles.items())  # type: ignore[attr-defined] # listed nowhere else
        if type(role).__module__.startswith(_OURS)
    }
    yield from _table("role", {name: _purpose(role) for name, role in ours.items()})


def _charts() -> Iterator[str]:
    for kind, form in FORMS.items():
        yield f"**`{kind}`**: {DATA_OPTIONS[kind]}\n"
        yield from _table("key", {key.name: key.metadata["help"] for key in fields(form)})


def _limits() -> Iterator[str]:
    defaults = Limits()
    yield from _table(
        "limit",
        {
            name: f"{getattr(defaults, name):g} without asking, up to {cap:g} where a page asks"
            for name, cap in CAPS.items()
        },
    )


def _rules() -> Iterator[str]:
    for room in rule_table.rooms():
        yield f"## {room.title}\n\n{room.about}\n"
        yield from map(_listing, room.given)
        for rule in room.rules:
            yield f"### `{rule.code}`\n\n{rule.says}\n\n{rule.why}\n"
            for side, files in (("Wrong", rule.wrong), ("Right", rule.right)):
                yield f"{side}:\n"
                yield from map(_listing, files)


def _listing(file: rule_table.File) -> str:
    caption = f":caption: {', '.join(filter(None, (file.name, file.kept)))}\n" if file.name else ""
    fence = max(re.findall("`{3,}", file.text), key=len, default="``") + "`"
    return f"{fence}{{code-block}} {file.language}\n{caption}\n{file.text}{fence}\n"


def _purpose(documented: type) -> str:
    text = (documented.__doc__ or "").strip().partition("\n\n")[0]
    # Docstrings mark code with two backticks, and so does Markdown.
    return " ".join(text.split())


def _table(title: str, rows: Mapping[str, str]) -> Iterator[str]:
    if rows:
        yield f"| {title} | what it is for |"
        yield "|---|---|"
        yield from (
            f"| `{name}` | {text.replace('|', chr(92) + '|')} |" for name, text in rows.items()
        )
        yield ""


def lists(modes: Iterable[Mode]) -> dict[str, Iterable[str]]:
    """Return what the directive can list, by its argument."""
    pages = {f"{mode.page}.md": f"**{mode.name}**: {mode.offers}" for mode in modes}
    levels = ", ".join(f"`{name}`" for name in LEVELS)
    return {
        "cell-options": _table("option", CELL_OPTIONS),
        "charts": _charts(),
        "directives": _directives(),
        "kinds": _table("kind", {kind.name: kind.asks for kind in KINDS.values()}),
        "levels": [f"Levels, from easy to hard in two scales: {levels}"],
        "limits": _limits(),
        "modes": _table("page", pages),
        "roles": _roles(),
        "rules": _rules(),
        "settings": _table("setting", helps()),
    }


class ReferenceDirective(SphinxDirective):
    """List what authors can use: ``directives``, ``roles``, ``cell-options`` and so on."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the tables of one list, or the sections that it has."""
        known, name = lists(self.config.trueloss_modes), self.arguments[0]
        if name not in known:
            raise self.error(f"no list {name!r}; use one of {', '.join(sorted(known))}")
        lines = [line for text in known[name] for line in text.split("\n")]
        tables = nodes.container(classes=["tl-reference"])
        self.state.nested_parse(
            StringList(lines, __name__), self.content_offset, tables, match_titles=True
        )
        has_sections = any(isinstance(node, nodes.section) for node in tables.children)
        return tables.children if has_sections else [tables]
