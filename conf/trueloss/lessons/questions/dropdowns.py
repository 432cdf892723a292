"""Hint, solution and common mistakes: dropdowns that stay closed until a reader wants them."""

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx_design.dropdown import DropdownDirective

from trueloss.diagnostics.diagnostic import Diagnostic, report
from trueloss.lessons.html.folded import dropdown


class _TitledDropdown(DropdownDirective):
    """A sphinx-design dropdown whose title is given by its name."""

    optional_arguments = 0
    title: str
    part: str

    def run_with_defaults(self) -> list[nodes.Node]:
        container = dropdown(self.title, self.part)
        self.set_source_info(container)
        if not any(line.strip() for line in self.content):
            what, it = (
                ("mistakes are", "them") if self.part == "mistakes" else ("solution is", "it")
            )
            message = f"the {what} empty; write {it}, or remove the directive"
            path = self.env.doc2path(self.env.docname)
            report([Diagnostic(f"question-{self.part}", self.lineno, message)], path)
        self.state.nested_parse(self.content, self.content_offset, container)
        return [container]


class SolutionDirective(_TitledDropdown):
    """Make a dropdown with the way to the answer, step by step."""

    title = "Solution"
    part = "solution"


class MistakesDirective(_TitledDropdown):
    """Make a dropdown with what people get wrong here."""

    title = "Common mistakes"
    part = "mistakes"


def hint_dropdowns(question: nodes.Element) -> None:
    """Turn the docutils hints of a question into dropdowns, in place."""
    for hint in list(question.findall(nodes.hint)):
        hint.replace_self(dropdown("Hint", "hint", *hint.children))


def part_of(question: nodes.Element, part: str) -> nodes.container | None:
    """Return a question's hint, solution or mistakes dropdown, if it has one."""
    return next(
        (node for node in question.findall(nodes.container) if node.get("part") == part), None
    )


def take_helps(question: nodes.Element) -> list[nodes.container]:
    """Take hint, solution and mistakes, if present, out of a question, in this order."""
    parts = [part_of(question, part) for part in ("hint", "solution", "mistakes")]
    helps = [part for part in parts if part is not None]
    for help_ in helps:
        help_.parent.remove(help_)
    return helps


class ChevronsByStylesheet(SphinxPostTransform):
    """Remove the chevron's picture from every dropdown; ``site.css`` draws it.

    A page of questions has dozens of dropdowns, and the same 320 bytes stood in each.
    """

    formats = ("html",)

    def run(self, **_: object) -> None:
        """Run the transform."""
        for marker in self.document.findall(nodes.inline):
            if "sd-summary-chevron-right" in marker["classes"]:
                marker.clear()
