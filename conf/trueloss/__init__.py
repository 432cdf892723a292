"""True Loss: pages that are published only where their programs agree with them."""

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from trueloss import lessons, pages, publishing
from trueloss.diagnostics.diagnostic import refuse_faulty_build


def setup(app: Sphinx) -> ExtensionMetadata:
    """Wire the extension."""
    pages.setup(app)
    lessons.setup(app)
    publishing.setup(app)
    app.add_config_value("trueloss_keep_faulty", default=False, rebuild="", types=bool)
    app.connect("build-finished", refuse_faulty_build, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
