"""Run one Sphinx build and say what it did behind the scenes: ``python -m bench.watched FILE …``.

Writes to FILE, as JSON, how many processes the build started and whether it imported TensorFlow.
The other arguments are those of ``sphinx-build``.
"""

import json
import sys
from pathlib import Path

from sphinx.cmd.build import main as sphinx_build

#: What Python announces whenever a process is about to be started.
STARTS = {"os.fork", "os.forkpty", "os.posix_spawn", "os.exec", "subprocess.Popen"}


def main(report: Path, arguments: list[str]) -> int:
    """Build, write the report, and return Sphinx's exit code."""
    started: list[str] = []

    def listen(event: str, _arguments: tuple[object, ...]) -> None:
        if event in STARTS:
            started.append(event)

    sys.addaudithook(listen)
    status = sphinx_build(arguments)
    facts = {"processes": len(started), "tensorflow": "tensorflow" in sys.modules}
    report.write_text(json.dumps(facts), encoding="utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
