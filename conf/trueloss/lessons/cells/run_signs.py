"""The sign under every output, and below every task: this build ran it."""

from typing import Any

from docutils import nodes
from sphinx.config import Config
from sphinx.transforms import SphinxTransform
from sphinx.writers.html5 import HTML5Translator

from trueloss.kernels.environment import named_versions
from trueloss.lessons.course.evidence_page import address_of
from trueloss.lessons.html.translator import is_output
from trueloss.text.allowed_html import SIGNS

SIGN = SIGNS[0]


class run_sign(nodes.Element):  # noqa: N801 (docutils names nodes so)
    """Where the sign stands, as the last child of what was run; ``says`` what that run did."""


class SignOutputs(SphinxTransform):
    """Append a ``run_sign`` to every ``<container nb_element="cell_code_output">``."""

    def apply(self, **_kwargs: Any) -> None:
        """Sign the outputs of this page."""
        for container in list(self.document.findall(nodes.container)):
            if is_output(container):
                container += run_sign(says=SIGN)


def html_run_sign(self: HTML5Translator, node: run_sign) -> str:
    """Return the sign, linked to the versions of all that ran where the site shows them."""
    builder = self.builder
    address = address_of(builder, builder.current_docname, "versions")
    text = f"{node['says']}{_signed(builder.config)}"
    linked = f'<a href="{address}">{text}</a>' if address else text
    return f'<p class="tl-run-sign">{linked}</p>\n'


def _signed(config: Config) -> str:
    name, packages = config.trueloss_signed, config.trueloss_packages
    versions = named_versions({name: packages[name.lower()]}) if name else {}
    return "".join(f" · {name} {version}" for version in [*versions.values()][:1])
