"""The scripts and styles of the package, beside those of the course that is built."""

from sphinx.application import Sphinx

from trueloss.repository import STATIC


def add_static(app: Sphinx) -> None:
    """Publish our scripts and styles beside the course's own.

    Not sooner: Sphinx would note in ``.buildinfo`` in which folder the package lies.
    """
    app.config.html_static_path.append(str(STATIC))
    # Where Sphinx has the stylesheets of ``html_css_files``: after those of components.
    app.add_css_file("site.css", priority=800)
