"""Sphinx settings. Each section names the page that documents it."""

from pathlib import Path

# -- Project: https://www.sphinx-doc.org/en/master/usage/configuration.html#project-information

project = "True Loss"
author = "the True Loss contributors"
project_copyright = "the True Loss contributors"
language = "en"

# -- General: https://www.sphinx-doc.org/en/master/usage/configuration.html#general-configuration

extensions = ["myst_nb", "sphinx_design", "trueloss"]
exclude_patterns = ["_records", "contributing/snippets"]
nitpicky = True
# Open points show on their pages; a release has none.
todo_include_todos = True

# -- The site: conf/trueloss/publishing/ says what each means

# Set where a build is published: `nox -s docs -- -D html_baseurl=... -D trueloss_repository=...`
html_baseurl = ""
trueloss_repository = ""
trueloss_description = (
    "A course on training neural networks in TensorFlow whose every number was printed by its own "
    "build, and whose every answer was settled by a run."
)
# Lessons that were renamed, old page to new, so that links of others still arrive.
trueloss_redirects: dict[str, str] = {}

# -- Cells: https://myst-nb.readthedocs.io/en/latest/configuration.html

# A reader of our own serves every page, and hands it to myst-nb with its outputs: the run phase
# has run it by then, or found it in the cache (docs/decisions/reader-of-our-own.md).
nb_custom_formats = {".md": ["trueloss.pages.run_phase.read_notebook", {}, False]}
nb_execution_mode = "off"
nb_execution_cache_path = str(Path(__file__).parents[1] / "build" / "cache")
nb_merge_streams = True

# -- Markdown: https://myst-parser.readthedocs.io/en/latest/configuration.html

myst_enable_extensions = ["attrs_block", "colon_fence", "deflist", "dollarmath"]
myst_heading_anchors = 3

# -- HTML: https://www.sphinx-doc.org/en/master/usage/configuration.html#options-for-html-output

html_theme = "furo"
html_title = "True Loss"
html_static_path = ["static"]
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_last_updated_fmt = None
# Summaries are fetched, and a browser refuses to fetch on file://.
html_show_search_summary = False
# MathML needs no script and no font, and nothing from another host.
html_math_renderer = "mathml"
html_favicon = "static/favicon.svg"
html_theme_options = {
    "light_logo": "mark-light.svg",
    "dark_logo": "mark-dark.svg",
    "top_of_page_buttons": [],
}
