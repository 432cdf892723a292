"""Domains that keep what pages say, so that partial and parallel builds know it all."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment

from trueloss.diagnostics.diagnostic import Diagnostic, report
from trueloss.text.unique_names import second_uses


class QuietDomain(Domain):
    """A domain that no link leads to."""

    def resolve_any_xref(self, *_arguments: Any) -> list[tuple[str, nodes.reference]]:
        """Return nothing. Without this MyST warns at each broken link."""
        return []


class PageDomain(QuietDomain):
    """A domain whose data are dictionaries, all by docname: the values of ``initial_data``."""

    def clear_doc(self, docname: str) -> None:
        """Forget a page that is about to be read again."""
        for kind in self.initial_data:
            self.data[kind].pop(docname, None)

    def merge_domaindata(self, docnames: Iterable[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process read."""
        for docname in docnames:
            for kind in self.initial_data:
                if docname in otherdata[kind]:
                    self.data[kind][docname] = otherdata[kind][docname]


def report_second_uses(
    env: BuildEnvironment,
    kind: str,
    named: Iterable[tuple[str | None, tuple[str, int]]],
    advice: str,
) -> None:
    """Report every name that two of a kind bear; each name comes with its page and line."""
    for name, (page, line), (docname, again) in second_uses(named):
        message = (
            f"the name {name!r} belongs to the {kind} at {env.doc2path(page, base=False)}:{line} "
            f"already; {advice}"
        )
        report([Diagnostic(f"{kind}-name", again, message)], Path(env.doc2path(docname)))
