"""True Loss: pages that are published only where their programs agree with them."""

from typing import TypedDict

from sphinx.application import Sphinx

from trueloss import execution, lessons, publishing
from trueloss.faults import refuse_faulty_build


class Metadata(TypedDict):
    """What Sphinx wants to know of an extension."""

    parallel_read_safe: bool
    parallel_write_safe: bool


def setup(app: Sphinx) -> Metadata:
    """Wire the extension."""
    execution.setup(app)
    lessons.setup(app)
    publishing.setup(app)
    app.add_config_value("trueloss_keep_faulty", default=False, rebuild="", types=bool)
    app.connect("build-finished", refuse_faulty_build, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
