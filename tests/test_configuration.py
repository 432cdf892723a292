"""The table of settings as Sphinx holds it."""

from pathlib import Path

import pytest
from sphinx.errors import ConfigError
from sphinx.testing.util import SphinxTestApp

from trueloss.configuration import settings_in

COURSE = """\
extensions = ["myst_nb", "sphinx_design", "trueloss"]
html_math_renderer = "mathml"
trueloss_imports = ["numpy"]
trueloss_modes = [{"page": "index", "name": "Learn", "offers": "a program"}]
"""


def configured(folder: Path, **given: object) -> SphinxTestApp:
    (folder / "conf.py").write_text(COURSE, encoding="utf-8")
    given["nb_execution_cache_path"] = str(folder / "cache")
    return SphinxTestApp("dummy", srcdir=folder, confoverrides=given)


def test_what_was_read_takes_the_place_of_what_was_written(tmp_path: Path) -> None:
    app = configured(tmp_path, trueloss_workers="3", trueloss_run_only="index,why")
    try:
        settings = settings_in(app.config)
    finally:
        app.cleanup()
    assert (settings.workers, settings.imports) == (3, ("numpy",))
    assert [mode.name for mode in settings.modes] == ["Learn"]
    assert settings.run_only == ("index", "why")
    assert settings.root == str(tmp_path.parent)
    assert settings.fingerprint


def test_what_cannot_be_is_an_error_of_the_configuration(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="trueloss_workers is 0, and no page would run; write"):
        configured(tmp_path, trueloss_workers=0)
