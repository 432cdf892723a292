"""What a person runs: ``python -m trueloss COMMAND``, each a module of that name."""

import argparse

#: What each command is for.
COMMANDS = {
    "docs": "build the whole site, or leave the last good one as it is",
    "serve": "show the site live while pages are edited",
    "new": "make a lesson from the template, or a part of a page from a program",
    "run": "run one program, and say what a page may cite of it",
    "check": "say what CI would say of some pages",
    "stale": "compare what every page prints with its record",
    "record": "accept what the pages print now",
    "processors": "run every page as other processors would compute it",
    "mutate": "make mistakes on purpose, and list those that no check notices",
    "seeds": "run pages with other seeds, and say which keys and orders do not hold",
    "canary": "say which pages the newest releases would change",
    "preview": "list the pages that changed since a branch or commit",
    "names": "write the names that prose may link to",
    "format": "list the Markdown that is not in the house style, or reformat it",
}
#: What ``new`` makes of a program; anything else is the name of a lesson.
PARTS = ("question", "blank", "cards")


def parser_of(command: str) -> argparse.ArgumentParser:
    """Return a parser for the arguments of a command."""
    return argparse.ArgumentParser(prog=f"trueloss {command}", description=COMMANDS[command])
