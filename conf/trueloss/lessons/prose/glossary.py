"""Terms of the glossary show what they mean where a pointer rests on them."""

from collections.abc import Iterable, Iterator
from typing import Any, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from trueloss.lessons.domains import QuietDomain
from trueloss.lessons.rewriting import Rewriting


class DefinitionDomain(QuietDomain):
    """Keeps what each term means, and which pages speak of terms."""

    name = "definition"
    label = "Definition"
    initial_data = {"meanings": {}, "speaking": set()}  # noqa: RUF012 (Sphinx declares it so)

    @property
    def meanings(self) -> dict[str, tuple[str, str]]:
        """The page that defines a term, and its meaning without markup, by the term's id."""
        return cast("dict[str, tuple[str, str]]", self.data["meanings"])

    @property
    def speaking(self) -> set[str]:
        """The pages with a ``term`` role."""
        return cast("set[str]", self.data["speaking"])

    def clear_doc(self, docname: str) -> None:
        """Forget a page that is about to be read again."""
        self.speaking.discard(docname)
        for term in [term for term, (page, _) in self.meanings.items() if page == docname]:
            del self.meanings[term]

    def merge_domaindata(self, docnames: Iterable[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process read."""
        self.speaking.update(otherdata["speaking"] & set(docnames))
        for term, (page, meaning) in otherdata["meanings"].items():
            if page in docnames:
                self.meanings[term] = (page, meaning)


def definitions_of(env: BuildEnvironment) -> DefinitionDomain:
    """Return the domain of the environment."""
    return cast("DefinitionDomain", env.get_domain("definition"))


def note_terms(app: Sphinx, document: nodes.document) -> None:
    """Note what a page defines, and whether it speaks of terms."""
    definitions = definitions_of(app.env)
    docname = app.env.docname
    if any(ref.get("reftype") == "term" for ref in document.findall(addnodes.pending_xref)):
        definitions.speaking.add(docname)
    for glossary in document.findall(addnodes.glossary):
        for term, meaning in _terms(glossary):
            definitions.meanings[term] = (docname, meaning)


class RewriteMeanings(Rewriting[dict[str, tuple[str, str]]]):
    """Has the pages that speak of terms written again where the meaning of one has changed."""

    def shown(self, env: BuildEnvironment) -> dict[str, tuple[str, str]]:
        """Return what each term means."""
        return dict(definitions_of(env).meanings)

    def pages(self, env: BuildEnvironment, *_meanings: object) -> set[str]:
        """Return the pages with a ``term`` role."""
        return definitions_of(env).speaking


def show_meanings(app: Sphinx, document: nodes.document, _docname: str) -> None:
    """Give each link to a term its meaning as a title."""
    meanings = definitions_of(app.env).meanings
    for reference in document.findall(nodes.reference):
        term = reference.get("refid") or reference.get("refuri", "").rpartition("#")[2]
        inline = reference.children[0] if reference.children else None
        if isinstance(inline, nodes.Element) and "std-term" in inline["classes"]:
            reference["reftitle"] = meanings[term][1]


def _terms(glossary: addnodes.glossary) -> Iterator[tuple[str, str]]:
    for item in glossary.findall(nodes.definition_list_item):
        definition = next(item.findall(nodes.definition))
        meaning = " ".join(definition.astext().split())
        for term in item.findall(nodes.term):
            for name in term["ids"]:
                yield name, meaning
