"""A page as its author wrote it: read once into plain data, then run."""

import os
from pathlib import Path

from sphinx.application import Sphinx

from trueloss.execution.run_settings import LESSON_IMPORTS
from trueloss.pages.run_phase import RunPhase, check_settings, set_fingerprint


def setup(app: Sphinx) -> None:
    """Wire the run phase into Sphinx."""
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
    phase = RunPhase()
    app.connect("config-inited", check_settings)
    app.connect("config-inited", set_fingerprint)
    app.connect("builder-inited", phase.wait_for_other_builds)
    app.connect("env-before-read-docs", phase.run)
    app.connect("env-purge-doc", phase.decode)
    app.connect("source-read", phase.hand_over)
    app.connect("build-finished", phase.close, priority=950)
