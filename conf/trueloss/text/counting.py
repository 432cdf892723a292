"""Words that several messages need."""


def counted(number: int, thing: str) -> str:
    """Return a number of things: ``1 page``, ``2 pages``."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
