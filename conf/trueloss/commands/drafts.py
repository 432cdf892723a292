"""Questions, tasks and cards drafted from a program and what it printed, as Markdown.

What a person has to think of is an open point in them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trueloss.mutation.mutants import numbers_in, replaced_text
from trueloss.repository import Refusal
from trueloss.text.numerals import PRINTED, holds_number
from trueloss.text.python_source import parse

#: A line that says something of a candidate: ``rate 0.5: 0.0000 away``.
_OF_ONE = re.compile(r"(?P<name>.+?):\s+(?P<rest>.*)")
_AS_CODE = re.compile(r"[\d\[\](){}=_*<>\\$]")
_GAP = re.compile(r"\s*# gap: (?P<code>[^|]+)(?P<others>(?:\|[^|]+)*)$")
_CHECK = re.compile(r"^# check: (?P<check>.+)\n?", re.MULTILINE)
_THINK = {
    "hint": "Help without giving the answer away.",
    "solution": "Lead to the answer in numbered steps, and end with a quick check.",
    "mistakes": "Name the mistakes behind the wrong options.",
}
_HELPS = "\n".join(
    f"::::{{{name}}}\n:::{{todo}}\n{text}\n:::\n::::" for name, text in _THINK.items()
)


class DraftError(Refusal):
    """Nothing can be drafted from a program; the message says what it needs."""


@dataclass(frozen=True)
class Choice:
    """An option, and what is known of it."""

    text: str
    feedback: str = ""

    def written(self, right: str) -> str:
        """Return it as an option, marked where it is the right one."""
        text = f"`{self.text}`" if _AS_CODE.search(self.text) else self.text
        below = f"\n  {self.feedback}" if self.feedback else ""
        return f"- [{'x' if self.text == right else ' '}] {text}{below}"


def cell(label: str, load: str, *options: str) -> str:
    """Return a cell that loads a program."""
    return "\n".join(["```{code-cell}", f":label: {label}", f":load: {load}", *options, "```\n"])


def lines_of(output: str) -> list[str]:
    """Return the lines that a program printed, without empty ones."""
    return [" ".join(line.split()) for line in output.splitlines() if line.strip()]


def candidates(output: str, label: str) -> list[Choice]:
    """Return the candidates of which a program told, where its last line names one of them."""
    *above, last = lines_of(output) or [""]
    names = [found["name"] for line in above if (found := _OF_ONE.fullmatch(line))]
    shared = _shared_words(names) if last not in names else ""
    if f"{shared}{last}" not in names:
        return []
    return [
        Choice(name.removeprefix(shared), _told(output, f"{name}:", label))
        for name in dict.fromkeys(names)
    ]


def question(name: str, level: str, asks: str, choices: Sequence[Choice], right: str) -> str:
    """Return a question; ``asks`` are its title and the options for its kind and its cell."""
    title, _, options = asks.partition("\n")
    marked = "\n".join(choice.written(right) for choice in choices)
    return (
        f":::::{{question}} {title}\n:name: {name}\n{options}\n{level}\n\n"
        ":::{todo}\nAsk it in your own words, and say of each option what is right or wrong "
        f"about it.\n:::\n\n{marked}\n\n{_HELPS}\n:::::\n"
    )


def predicted(output: str, others: Sequence[tuple[str, str]]) -> list[Choice]:
    """Return the last line among others, each of these with what is known of it.

    Where there are none, up to three lines that the program printed earlier stand for them.
    """
    *above, last = lines_of(output) or [""]
    earlier = [line for line in dict.fromkeys(above) if line != last][-3:]
    known = others or [(line, "The program printed this line earlier.") for line in earlier]
    return [*(Choice(*each) for each in known), Choice(last)]


def neighbour(words: str, printed: str, label: str) -> str:
    """Say what a neighbour of a program prints."""
    return f"With {words} it would print {_cited(f'{words}: {printed}', f'{words}:', label)}."


def blank(source: str, name: str, level: str, load: str) -> tuple[str, str]:
    """Return the program with gaps for a source with marked expressions, and the task.

    A line is marked by ``# gap: EXPRESSION | ANOTHER``, the program by ``# check: EXPRESSION``.
    """
    check = _CHECK.search(source)
    gaps: list[list[str]] = []
    lines = []
    for number, line in enumerate(_CHECK.sub("", source).split("\n"), start=1):
        found = _GAP.search(line)
        if found:
            code, before = found["code"].strip(), line[: found.start()]
            if before.count(code) != 1:
                message = f"line {number} is marked with {code!r}, which it does not hold once"
                raise DraftError(f"{message}; write an expression of that line after # gap:")
            others = [each.strip() for each in found["others"].split("|") if each.strip()]
            gaps.append([code, *(others or _changed(code))])
            line = before.replace(code, f"__{len(gaps)}__")
        lines.append(line)
    if not gaps or not check:
        raise DraftError(
            "mark what a reader is to choose with # gap: EXPRESSION | A WRONG ONE at the end of "
            "its line, and say with # check: EXPRESSION, on a line of its own, what makes it right"
        )
    task = "\n\n".join(
        f"`__{number}__` is to be filled in.\n\n"
        + "\n".join(f"- [{' ' if place else 'x'}] `{code}`" for place, code in enumerate(codes))
        for number, codes in enumerate(gaps, start=1)
    )
    return "\n".join(lines), (
        f":::::{{blank}} Fill in what is missing\n:name: {name}\n{level}\n:program: {load}\n"
        f":check: {check['check'].strip()}\n\n:::{{todo}}\nSay what the program is to do, what "
        "stands in each gap, and what is wrong about each wrong option.\n:::\n\n"
        f"{task}\n\n{_HELPS}\n:::::\n"
    )


def cards(output: str, label: str) -> str:
    """Return a card for each number after words that begin one line alone."""
    made, lines = [], lines_of(output)
    for line in lines:
        before = (line[: number.start()].strip() for number in PRINTED.finditer(line))
        alone = (words for words in before if sum(other.startswith(words) for other in lines) == 1)
        if words := next(alone, ""):
            made.append(
                f":::{{flashcard}} {words.rstrip(':,=')}?\n:evidence: {label}\n"
                f"{_cited(line, words, label)}\n:::\n"
            )
    if not made:
        raise DraftError("no line of the program says in words what its number is; let it do so")
    point = ":::{todo}\nMake a question of each front, and let each back say one idea.\n:::\n"
    return "\n".join([point, *made])


def _told(output: str, words: str, label: str) -> str:
    """Cite the first number on the line of a candidate, where there is one."""
    line = next(line for line in lines_of(output) if line.startswith(words))
    return f"It printed {_cited(line, words, label)}." if holds_number(line[len(words) :]) else ""


def _cited(line: str, words: str, label: str) -> str:
    """Return the first number after some words, or all that follows them, as a page cites it."""
    found = PRINTED.search(line, len(words))
    return f"{{ran}}`{found[0] if found else line[len(words) :].strip()} <{label}: {words}>`"


def _shared_words(names: Sequence[str]) -> str:
    """Return the words with which all names begin."""
    split = [name.split(" ") for name in names]
    shared = []
    for words in zip(*(each[:-1] for each in split), strict=False):
        if len(set(words)) > 1:
            break
        shared.append(words[0] + " ")
    return "".join(shared)


def _changed(code: str) -> Iterator[str]:
    """Yield wrong code in the place of some: another sign, each number doubled."""
    program = parse(code)
    for constant, value in numbers_in(program) if program else ():
        changed = replaced_text(code, constant, repr(2 * value or 1))
        if changed:
            yield changed
    yield f"-({code})" if " " in code else f"-{code}"
