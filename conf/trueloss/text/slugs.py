"""Names that can stand in an address: those of folders, questions, tasks and cards."""

import re

#: Lower-case letters, digits and single hyphens, so that an address never has to be escaped.
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
