"""Names of TensorFlow and Keras in prose link to their documentation.

The names are in ``tensorflow_names.txt``, so a build needs no network; whether the addresses
answer is for the link check to say. A page links a name where it first mentions it.

The names are no ``objects.inv`` for intersphinx, though it could hold them: intersphinx resolves
roles, and this links plain code, finds short names and refuses unknown ones. The format is
compressed, so no diff shows what changed; its old form, a text, adds an anchor to every address.
"""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from trueloss.diagnostics.diagnostic import Diagnostic, report
from trueloss.lessons.cards.card_nodes import flashcard_front
from trueloss.lessons.html.html_nodes import above
from trueloss.lessons.questions.question_nodes import option_label, question_title
from trueloss.text.nearest import instead

NAMES = Path(__file__).with_name("tensorflow_names.txt")
BASE = "https://www.tensorflow.org/api_docs/python/"

#: Parts that no lesson is about, by a part of their name: they have no links, and no mistakes.
LEFT_OUT = frozenset(
    {"autograph", "compat", "dtensor", "experimental", "feature_column", "keras", "legacy", "lite"}
    | {"mlir", "profiler", "quantization", "raw_ops", "src", "sysconfig", "test", "tpu", "version"}
    | {"xla"}
)

_QUALIFIED = re.compile(r"(?:tf|keras)(?:\.[A-Za-z]\w*)+")
_SHORT = re.compile(r"[A-Z][A-Za-z0-9]+")
#: Where a link would be in the way: it is a link already, or a control, or a title.
_NO_LINKS = (
    nodes.reference,
    nodes.title,
    nodes.rubric,
    option_label,
    question_title,
    flashcard_front,
)


@dataclass(frozen=True)
class Names:
    """What the documentation knows: ``pages`` by qualified name, ``short`` where only one fits."""

    pages: Mapping[str, str]
    short: Mapping[str, str]

    def address(self, code: str) -> str | None:
        """Return where a name is documented, or ``None`` where it is no such name.

        ``code`` may be a call, ``Dense(1)``, or a method of a class, ``tf.Variable.assign``.
        Raises KeyError for a qualified name that is not known.
        """
        name = code.partition("(")[0].strip()
        if _SHORT.fullmatch(name) and name in self.short:
            return self.pages[self.short[name]]
        if not _QUALIFIED.fullmatch(name):
            return None
        name = name.replace("tf.keras.", "keras.", 1)
        if name in self.pages:
            return self.pages[name]
        if LEFT_OUT.intersection(name.split(".")[1:]):
            return None
        owner, _, method = name.rpartition(".")
        if owner in self.pages and _SHORT.fullmatch(owner.rpartition(".")[2]):
            return f"{self.pages[owner]}#{method}"
        raise KeyError(name)


def read_names(text: str) -> Names:
    """Return the names of an inventory: a line for each, with the name it is documented under."""
    pages: dict[str, str] = {}
    shorts: dict[str, list[str]] = {}
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        name, _, documented = line.partition(" ")
        pages[name] = address_of(documented or name)
        last = name.rpartition(".")[2]
        if not documented and _SHORT.fullmatch(last):
            shorts.setdefault(last, []).append(name)
    return Names(pages, {last: names[0] for last, names in shorts.items() if len(names) == 1})


def address_of(name: str) -> str:
    """Return the address of the page of a name; Keras is documented below TensorFlow."""
    path = name if name.partition(".")[0] == "tf" else f"tf.{name}"
    return BASE + path.replace(".", "/")


@functools.cache
def known_names() -> Names:
    """Return the names of the inventory in the repository."""
    return read_names(NAMES.read_text(encoding="utf-8"))


class LinkNames(SphinxTransform):
    """Link the first mention of each name, and report qualified names that nothing documents."""

    def apply(self, **_kwargs: Any) -> None:
        """Look at the inline code of a page."""
        exempt = any(fnmatch(self.env.docname, name) for name in self.config.trueloss_prose_exempt)
        path = self.env.doc2path(self.env.docname)
        linked: set[str] = set()
        for literal in list(self.document.findall(nodes.literal)):
            if any(isinstance(parent, _NO_LINKS) for parent in above(literal)):
                continue
            code = literal.astext()
            try:
                address = known_names().address(code)
            except KeyError as error:
                if not exempt:
                    report([_diagnostic(code, error.args[0], path)], path)
                continue
            if address and address not in linked:
                linked.add(address)
                link = nodes.reference("", "", refuri=address, classes=["tl-api"])
                literal.replace_self(link)
                link += literal


def _diagnostic(code: str, name: str, path: Path) -> Diagnostic:
    lines = path.read_text(encoding="utf-8").splitlines()
    line = next((n for n, text in enumerate(lines, start=1) if code in text), 1)
    message = (
        f"{code!r} names {name}, which the documentation of TensorFlow and Keras does not have; "
        f"{instead(name, known_names().pages, 'correct it')}, or run `nox -s names` if a new "
        "release brought it"
    )
    return Diagnostic("api-name", line, message)
