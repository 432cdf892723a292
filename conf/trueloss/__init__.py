"""True Loss: pages that are published only where their programs agree with them."""

from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

#: What the environment of Sphinx holds of ours; one of another version is read anew.
ENV_VERSION = 2


def setup(app: "Sphinx") -> "ExtensionMetadata":
    """Wire the extension."""
    # Not at the top: commands that build no site come without Sphinx.
    from trueloss import stops, vocabulary
    from trueloss.road import ROAD

    _add_settings(app)
    stops.register(app, ROAD)
    vocabulary.register(app)
    return {
        "version": version("trueloss"),
        "env_version": ENV_VERSION,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _add_settings(app: "Sphinx") -> None:
    import os
    from pathlib import Path

    from trueloss.execution.run_settings import LESSON_IMPORTS

    # The folder that no :load: may leave.
    app.add_config_value("trueloss_root", str(Path(app.srcdir).parent), "env", str)
    # Set by the phase: a new environment is a new configuration, and every page is read anew.
    app.add_config_value("trueloss_fingerprint", "", "env", str)
    # How pages are run; conf/trueloss/execution/run_settings.py says what each means.
    app.add_config_value("trueloss_workers", os.cpu_count() or 1, "", int)
    app.add_config_value("trueloss_kernels", "auto", "", str)
    app.add_config_value("trueloss_imports", list(LESSON_IMPORTS), "", list)
    app.add_config_value("trueloss_scheduler", None, "", (str, type(None)))
    # The pages and folders whose cells may run; all without any. The others show what is cached.
    app.add_config_value("trueloss_run_only", [], "", list)
    app.add_config_value("trueloss_release", default=False, rebuild="env", types=bool)
    # Pages for authors, by the pattern of their names: what they say of numbers is no lesson.
    app.add_config_value("trueloss_prose_exempt", ["contributing/*", "decisions/*"], "env", list)
    # Where the repository lies, as https://github.com/owner/name; empty where it lies nowhere.
    app.add_config_value("trueloss_repository", "", "env", str)
    # What the site is, in a sentence, for pages without a paragraph of their own.
    app.add_config_value("trueloss_description", "", "html", str)
    # Lessons that were renamed: old docname to new, as in {"lessons/loss/index": ...}.
    app.add_config_value("trueloss_redirects", {}, "env", dict)
    app.add_config_value("trueloss_keep_faulty", default=False, rebuild="", types=bool)
