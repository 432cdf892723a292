"""Why two runs of a page differ, where its programs, or what they print, show it."""

import ast
import re
from collections.abc import Iterable, Iterator

from trueloss.pages.reader import Page, code_cells
from trueloss.records.outputs import cell_name
from trueloss.records.volatile import volatile_reason
from trueloss.text.python_source import parse

_SEEDED = re.compile(r"\b(?:set_random_seed|set_seed|random\.seed)$")
#: What the system seeds if it is given no argument.
_GENERATORS = re.compile(r"\b(?:default_rng|RandomState|SeedSequence|Random)$")
#: What draws from the system always.
_SYSTEM = re.compile(r"^(?:secrets\.\w+|os\.urandom|uuid\.uuid[14]|(?:random\.)?SystemRandom)$")
#: What draws from a generator that one call seeds for all.
_SHARED = re.compile(
    r"^(?:random\.[a-z]\w*|(?:np|numpy)\.random\.(?!default_rng)[a-z]\w*"
    r"|(?:tf|tensorflow)\.random\.(?!stateless_|fold_in|split)[a-z]\w*"
    r"|(?:tf\.)?keras\.random\.\w+"
    # Others, such as Constant, draw nothing.
    r"|(?:tf\.)?keras\.initializers\.(?:Random|Glorot|He|Lecun|Orthogonal|Truncated|Variance)\w*"
    # Other layers, such as Normalization, draw nothing.
    r"|(?:tf\.)?keras\.layers\.(?:\w*(?:Dense|Conv\w*|Embedding|Dropout\w*|RNN|LSTM\w*|GRU\w*"
    r"|Attention)|Random\w+|Gaussian\w+|Bidirectional))$"
)
_SPLITS = re.compile(r"(?:train_test_split|\w+(?:Classifier|Regressor)|KMeans|ShuffleSplit)$")
_CLOCK = re.compile(
    r"^(?:time\.\w*(?:time|counter|clock)\w*|(?:\w+\.)?\w*(?:datetime|date)\.(?:now|utcnow|today)"
    r"|timeit\.\w+|perf_counter|monotonic)$"
)
_HASHED = re.compile(r"^(?:set|frozenset|hash)$")
_OF_PROCESS = re.compile(r"^(?:id|os\.getp?pid|threading\.get_(?:native_)?id(?:ent)?)$")
_THREADS = re.compile(r"\b(?:Thread|Process|ThreadPoolExecutor|ProcessPoolExecutor|Pool)$")

#: Causes from the most to the least credible.
_ORDER, _DRAW, _IF_UNSEEDED, _TIME, _SIDE_BY_SIDE = range(5)


def cause_of(cells: Iterable[tuple[str, str]], old: str, new: str) -> str | None:
    """Say why two outputs differ, ``None`` where nothing shows it.

    ``cells`` are names and sources of cells, from the one with the outputs back to the first.
    """
    if reason := volatile_reason(old) or volatile_reason(new):
        return f"that is {reason}"
    found = [
        (rank, f"line {line} of the cell {name} {what}")
        for name, source in cells
        for rank, line, what in _suspects(source, same_parts=_same_parts(old, new))
    ]
    if any(rank is None for rank, _ in found):
        found = [(rank, what) for rank, what in found if rank not in (None, _IF_UNSEEDED)]
    return min(found, key=lambda each: each[0] or 0)[1] if found else None


def programs_up_to(page: Page, line: int) -> Iterator[tuple[str, str]]:
    """Yield the name and source of the cell or task at a line of a page, then of those before."""
    for blank in page.blanks:
        if blank.line == line:
            yield blank.name, blank.program
    named = [
        (page.places[index].line, cell_name(cell, place), cell.source)
        for place, (index, cell) in enumerate(code_cells(page.notebook), start=1)
    ]
    yield from ((name, source) for start, name, source in reversed(named) if start <= line)


def _same_parts(old: str, new: str) -> bool:
    """Tell whether two outputs are of the same parts in another order."""
    return old != new and sorted(re.findall(r"\w+", old)) == sorted(re.findall(r"\w+", new))


def _suspects(source: str, *, same_parts: bool) -> Iterator[tuple[int | None, int, str]]:
    """Yield possible causes by rank and line; the rank ``None`` is a seed for all draws."""
    program = parse(source)
    for node in ast.walk(program) if program else ():
        if isinstance(node, ast.Set | ast.SetComp) and same_parts:
            yield _ORDER, node.lineno, "makes a set, whose order differs from run to run; sort it"
        elif isinstance(node, ast.Call):
            rank, what = _suspect(node, ast.unparse(node.func), same_parts=same_parts)
            if what is not None:
                yield rank, node.lineno, what


def _is_started(call: ast.Call) -> bool:
    """Tell whether a layer is told how to start: it draws nothing itself, its initializer may."""
    return any(
        named.arg in ("kernel_initializer", "embeddings_initializer")
        and (isinstance(named.value, ast.Call) or ast.unparse(named.value) in ("'zeros'", "'ones'"))
        for named in call.keywords
    )


def _suspect(call: ast.Call, name: str, *, same_parts: bool) -> tuple[int | None, str | None]:
    given = [*call.args, *(named.value for named in call.keywords)]
    seeded = any(named.arg in ("seed", "random_state") for named in call.keywords)
    unseeded = f"draws without a seed ({name})"
    if _SEEDED.search(name) and given:
        return None, "seeds what is drawn"
    if _SYSTEM.match(name) or (_GENERATORS.search(name) and not given):
        return _DRAW, unseeded
    if (_SHARED.match(name) or _SPLITS.search(name)) and not (seeded or _is_started(call)):
        return _IF_UNSEEDED, unseeded
    if _CLOCK.match(name):
        return _TIME, f"asks the clock ({name})"
    if _OF_PROCESS.match(name):
        return _TIME, f"asks for a number that each process has of its own ({name})"
    if _HASHED.match(name) and (same_parts or name == "hash"):
        return (
            _ORDER,
            f"prints in the order of hashes ({name}), which differs from run to run; sort it",
        )
    if _THREADS.search(name):
        return _SIDE_BY_SIDE, f"starts parallel work ({name}), which ends in any order"
    return _DRAW, None
