"""Words by which a text compares numbers, and what would refute them."""

import re

_GREATEST = r"biggest|greatest|heaviest|highest|largest|latest|longest|tallest"
_LEAST = r"earliest|fewest|lightest|lowest|shortest|smallest|tiniest"
#: Words that end as superlatives do.
_NO_SUPERLATIVES = (
    r"(?:arr|att|ch|cont|cr|dig|for|gu|harv|inter|inv|l|manif|mod|n|p|prot|qu|r|requ|sugg|t|v|w|z)est|honest|"
    r"(?:al)?most"
)
_OTHER_SUPERLATIVES = rf"(?!(?:{_NO_SUPERLATIVES})\b)[a-z]+est|least|most|worst"
#: None of the others is missed as much; no other learns more.
_UNMATCHED = (
    r"(?:no other|none of the (?:other|rest)\w*|nobody else|nothing else|not one of the others)\b"
    r"[^.;:]*\b(?:as|more|less|better|worse|\w{3,}er than)"
)


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


#: What says which of several numbers is the first or the last in their order.
SUPERLATIVE = _words(rf"{_GREATEST}|{_LEAST}|{_OTHER_SUPERLATIVES}|{_UNMATCHED}")
#: The same, where it says as well at which end of the order.
EXTREME = _words(rf"(?P<greatest>{_GREATEST})|(?P<least>{_LEAST})|best|worst")
#: Words that compare numbers of several cells, which stand beside each other for other reasons too.
COMPARES = _words(
    r"than|against|beats?|ahead|behind|above|below|better|worse|more|less|fewer|as \w+ as"
)
EQUATES = _words(r"alike|both|equal\w*|same|as \w+ as")
OF_ALL = _words(r"all|always|any|each|ever|every|never|no|none|nobody|not one|nothing")
OF_HALF = _words(r"half|majority|most")
#: Words that a tie refutes.
STRICT = _words(
    rf"{_GREATEST}|{_LEAST}|{_OTHER_SUPERLATIVES}|beats?|ahead|behind|than|better|worse|more|less"
    r"|fewer|wins?|first to|closer|deeper|earlier|faster|greater|higher|larger|longer|lower"
    r"|shorter|slower|smaller|sooner|stronger|weaker"
)
_NOT_STRICT = _words(r"(?:no|not|never) \w+ than|no longer|at (?:least|most)|as \w+ as|most of")
#: Below or above zero.
SIGN = _words(r"(?P<below>(?:below|under) zero|negative)|(?:above|over) zero|positive")


def without_bounds(text: str) -> str:
    """Return a text without the words that allow a tie, such as "at most" and "no more than"."""
    return _NOT_STRICT.sub("", text)


def is_strict(text: str) -> bool:
    """Tell whether a text says that one is more than another, which a tie refutes."""
    return bool(STRICT.search(without_bounds(text)))
