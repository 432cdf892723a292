"""Scripts and styles of the components, on the pages that have them."""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.jinja2glue import BuiltinTemplateLoader, SphinxFileSystemLoader
from sphinx_design.tabs import sd_tab_input

from trueloss.lessons.cards.card_nodes import deck
from trueloss.lessons.charts.chart_nodes import chart
from trueloss.lessons.course.course_map import course_map
from trueloss.lessons.course.daily_review import placement, review
from trueloss.lessons.course.evidence_page import evidence_part
from trueloss.lessons.course.mode_bar import mode_bar
from trueloss.lessons.course.page_end import page_end
from trueloss.lessons.course.progress_page import progress
from trueloss.lessons.html.html_nodes import Context
from trueloss.lessons.prose.number_nodes import ran_number
from trueloss.lessons.questions.blank_nodes import blank
from trueloss.lessons.questions.question_nodes import question
from trueloss.lessons.questions.set_nodes import badge, draw, levels, pace, question_set
from trueloss.repository import STATIC, TEMPLATES

#: What marks a page that needs ``static/<name>.css`` and, where there are some, its scripts. They
#: load in this order; the set comes last, and finds the others there.
STYLED = {
    "blank": blank,
    "chart": chart,
    "code": nodes.literal_block,
    "course-map": course_map,
    "evidence": evidence_part,
    "modes": mode_bar,
    "end": page_end,
    "progress": progress,
    "question": question,
    "ran": ran_number,
    "recall": deck,
    "badge": badge,
    "draw": draw,
    "levels": levels,
    "pace": pace,
    "set": question_set,
    "placement": placement,
    "review": review,
}
_ANSWERING = ("dom", "score", "answer", "question", "blank")
SCRIPTED = {
    "blank": ("dom", "score", "answer", "blank"),
    "chart": ("chart",),
    "code": ("dom", "code"),
    "course-map": ("dom", "score", "standing", "course-map"),
    "modes": ("visit",),
    "end": ("dom", "end"),
    "progress": ("dom", "score", "standing", "pieces", "progress-file", "progress"),
    "question": ("dom", "score", "answer", "question"),
    "ran": ("ran",),
    "recall": ("dom", "vendor/ts-fsrs", "standing", "recall"),
    "badge": ("badge",),
    "draw": ("draw",),
    "levels": ("levels",),
    "pace": ("clock", "pace"),
    "set": ("set",),
    "placement": (*_ANSWERING, "pieces", "placement"),
    "review": (*_ANSWERING, "standing", "vendor/ts-fsrs", "recall", "pieces", "review"),
}
#: What shows components that come from other pages.
STYLES_OF_OTHERS = {
    "placement": ("review", "blank", "question"),
    "review": ("blank", "question", "recall"),
}
#: What cells show as HTML, or as Markdown: ``static/outputs.css``.
SHOWN = frozenset({"text_html", "text_markdown"})
#: What has answers, which on paper stand at the end: ``static/print.css`` and its script.
ANSWERED = (blank, question)
#: The script of each kind of chart that has one besides ``chart.js``, by the cell option.
CHART_SCRIPTS = {
    "landscape": "landscape",
    "spread": "spread",
    "sweep": "player",
    "trace": "player",
}

#: The script of sphinx-design's tabs, which it adds to every page.
TABS = "_static/design-tabs.js"


def add_assets(
    app: Sphinx, page: str, _template: str, context: Context, doctree: nodes.document | None
) -> None:
    """Add what keeps the reader's answers, and the files of the page's components alone."""
    # Before every component, which finds it there; it knows its page from the attribute.
    app.add_js_file("store.js", 400, "defer", **{"data-page": page})
    if doctree is None or next(doctree.findall(sd_tab_input), None) is None:
        # In place, because what is added below goes into the same list.
        scripts = context["script_files"]
        scripts[:] = [script for script in scripts if script.filename != TABS]
    if page == "search":
        app.add_js_file("search.js", loading_method="defer")
    if doctree is None:
        for name in context.get("components", ()):
            app.add_css_file(f"{name}.css")
        return
    for name, node in STYLED.items():
        if next(doctree.findall(node), None) is not None:
            for sheet in (name, *STYLES_OF_OTHERS.get(name, ())):
                app.add_css_file(f"{sheet}.css")
            for script in SCRIPTED.get(name, ()):
                app.add_js_file(f"{script}.js", loading_method="defer")
    if next(doctree.findall(lambda node: isinstance(node, ANSWERED)), None) is not None:
        # A style for paper alone keeps no screen waiting.
        app.add_css_file("print.css", media="print")
        app.add_js_file("print.js", loading_method="defer")
    if any(not SHOWN.isdisjoint(node["classes"]) for node in doctree.findall(nodes.Element)):
        app.add_css_file("outputs.css")
    # A link has a title where it leads to a term, which says what that means.
    if any("reftitle" in node for node in doctree.findall(nodes.reference)):
        app.add_css_file("terms.css")
        app.add_js_file("dom.js", loading_method="defer")
        app.add_js_file("terms.js", loading_method="defer")
    kinds = {node["kind"] for node in doctree.findall(chart)}
    for name in sorted({CHART_SCRIPTS[kind] for kind in kinds & CHART_SCRIPTS.keys()}):
        app.add_js_file(f"{name}.js", loading_method="defer")


def add_static(app: Sphinx) -> None:
    """Publish our scripts and styles beside the course's own, and put our page before Furo's.

    Not sooner: Sphinx would note in ``.buildinfo`` in which folder the package lies.
    """
    templates = getattr(app.builder, "templates", None)
    if isinstance(templates, BuiltinTemplateLoader):
        templates.loaders.insert(0, SphinxFileSystemLoader(TEMPLATES))
    app.config.html_static_path.append(str(STATIC))
    # Where Sphinx has the stylesheets of ``html_css_files``: after those of components.
    app.add_css_file("site.css", priority=800)
