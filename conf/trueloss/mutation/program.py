"""How the run of a program behind evidence ended."""

from trueloss.execution.jobs import Run

#: Limits that stop a run without saying anything about the program.
_LIMITS = {"cell-timeout", "files-limit", "memory-limit", "output-limit", "process-limit"}


def failed(run: Run) -> bool:
    """Tell whether a run failed through the program, and not because it was slow or large."""
    return run.failure is not None and run.failure.rule not in _LIMITS
