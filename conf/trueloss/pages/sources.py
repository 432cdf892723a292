"""Files as authors save them: with a byte order mark, with Windows line ends, in any encoding."""

from dataclasses import dataclass
from pathlib import Path

from trueloss.diagnostics.diagnostic import Diagnostic


@dataclass(frozen=True)
class Source:
    """The text of a file, with Unix line ends and without a byte order mark.

    ``bad_line`` is the line of the first byte that is no UTF-8; in ``text`` a replacement
    character stands for each of them.
    """

    text: str
    bad_line: int | None = None

    @property
    def lines(self) -> list[str]:
        """The lines without their ends. Only line ends count: a form feed ends no line."""
        return self.text.removesuffix("\n").split("\n")

    def diagnostic(self, name: str) -> Diagnostic | None:
        """Say what is wrong with the encoding of the file, called ``name``, if anything is."""
        if self.bad_line is None:
            return None
        message = f"{name} holds a byte here that is not UTF-8; save the file as UTF-8"
        return Diagnostic("encoding", self.bad_line, message)


def read_source(path: Path) -> Source:
    """Read a file that an author wrote."""
    data = path.read_bytes()
    bad_line = None
    try:
        data.decode()
    except UnicodeDecodeError as error:
        bad_line = data.count(b"\n", 0, error.start) + 1
    text = data.decode("utf-8-sig", errors="replace")
    return Source(text.replace("\r\n", "\n").replace("\r", "\n"), bad_line)
