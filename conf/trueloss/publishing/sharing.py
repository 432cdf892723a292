"""What search engines and messengers show of a page: its description and Open Graph tags."""

import re
from html import escape, unescape

from docutils import nodes
from sphinx.application import Sphinx

from trueloss.lessons.html.html_nodes import Context
from trueloss.publishing.addresses import base_address

#: What search engines show of a description, in characters.
LENGTH = 160


def description(text: str) -> str:
    """Return a text on one line, cut after a whole word where it is too long."""
    line = " ".join(text.split())
    if len(line) <= LENGTH:
        return line
    return line[: LENGTH - 1].rsplit(" ", 1)[0].rstrip(",;:") + "\u2026"


def plain(html: str) -> str:
    """Return the text of a piece of HTML."""
    return unescape(re.sub(r"<[^>]+>", "", html))


def first_paragraph(document: nodes.document) -> str:
    """Return the first paragraph that is a section's own; empty where there is none."""
    for paragraph in document.findall(nodes.paragraph):
        if isinstance(paragraph.parent, nodes.section | nodes.document):
            return paragraph.astext()
    return ""


def add_tags(
    app: Sphinx, page: str, _template: str, context: Context, doctree: nodes.document | None
) -> None:
    """Add the tags to the head of a page."""
    text = first_paragraph(doctree) if doctree is not None else ""
    properties = {
        "og:type": "website",
        "og:site_name": app.config.html_title,
        "og:title": plain(context.get("title") or app.config.html_title),
        "og:description": description(text or app.config.trueloss_description),
    }
    base = base_address(app.config.html_baseurl)
    if base and doctree is not None:
        properties["og:url"] = base + app.builder.get_target_uri(page)
    tags = [f'<meta name="description" content="{escape(properties["og:description"])}">']
    tags += [
        f'<meta property="{name}" content="{escape(content)}">'
        for name, content in properties.items()
    ]
    context["metatags"] = context.get("metatags", "") + "\n    " + "\n    ".join(tags)
