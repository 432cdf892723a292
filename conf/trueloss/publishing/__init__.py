"""What a site needs besides its pages: policy, addresses, notebooks, light stylesheets, archive."""

from sphinx.application import Sphinx

from trueloss.publishing import addresses, notebook_links, notebooks, policy, sharing, stylesheets
from trueloss.repository import STATIC


def add_static(app: Sphinx) -> None:
    """Publish our scripts and styles beside the course's own.

    Not sooner: Sphinx would note in ``.buildinfo`` in which folder the package lies.
    """
    app.config.html_static_path.append(str(STATIC))


def setup(app: Sphinx) -> None:
    """Wire what goes with every build of the pages."""
    # Where the repository lies, as https://github.com/owner/name; empty where it lies nowhere.
    app.add_config_value("trueloss_repository", "", "env", str)
    app.connect("builder-inited", add_static)
    # Where Sphinx has the stylesheets of ``html_css_files``: after those of components.
    app.add_css_file("site.css", priority=800)
    for module in (addresses, notebook_links, notebooks, policy, sharing, stylesheets):
        module.setup(app)
