"""A lesson in miniature: a challenge with a program, a test with a pool, and modes to go back to.

Most questions are settled by a reference, so that building the lesson runs next to nothing.
"""

LEVELS = ("easy", "medium", "hard")
SIGNS = "abcdef"


def question(name: str, level: str, settled: str, time: str | None = None) -> str:
    """Return a question whose right option is B."""
    timed = f":time: {time}\n" if time else ""
    return f"""
::::{{question}} What about {name}?
:name: about-{name}
:level: {level}
{settled}
{timed}
- [ ] falls of {name}
  The first is no fall.
- [x] rises of {name}
  The second is a rise.
- [ ] stays of {name}
  The third never stays.

:::{{hint}}
A hint about {name}.
:::
:::{{solution}}
1. **Think.** About {name}.
:::
:::{{mistakes}}
- Not thinking.
:::
::::
"""


REFERENCE = ":kind: conceptual\n:reference: https://keras.io/api/"
PROGRAM = """
```{code-cell}
:label: rises
texts = ["falls of beta", "rises of beta", "stays of beta"]
losses = [1, 4]
print(texts[1] if losses[0] < losses[-1] else texts[0])
```
"""
CHALLENGE = (
    "# Challenge yourself\n\nThree problems.\n"
    + question("alpha", "easy", REFERENCE, "1:00")
    + PROGRAM
    + question("beta", "intermediate", ":kind: predict-output\n:cell: rises", "1:30")
    + question("gamma", "expert", REFERENCE, "0:30")
    + "\n## After the problems\n\nMore words.\n"
)
LEARN = (
    "# Small steps & large ones\n\nWords.\n\n## Practice\n"
    + question("one", "easy", REFERENCE)
    + question("two", "medium", REFERENCE)
    + question("three", "hard", REFERENCE)
)
TEST = "# Test yourself\n\nA pool.\n" + "".join(
    question(f"{level}-{sign}", level, REFERENCE) for sign in SIGNS for level in LEVELS
)
FILES = {
    "docs/index.md": "# Home\n\n```{toctree}\nlessons/small/index\nwhere\n```\n",
    "docs/where.md": "# Where should I start?\n\n```{placement}\n```\n",
    "docs/lessons/small/index.md": LEARN,
    "docs/lessons/small/why.md": "# Why\n\nWords.\n",
    "docs/lessons/small/deep-dive.md": "# Deeper\n\nWords.\n",
    "docs/lessons/small/challenge.md": CHALLENGE,
    "docs/lessons/small/test.md": TEST,
}
