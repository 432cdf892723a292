"""Terms of the glossary show what they mean where a pointer rests on them."""

from collections.abc import Iterable, Iterator
from typing import cast

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from trueloss.lessons.domains import PageDomain
from trueloss.lessons.rewriting import Rewriting


class DefinitionDomain(PageDomain):
    """Keeps what each term means, and which pages speak of terms."""

    name = "definition"
    label = "Definition"
    initial_data = {"meanings": {}, "speaking": {}}  # noqa: RUF012 (Sphinx declares it so)

    @property
    def meanings(self) -> dict[str, dict[str, str]]:
        """What the terms of a page mean, without markup, by docname and the term's id."""
        return cast("dict[str, dict[str, str]]", self.data["meanings"])

    @property
    def speaking(self) -> dict[str, bool]:
        """The pages with a ``term`` role."""
        return cast("dict[str, bool]", self.data["speaking"])


def definitions_of(env: BuildEnvironment) -> DefinitionDomain:
    """Return the domain of the environment."""
    return cast("DefinitionDomain", env.get_domain("definition"))


def meanings_of(env: BuildEnvironment) -> dict[str, str]:
    """Return the meaning of each term of the site, by the term's id."""
    return {
        term: meaning
        for terms in definitions_of(env).meanings.values()
        for term, meaning in terms.items()
    }


def note_terms(app: Sphinx, document: nodes.document) -> None:
    """Note what a page defines, and whether it speaks of terms."""
    definitions = definitions_of(app.env)
    docname = app.env.docname
    if any(ref.get("reftype") == "term" for ref in document.findall(addnodes.pending_xref)):
        definitions.speaking[docname] = True
    definitions.meanings[docname] = dict(_terms(document))


class RewriteMeanings(Rewriting[dict[str, str]]):
    """Has the pages that speak of terms written again where the meaning of one has changed."""

    def shown(self, env: BuildEnvironment) -> dict[str, str]:
        """Return what each term means."""
        return meanings_of(env)

    def pages(self, env: BuildEnvironment, *_meanings: object) -> Iterable[str]:
        """Return the pages with a ``term`` role."""
        return definitions_of(env).speaking


def show_meanings(app: Sphinx, document: nodes.document, _docname: str) -> None:
    """Give each link to a term its meaning as a title."""
    meanings = meanings_of(app.env)
    for reference in document.findall(nodes.reference):
        term = reference.get("refid") or reference.get("refuri", "").rpartition("#")[2]
        inline = reference.children[0] if reference.children else None
        if isinstance(inline, nodes.Element) and "std-term" in inline["classes"]:
            reference["reftitle"] = meanings[term]


def _terms(document: nodes.document) -> Iterator[tuple[str, str]]:
    for glossary in document.findall(addnodes.glossary):
        for item in glossary.findall(nodes.definition_list_item):
            definition = next(item.findall(nodes.definition))
            meaning = " ".join(definition.astext().split())
            for term in item.findall(nodes.term):
                for name in term["ids"]:
                    yield name, meaning
