"""Report programs that no page loads."""

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from trueloss.faults import Fault, report
from trueloss.truth.examples import unloaded_examples


def report_unloaded(app: Sphinx, env: BuildEnvironment) -> None:
    """Report every example that is no dependency of any page."""
    loaded = {
        Path(app.srcdir, path).resolve() for paths in env.dependencies.values() for path in paths
    }
    examples = Path(app.config.trueloss_root) / "examples"
    for path in unloaded_examples(examples, loaded):
        fault = Fault(
            "example-unloaded",
            1,
            "no page loads this program; load it in a code cell with "
            f":load: and the path to {path.relative_to(examples.parent)}, or remove it",
        )
        report([fault], path)


def setup(app: Sphinx) -> None:
    """Look once every page was read."""
    app.connect("env-check-consistency", report_unloaded)
