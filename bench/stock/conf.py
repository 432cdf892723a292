"""The site's settings without True Loss: the same theme and extensions, and myst-nb as it comes.

What only True Loss knows (questions, numbers tied to a run) is left out of a page. Its cells stand
at the top level and run all the same.
"""

import runpy
from pathlib import Path

_SITE = runpy.run_path(str(Path(__file__).parents[2] / "conf" / "conf.py"))
globals().update({name: value for name, value in _SITE.items() if not name.startswith("_")})

extensions = [name for name in _SITE["extensions"] if name != "trueloss"]
nb_custom_formats: dict[str, list[object]] = {}
nb_execution_mode = "cache"
html_math_renderer = "mathjax"
# The first cell of each page imports TensorFlow, which takes longer than the usual limit.
nb_execution_timeout = 600
# A page that fails must not pass for a fast one.
nb_execution_raise_on_error = True
suppress_warnings = ["myst.directive_unknown", "myst.role_unknown", "mystnb.unknown_mime_type"]
