"""Report what is wrong with the cells of a page, and with the programs under ``examples/``."""

import hashlib
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from trueloss.diagnostics.diagnostic import Diagnostic, report
from trueloss.lessons.domains import Kept
from trueloss.pages.labelled_cells import labelled_cells
from trueloss.pages.run_phase import page_being_read
from trueloss.pages.sources import read_source
from trueloss.truth.comparisons import comparison_diagnostics
from trueloss.truth.example_rules import program_diagnostics, unloaded_examples
from trueloss.truth.number_lines import line_diagnostics
from trueloss.truth.printed_rules import printed_diagnostics
from trueloss.truth.prose_numbers import ran_diagnostics

#: The SHA-256 of each program without a diagnostic, by its path: a build that changes none parses
#: none.
SOUND = Kept[str]("sound")


def loaded_files(env: BuildEnvironment) -> set[Path]:
    """Return the files that pages are made of besides their own."""
    return {
        Path(env.srcdir, path).resolve() for paths in env.dependencies.values() for path in paths
    }


def report_programs(app: Sphinx, env: BuildEnvironment) -> None:
    """Report every example that breaks a rule, or is no dependency of any page."""
    loaded = loaded_files(env)
    examples = Path(app.config.trueloss_root) / "examples"
    for path in unloaded_examples(examples, loaded):
        diagnostic = Diagnostic(
            "example-unloaded",
            1,
            "no page loads this program; load it in a code cell with "
            f":load: and the path to {path.relative_to(examples.parent)}, or remove it",
        )
        report([diagnostic], path)
    packages = sorted(app.config.trueloss_packages)
    sound = SOUND.of(env)
    for path in sorted(examples.rglob("*.py")):
        if path.is_file() and not path.is_symlink():
            text, name = read_source(path).text, path.relative_to(examples.parent).as_posix()
            digest = hashlib.sha256(f"{packages}\n{text}".encode()).hexdigest()
            if sound.get(str(path)) != digest:
                diagnostics = list(program_diagnostics(name, text, packages))
                report(diagnostics, path)
                if not diagnostics:
                    sound[str(path)] = digest


def report_printed(_app: Sphinx, _document: nodes.document) -> None:
    """Report it of the page that was just read."""
    page = page_being_read()
    report(printed_diagnostics(page), page.path)
    cells = labelled_cells(page.notebook)
    report(ran_diagnostics(page.ran, cells), page.path)
    report(line_diagnostics(page.ran, cells), page.path)
    report(comparison_diagnostics(page.ran), page.path)
