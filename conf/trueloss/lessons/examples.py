"""Report what is wrong with the programs under ``examples/``, and which of them no page loads."""

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from trueloss.execution.source import read_source
from trueloss.faults import Fault, report
from trueloss.truth.examples import program_faults, unloaded_examples


def report_programs(app: Sphinx, env: BuildEnvironment) -> None:
    """Report every example that breaks a rule, or is no dependency of any page."""
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
    for path in sorted(examples.rglob("*.py")):
        if path.is_file() and not path.is_symlink():
            report(program_faults(path.name, read_source(path).text), path)


def setup(app: Sphinx) -> None:
    """Look once every page was read."""
    app.connect("env-check-consistency", report_programs)
