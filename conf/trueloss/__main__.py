"""The command line: ``python -m trueloss COMMAND``, anywhere in a repository."""

import argparse
import importlib
import sys
from collections.abc import Sequence

from trueloss.commands import COMMANDS
from trueloss.repository import Refusal
from trueloss.text.files import disk_trouble


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command named first; return its exit code."""
    listed = "\n".join(f"  {name:10}  {purpose}" for name, purpose in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="trueloss",
        epilog=f"commands:\n{listed}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=COMMANDS, metavar="command", help="one of those below")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="what the command takes")
    given = parser.parse_args(arguments)
    # No other one: the linters' environment has no Sphinx, and only that of `serve` watches files.
    command = importlib.import_module(f"trueloss.commands.{given.command}")
    try:
        code: int = command.main(given.arguments)
    except Refusal as error:
        print(error, file=sys.stderr)
        return 2
    except Exception as error:
        if not (trouble := disk_trouble(error)):
            raise
        print(trouble, file=sys.stderr)
        return 2
    return code


if __name__ == "__main__":
    sys.exit(main())
