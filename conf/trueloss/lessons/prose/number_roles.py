"""The roles for numbers in prose: ``ran`` for what a cell printed, ``literal`` for the rest."""

from docutils import nodes
from sphinx.util.docutils import SphinxRole

from trueloss.diagnostics.diagnostic import Diagnostic, report
from trueloss.lessons.course.open_points import note_open_point
from trueloss.lessons.prose.number_nodes import ran_number
from trueloss.pages.ran_numbers import read_ran
from trueloss.pages.run_phase import page_being_read


class RanRole(SphinxRole):
    """Show a value that a cell of the page printed: ``{ran}`1.37 <one-step>` ``."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the value; whether the cell printed it is told of the page as a whole."""
        page = page_being_read()
        if self.text not in {number.text for number in page.ran}:
            message = (
                f"the number {self.text} comes from another file, where nothing ties it to a run; "
                "write it on the page itself"
            )
            report([Diagnostic("number", self.lineno, message)], page.path)
        number = read_ran(self.text)
        text = number.value
        if number.is_unfilled:
            text = f"[{self.text}]"
            advice = "is to be filled in; `nox -s check --fill` does that."
            note_open_point(self.env, self.lineno, f"The number {text} {advice}")
        return [ran_number("", text, role=self.text, near=self.lineno)], []


class LiteralRole(SphinxRole):
    """Show a number that no run printed and that its author stands for: ``{literal}`0.5` ``."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the number."""
        return [nodes.inline("", self.text, classes=["tl-literal"], tied=True)], []
