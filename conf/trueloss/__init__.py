"""True Loss: pages that are published only where their programs agree with them."""

from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

#: Version of our data in Sphinx's environment; with another, every page is read anew.
ENV_VERSION = 4


def setup(app: "Sphinx") -> "ExtensionMetadata":
    """Wire the extension."""
    # Not at the top: commands that build no site come without Sphinx.
    from trueloss import configuration, stops, vocabulary
    from trueloss.road import ROAD

    configuration.register(app)
    stops.register(app, ROAD)
    vocabulary.register(app)
    return {
        "version": version("trueloss"),
        "env_version": ENV_VERSION,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
