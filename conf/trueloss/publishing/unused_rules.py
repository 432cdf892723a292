"""Leave out of a stylesheet what no page can use.

A selector is judged by its names: where a class, an id or a tag of it occurs on no page and in no
script, it matches nothing. All else counts as possible: states, attributes, and whatever stands in
parentheses.

The parser is our own because tinycss2, which puts every string into double quotes and escapes those
in Furo's icons, would need a writer as long as what it saves; PurgeCSS would bring Node into every
build.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_TOKEN = re.compile(
    r"""
      (?P<comment>/\*.*?\*/)
    | (?P<verbatim>"(?:\\.|[^"\\])*" | '(?:\\.|[^'\\])*' | url\(\s*[^\s"')][^)]*\))
    | (?P<mark>[{};])
    | (?P<text>(?:(?!url\()[^{};"'/])+|.)
    """,
    re.DOTALL | re.VERBOSE,
)
#: At-rules that hold rules, and are nothing without them.
_GROUPS = ("@media", "@supports", "@container", "@layer")
_PARENTHESES = re.compile(r"\([^()]*\)")
_ATTRIBUTES_AND_STATES = re.compile(r"\[[^]]*\]|::?[\w-]+")
_CLASS_OR_ID = re.compile(r"[.#]([\w-]+)")
_TAG = re.compile(r"(?<![\w.#-])[a-zA-Z][\w-]*")
_ATTRIBUTE = re.compile(r"""\s(?:class|id)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_OPENING = re.compile(r"<([a-zA-Z][\w-]*)")
_WORD = re.compile(r"[\w-]+")
_REFERENCE = re.compile(r"var\(\s*(--[\w-]+)")


@dataclass
class Block:
    """What stands before braces, and the declarations and blocks between them."""

    prelude: str
    body: "list[Block | str]" = field(default_factory=list)


def parse(css: str) -> Block:
    """Return a stylesheet as a block without a prelude; of its comments, licences are kept.

    Raises ValueError where braces do not match.
    """
    sheet = Block("")
    open_blocks = [sheet]
    pending = ""
    for found in _TOKEN.finditer(css):
        text = found[0]
        inner = open_blocks[-1]
        if found["comment"]:
            if text.startswith("/*!"):
                inner.body.append(text)
        elif not found["mark"]:
            pending += text if found["verbatim"] else re.sub(r"\s+", " ", text)
        elif text == "{":
            block = Block(pending.strip())
            inner.body.append(block)
            open_blocks.append(block)
            pending = ""
        else:
            if pending.strip():
                inner.body.append(pending.strip())
            pending = ""
            if text == "}":
                open_blocks.pop()
                if not open_blocks:
                    break
    if open_blocks != [sheet] or pending.strip():
        raise ValueError("the braces of a stylesheet do not match")
    return sheet


def write(sheet: Block) -> str:
    """Return a stylesheet as text, without what only people need."""
    css = "".join(_written(part) for part in sheet.body)
    return css.replace(";}", "}")


def _written(part: Block | str) -> str:
    if isinstance(part, Block):
        return f"{part.prelude}{{{write(part)}}}"
    return part if part.startswith("/*") else f"{part};"


def names_in_page(html: str) -> Iterator[str]:
    """Yield the classes, ids and tags of a page."""
    for values in set(_ATTRIBUTE.findall(html)):
        yield from "".join(values).split()
    for tag in set(_OPENING.findall(html)):
        yield tag.lower()


def names_in_script(script: str) -> Iterator[str]:
    """Yield what may be a class, an id or a tag that a script gives to something."""
    yield from _WORD.findall(script)


def without_unused_rules(sheet: Block, names: set[str]) -> Block:
    """Return a stylesheet without the rules that ask for other names than these."""
    kept = Block(sheet.prelude)
    for part in sheet.body:
        if isinstance(part, str):
            kept.body.append(part)
        elif part.prelude.startswith(_GROUPS):
            group = without_unused_rules(part, names)
            kept.body += [group] if group.body else []
        elif part.prelude.startswith("@"):
            kept.body.append(part)
        elif selectors := _possible(part.prelude, names):
            kept.body.append(Block(selectors, part.body))
    return kept


def _possible(selectors: str, names: set[str]) -> str:
    possible = [one for one in _split(selectors) if _can_match(one, names)]
    # A browser that does not know a selector ignores its whole list, which may not end with it.
    return selectors if possible and ":-" in selectors else ",".join(possible)


def _split(selectors: str) -> Iterator[str]:
    depth, start = 0, 0
    for place, character in enumerate(selectors):
        depth += (character in "([") - (character in ")]")
        if character == "," and not depth:
            yield selectors[start:place].strip()
            start = place + 1
    yield selectors[start:].strip()


def _can_match(selector: str, names: set[str]) -> bool:
    if "\\" in selector:
        return True
    outer = None
    while outer != selector:
        outer, selector = selector, _PARENTHESES.sub("", selector)
    plain = _ATTRIBUTES_AND_STATES.sub("", selector)
    tags = (tag.lower() for tag in _TAG.findall(plain))
    return names.issuperset(_CLASS_OR_ID.findall(plain)) and names.issuperset(tags)


def without_unused_properties(sheets: Iterable[Block], others: str) -> list[Block]:
    """Return stylesheets without the custom properties that neither they nor ``others`` use."""
    sheets = list(sheets)
    declared: dict[str, set[str]] = {}
    used = set(re.findall(r"--[\w-]+", others))
    for declaration in (found for sheet in sheets for found in _declarations(sheet)):
        references = set(_REFERENCE.findall(declaration))
        if declaration.startswith("--"):
            declared.setdefault(_name(declaration), set()).update(references)
        else:
            used |= references
    new = used
    while new:
        new = set().union(*(declared.get(name, set()) for name in new)) - used
        used |= new
    return [_with_properties(sheet, used) for sheet in sheets]


def _declarations(sheet: Block) -> Iterator[str]:
    for part in sheet.body:
        if isinstance(part, Block):
            yield from _declarations(part)
        else:
            yield part


def _name(declaration: str) -> str:
    return declaration.partition(":")[0].strip()


def _with_properties(sheet: Block, used: set[str]) -> Block:
    kept = Block(sheet.prelude)
    for part in sheet.body:
        if isinstance(part, Block):
            inner = _with_properties(part, used)
            kept.body += [inner] if inner.body or not part.body else []
        elif not part.startswith("--") or _name(part) in used:
            kept.body.append(part)
    return kept
