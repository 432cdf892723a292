"""Would other processors print the same? ``python -m trueloss processors [PAGES...]``.

Libraries choose their arithmetic by the processor that they
find, and round the last digit differently. A training that hops or diverges turns that into
another second digit, so its page would hold on the machine of its author and nowhere else. Every
page is run as each of :data:`PROCESSORS` would compute it, and held against its record.
"""

from collections.abc import Iterator, Sequence

from trueloss.commands import parser_of
from trueloss.commands.stale import against_record, failing
from trueloss.pages.selection import take_pages
from trueloss.records.compare import Change
from trueloss.records.course_pages import Course, expectations, read_course
from trueloss.records.rerun import Circumstances, run_afresh
from trueloss.records.verdict import as_table
from trueloss.repository import find_root

#: Processors by what sets them apart. OpenBLAS, oneDNN and NumPy obey the variables; NumPy
#: ignores features that it does not have here.
PROCESSORS = {
    "a processor without AVX2": Circumstances(
        {
            "NPY_DISABLE_CPU_FEATURES": "X86_V3 X86_V4 AVX512_ICL AVX512_SPR",
            "ONEDNN_MAX_CPU_ISA": "AVX",
            "OPENBLAS_CORETYPE": "Prescott",
        }
    ),
    "oneDNN on two threads": Circumstances(
        {"TF_ENABLE_ONEDNN_OPTS": "1", "TF_NUM_INTRAOP_THREADS": "2"}
    ),
}


def check(course: Course, circumstances: Circumstances) -> Iterator[Change]:
    """Yield where the pages print something else under other circumstances."""
    expected = {name: expectations(page) for name, page in course.pages.items()}
    sound = [page for page in course.pages.values() if not page.diagnostics]
    for run in run_afresh(sound, course.settings, circumstances):
        if run.failure is None:
            yield from against_record(course, run, expected[run.page])
        else:
            page = course.pages[run.page]
            yield failing(page, page.diagnostic(run.failure, course.root))


def main(arguments: Sequence[str]) -> int:
    """Check the pages named on the command line, all without any; return the exit code."""
    parser = parser_of("processors")
    take_pages(parser)
    given = parser.parse_args(arguments)
    course = read_course(find_root()).restricted_to(given.pages)
    changes = False
    for name, circumstances in PROCESSORS.items():
        found = sorted(check(course, circumstances), key=lambda change: change.line)
        changes = changes or bool(found)
        title = f"Changed with {name}"
        print(as_table(title, found) if found else f"Nothing changes with {name}.")
    return int(changes)
