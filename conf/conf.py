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

# -- The course: docs/contributing/settings.md says what each means

trueloss_modes = [
    {
        "page": "index",
        "name": "Learn",
        "offers": "what it is, and the smallest complete program",
        "rule": "practice",
    },
    {"page": "why", "name": "Why", "offers": "the problem without it and with it, side by side"},
    {"page": "deep-dive", "name": "Deep dive", "offers": "the arithmetic, step by step"},
    {"page": "visualize", "name": "Visualize", "offers": "watch it train"},
    {"page": "try", "name": "Try", "offers": "fill in the blanks", "attempts": 3},
    {
        "page": "challenge",
        "name": "Challenge",
        "offers": "five problems for a badge",
        "attempts": 2,
        "badge": True,
        "rule": "challenge",
    },
    {"page": "experiment", "name": "Experiment", "offers": "beat a baseline"},
    {"page": "recall", "name": "Recall", "offers": "cards that come back when due"},
    {"page": "metrics", "name": "Metrics", "offers": "what the numbers tell"},
    {
        "page": "test",
        "name": "Test",
        "offers": "ten questions on three levels",
        "draws": 10,
        "rule": "pool",
    },
]
trueloss_whole = {"tasks": 5, "cards": 10, "pictures": 1, "recaps": 1, "minutes": 15}
trueloss_prose_exempt = ["contributing/*", "decisions/*"]
# New versions of these change outputs most often. On Linux, TensorFlow comes as tensorflow-cpu.
trueloss_packages = {
    "tensorflow": ["tensorflow", "tensorflow-cpu"],
    "keras": ["keras"],
    "numpy": ["numpy"],
    "sklearn": ["scikit-learn"],
    "matplotlib": ["matplotlib"],
}
trueloss_signed = "TensorFlow"
# TensorFlow alone costs seconds of CPU. Importing sklearn imports none of the parts that lessons
# use, so they are named.
trueloss_imports = [
    "tensorflow",
    "keras",
    "numpy",
    "matplotlib.pyplot",
    "sklearn.datasets",
    "sklearn.dummy",
    "sklearn.linear_model",
    "sklearn.metrics",
    "sklearn.model_selection",
    "sklearn.preprocessing",
    "sklearn.tree",
]
# What `fit` imports at its first call.
trueloss_imports_along = [
    "tensorflow.python.data.ops.flat_map_op",
    "tensorflow.python.data.ops.from_tensors_op",
    "tensorflow.python.data.ops.range_op",
    "tensorflow.python.data.ops.zip_op",
]
# Thread counts, oneDNN and op determinism change the last digits of a loss.
trueloss_environment = {
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_DETERMINISTIC_OPS": "1",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "TF_NUM_INTEROP_THREADS": "1",
    "TF_NUM_INTRAOP_THREADS": "1",
}

# -- The site: docs/contributing/settings.md says what each means

# Set where a build is published: `nox -s docs -- -D html_baseurl=... -D trueloss_repository=...`
html_baseurl = ""
trueloss_repository = ""
trueloss_description = (
    "A course on training neural networks in TensorFlow whose every number was printed by its own "
    "build, and whose every answer was settled by a run."
)
# Lessons that were renamed, old page to new, so that links of others still arrive.
trueloss_redirects: dict[str, str] = {}
trueloss_archive = "trueloss"
# What Furo brings besides what MyST-NB and sphinx-design do, and what it lets scroll.
trueloss_stylesheets = [
    "mystnb*.css",
    "pygments.css",
    "sphinx-design.min.css",
    "styles/furo-extensions.css",
    "styles/furo.css",
]
trueloss_scrolling = {"math-wrapper": "Formula", "table-wrapper": "Table"}

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
# Summaries are fetched, and a browser refuses to fetch on file://; a script of ours wants them
# where the site is served.
html_show_search_summary = False
# MathML needs no script and no font, and nothing from another host.
html_math_renderer = "mathml"
html_favicon = "static/favicon.svg"
html_theme_options = {
    "light_logo": "mark-light.svg",
    "dark_logo": "mark-dark.svg",
    "top_of_page_buttons": [],
}
