"""Terms of the glossary show what they mean where a pointer rests on them."""

from collections.abc import Iterable, Iterator

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from trueloss.lessons.domains import Kept, Rewriting

#: What the terms of a page mean, without markup, by the term's id.
MEANINGS = Kept[dict[str, str]]("meanings")
#: The pages with a ``term`` role.
SPEAKING = Kept[bool]("speaking")


def meanings_of(env: BuildEnvironment) -> dict[str, str]:
    """Return the meaning of each term of the site, by the term's id."""
    found = MEANINGS.of(env).values()
    return {term: meaning for terms in found for term, meaning in terms.items()}


def note_terms(app: Sphinx, document: nodes.document) -> None:
    """Note what a page defines, and whether it speaks of terms."""
    docname = app.env.docname
    if any(ref.get("reftype") == "term" for ref in document.findall(addnodes.pending_xref)):
        SPEAKING.of(app.env)[docname] = True
    MEANINGS.of(app.env)[docname] = dict(_terms(document))


class RewriteMeanings(Rewriting[dict[str, str]]):
    """Has the pages that speak of terms written again where the meaning of one has changed."""

    def shown(self, env: BuildEnvironment) -> dict[str, str]:
        """Return what each term means."""
        return meanings_of(env)

    def pages(self, env: BuildEnvironment, *_meanings: object) -> Iterable[str]:
        """Return the pages with a ``term`` role."""
        return SPEAKING.of(env)


def show_meanings(app: Sphinx, document: nodes.document, _docname: str) -> None:
    """Give each link to a term its meaning as a title."""
    meanings = meanings_of(app.env)
    for reference in filter(leads_to_term, document.findall(nodes.reference)):
        term = reference.get("refid") or reference.get("refuri", "").rpartition("#")[2]
        inline = reference.children[0]
        assert isinstance(inline, nodes.Element)
        reference["reftitle"] = meanings[term]
        # No stylesheet looks at its classes, which each term would carry along.
        reference[:] = inline[:]


def leads_to_term(node: nodes.Node) -> bool:
    """Whether a node is a link to a term of the glossary."""
    inline = node.children[0] if isinstance(node, nodes.reference) and node.children else None
    return isinstance(inline, nodes.Element) and "std-term" in inline["classes"]


def _terms(document: nodes.document) -> Iterator[tuple[str, str]]:
    for glossary in document.findall(addnodes.glossary):
        for item in glossary.findall(nodes.definition_list_item):
            definition = next(item.findall(nodes.definition))
            meaning = " ".join(definition.astext().split())
            for term in item.findall(nodes.term):
                for name in term["ids"]:
                    yield name, meaning
