"""What a site needs besides its pages: policy, addresses, notebooks, light stylesheets, archive."""

from sphinx.application import Sphinx

from trueloss.publishing import addresses, notebook_links, notebooks, policy, sharing, stylesheets


def setup(app: Sphinx) -> None:
    """Wire what goes with every build of the pages."""
    # Where the repository lies, as https://github.com/owner/name; empty where it lies nowhere.
    app.add_config_value("trueloss_repository", "", "env", str)
    for module in (addresses, notebook_links, notebooks, policy, sharing, stylesheets):
        module.setup(app)
