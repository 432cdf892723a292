"""The table of rules: every code is in it and in use, and each of its examples holds.

All wrong examples are built together, and so are all right ones; what needs other circumstances
is built, checked or recorded apart.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.conftest import Site
from trueloss.commands.check import check
from trueloss.commands.record import accept
from trueloss.diagnostics.rule_table import File, Rule, rooms, rules
from trueloss.records.course_pages import read_course
from trueloss.text.slugs import SLUG
from trueloss.truth.kinds import KINDS

CODE = Path(__file__).parents[2] / "conf" / "trueloss"
MESSAGES = Path(__file__).parent / "messages.txt"
#: Built as a release, without any lesson, in kernels that may not start.
RELEASED = {"course-map", "evidence-part", "kernels", "open-point"}
#: What `nox -s check` adds to what a build says, and what is said when a page is recorded.
CHECKED, RECORDED = {"format", "stale"}, {"volatile"}
#: What holds of lessons alone that are whole, by settings of its own.
WHOLE = {"lesson-whole"}
BUILT = rules().keys() - RELEASED - CHECKED - RECORDED - WHOLE
#: A page that broke the rule alone would be fifteen questions long.
ALSO = {
    "practice-level": {"practice-size"},
    "practice-part": {"practice-level", "practice-size"},
    "test-pool": {"test-tier"},
    "test-tier": {"test-pool"},
}
INDEX = "# Examples\n\n```{{toctree}}\n:glob:\n\n{}\n```\n"


def codes_in(module: ast.Module) -> Iterator[str]:
    """Yield what stands where a rule is named: first in a diagnostic or a pair, or a subtype."""
    for node in ast.walk(module):
        named: list[ast.expr] = []
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in ("Diagnostic", "Failure", "refuse"):
                named = node.args[:1]
            named += [keyword.value for keyword in node.keywords if keyword.arg == "subtype"]
        elif isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
            named = node.value.elts[:1]
        for value in named:
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                yield value.value


def test_the_code_names_no_rule_that_is_not_in_the_table() -> None:
    named = {
        code
        for path in CODE.rglob("*.py")
        for code in codes_in(ast.parse(path.read_text(encoding="utf-8")))
        if SLUG.fullmatch(code)
    }
    assert named - rules().keys() == set()
    # Made of what lacks it, a question or a task, or of the part of a question that is empty.
    kinds, lacks = ("blank", "question"), ("hint", "level", "name", "solution")
    made = {f"{kind}-{lack}" for kind in kinds for lack in lacks}
    assert rules().keys() - named == made | {"question-mistakes"}


def test_every_rule_says_what_why_and_how() -> None:
    assert sum(len(room.rules) for room in rooms()) == len(rules())
    for room in rooms():
        assert [rule.code for rule in room.rules] == sorted(rule.code for rule in room.rules)
        for rule in room.rules:
            assert SLUG.fullmatch(rule.code)
            assert rule.says.endswith("."), rule.code
            assert rule.why.endswith("."), rule.code
            assert rule.wrong != rule.right, rule.code


def given_to(rule: Rule) -> tuple[File, ...]:
    return next(room.given for room in rooms() if rule in room.rules)


def files_of(rule: Rule, example: Iterable[File]) -> dict[str, File]:
    """Return the files of an example by name; what has none is the page that bears the code."""
    files = {file.name or f"docs/{rule.code}.md": file for file in example}
    page = files.get(f"docs/{rule.code}.md")
    if page and not page.name and not re.search("^# ", page.text, re.MULTILINE):
        cells = (file.text for file in given_to(rule) if not file.name)
        text = "\n".join(("# A page\n", *cells, page.text))
        files[f"docs/{rule.code}.md"] = File("md", "", page.kept, text)
    return files


def write(site: Site, side: str, codes: Iterable[str]) -> dict[str, str]:
    """Write one side of the rules, and return the code to which each file belongs."""
    owners = {}
    for code in codes:
        rule = rules()[code]
        site.write({file.name: file.text for file in given_to(rule) if file.name})
        for name, file in files_of(rule, getattr(rule, side)).items():
            path = site.root / name.replace("conf/", "docs/")
            path.parent.mkdir(parents=True, exist_ok=True)
            owners[path.relative_to(site.root).as_posix()] = code
            if file.kept.startswith("a symbolic link"):
                path.symlink_to(file.text.strip())
            elif path.name == "conf.py":
                path.write_text(path.read_text(encoding="utf-8") + file.text, encoding="utf-8")
            else:
                path.write_text(file.text, encoding="latin-1" if file.kept else "utf-8")
    # Sphinx warns of a pattern that matches nothing.
    pages = {"*": "*.md", "lessons/**": "lessons/**/*.md"}
    listed = [pattern for pattern, files in pages.items() if any(site.docs.glob(files))]
    site.write({"docs/index.md": INDEX.format("\n".join(listed))})
    return owners


def by_code(warnings: Iterable[str], owners: dict[str, str]) -> dict[str, list[str]]:
    """Return what is said of each example, without the name of its file."""
    said = defaultdict(list)
    for warning in warnings:
        file, _, rest = warning.partition(":")
        of_no_file = warning.endswith("[trueloss.kernels]")
        code = "kernels" if of_no_file else owners.get(file, warning)
        said[code].append(warning if of_no_file else rest)
    return dict(said)


def run_all(site: Site, codes: set[str]) -> list[str]:
    """Build the examples of one side that need nothing else; return the warnings."""
    release = codes == RELEASED
    warnings = site.build(whole=True, release=release).warnings
    # What Sphinx says of the index where a page has no title is beside the point.
    return [one for one in warnings if not one.endswith("[toc.no_title]")]


def codes_of(said: Iterable[str]) -> set[str]:
    return {re.findall(r"\[trueloss\.([a-z-]+)\]$", one)[0] for one in said}


def accepted(site: Site, *pages: str) -> list[str]:
    """Record pages, all of them without any; return which are refused and why."""
    course = read_course(site.root)
    refused = accept(course.restricted_to([site.docs / page for page in pages])).refused
    return [one.removeprefix(f"{site.root}/") for one in refused]


def checked(site: Site) -> list[str]:
    found = check(site.root, []).diagnostics
    return [f"{file}:{one}" for file, said in found.items() for one in said]


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], dict[str, list[str]]]:
    """Record and check the right examples that need it, then make the wrong ones of them."""
    site = Site(tmp_path_factory.mktemp("recorded"))
    write(site, "right", CHECKED | RECORDED)
    right = [*accepted(site), *checked(site)]
    owners = write(site, "wrong", CHECKED | RECORDED)
    refused = by_code(accepted(site, *RECORDED), owners)
    said = by_code(checked(site), owners)
    return right, {code: (refused if code in RECORDED else said)[code] for code in owners.values()}


@pytest.fixture(scope="module")
def wrong(
    tmp_path_factory: pytest.TempPathFactory, recorded: tuple[list[str], dict[str, list[str]]]
) -> dict[str, list[str]]:
    """What is said of each wrong example."""
    found = dict(recorded[1])
    for codes in (BUILT, RELEASED, WHOLE):
        site = Site(tmp_path_factory.mktemp("wrong"))
        owners = write(site, "wrong", codes)
        found |= by_code(run_all(site, codes), owners)
    return found


@pytest.mark.parametrize("code", sorted(rules()))
def test_the_wrong_example_breaks_its_rule_alone(wrong: dict[str, list[str]], code: str) -> None:
    assert codes_of(wrong.get(code, [])) == {code, *ALSO.get(code, ())}


def test_nothing_else_is_said_of_the_wrong_examples(wrong: dict[str, list[str]]) -> None:
    assert wrong.keys() - rules().keys() == set()


@pytest.mark.parametrize("codes", [BUILT, RELEASED, WHOLE], ids=["built", "released", "whole"])
def test_nothing_is_said_of_the_right_examples(site: Site, codes: set[str]) -> None:
    write(site, "right", codes)
    assert run_all(site, codes) == []


def test_nothing_is_said_of_the_right_examples_that_are_recorded(
    recorded: tuple[list[str], dict[str, list[str]]],
) -> None:
    assert recorded[0] == []


def test_each_message_is_the_one_that_was_agreed(wrong: dict[str, list[str]]) -> None:
    said = [f"{code}:{one}" for code in sorted(wrong) for one in sorted(wrong[code])]
    said = [re.sub("0x[0-9a-f]+", "0x0", one) for one in said]
    agreed = MESSAGES.read_text(encoding="utf-8").replace("{kinds}", ", ".join(KINDS))
    assert said == agreed.splitlines()
