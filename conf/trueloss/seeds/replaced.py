"""Words that a cell printed, that a sentence repeats, and that other seeds replace."""

from collections.abc import Iterator, Sequence

from trueloss.seeds.cited import cell_above, stems_of, without_options
from trueloss.seeds.claims import Block, sentences
from trueloss.seeds.findings import Doubt, Range
from trueloss.seeds.observed import Line, Observed
from trueloss.seeds.places import words_of

#: With how many seeds of ten a word has to go, to be told.
FEW = 0.3


def replaced(
    text: str,
    block: Block,
    numbers: Sequence[Range],
    observed: Observed,
) -> Iterator[Doubt]:
    """Yield each line whose words go with other seeds, and that a sentence repeats."""
    if "{mistakes}" in block.lead:
        return
    above = cell_above(text, block)
    for at, sentence in sentences(block):
        said = stems_of(without_options(sentence))
        cells = {each.claim.place.cell for each in numbers if each.claim.sentence == sentence}
        for label in sorted(cells | ({above} if above else set())):
            for line in observed.cells.get(label, ()):
                gone, count = gone_from(line)
                # A letter names a row or an option, and says nothing.
                if max(map(len, gone), default=0) > 1 and gone <= said:
                    says = f"{line.shown!r} is what the cell {label!r} prints here"
                    yield Doubt(at, says, count, observed.runs, sentence)


def gone_from(line: Line) -> tuple[set[str], int]:
    """Return the words of a line that other seeds replace, and with how many of them."""
    if not any(text is not None and words_of(text) != words_of(line.shown) for text in line.texts):
        return set(), 0
    came = [stems_of(text or "") for text in line.texts]
    gone = {
        word
        for word in stems_of(line.shown)
        if sum(word not in words for words in came) >= FEW * len(came)
    }
    return gone, max((sum(word not in words for words in came) for word in gone), default=0)
