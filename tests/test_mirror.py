"""tests/ mirrors conf/trueloss/: the test of a module is where its name says, or is named here."""

from pathlib import Path

import pytest

from tests.published import ROOT

TESTS = ROOT / "tests"
CODE = ROOT / "conf" / "trueloss"

#: Tests in the folder of a room that are about no one module of it.
ABOUT_SEVERAL = {
    "kernels/test_faithful.py": "forked and plain kernels against each other",
    "kernels/test_isolation.py": "what kernels of either kind share",
}
#: Modules that have no test of their own, by the test that holds them.
TESTED_ELSEWHERE = {
    "test_command_line.py": ["__main__.py", "repository.py"],
    # Commands, by what they leave behind.
    "commands/test_stale.py": ["commands/record.py"],
    "publishing/test_kept_site.py": ["publishing/search_index.py"],
    "commands/test_run.py": [
        "commands/one_program.py",
        "execution/asking.py",
        "execution/resident.py",
    ],
    "commands/test_check.py": [
        "commands/kept_builds.py",
        "diagnostics/collecting.py",
        "diagnostics/linters.py",
        "records/course_pages.py",
    ],
    # What runs in other processes, by what comes back from there.
    "attacks/test_kernels.py": ["kernels/audit_hook.py", "kernels/mounts.py"],
    "execution/test_pool.py": [
        "execution/jobs.py",
        "kernels/limits.py",
        "execution/run_settings.py",
        "kernels/forked.py",
        "kernels/kernel_settings.py",
        "kernels/warm.py",
    ],
    "kernels/test_faithful.py": [
        "kernels/bootstrap.py",
        "kernels/child.py",
        "kernels/plain.py",
        "kernels/streams.py",
    ],
    "pages/test_tries.py": ["kernels/run_choices.py"],
    # Nodes, directives and domains, by the page that they make.
    "lessons/cards/test_card_directive.py": [
        "lessons/cards/card_nodes.py",
        "lessons/cells/moved_cells.py",
    ],
    "lessons/charts/test_place_charts.py": ["lessons/charts/chart_nodes.py"],
    "lessons/charts/test_read_chart.py": [
        "lessons/charts/chart_options.py",
        "lessons/charts/dataway.py",
        "lessons/charts/spread.py",
        "lessons/charts/trace_options.py",
    ],
    "lessons/course/test_evidence_page.py": ["lessons/cells/run_signs.py"],
    "lessons/course/test_mode_bar.py": ["lessons/course/titles.py"],
    "lessons/course/test_overview.py": [
        "lessons/course/course_map.py",
        "lessons/course/progress_page.py",
        "lessons/domains.py",
    ],
    "lessons/prose/test_loose_numbers.py": ["lessons/prose/other_texts.py"],
    "lessons/prose/test_other_seeds.py": ["lessons/prose/number_nodes.py"],
    "lessons/prose/test_reference.py": ["truth/kinds.py"],
    "lessons/questions/test_blank_directive.py": [
        "lessons/html/folded.py",
        "lessons/questions/blank_nodes.py",
        "lessons/questions/dropdowns.py",
    ],
    "site/test_build.py": [
        "diagnostics/diagnostic.py",
        "lessons/components.py",
        "lessons/html/html_nodes.py",
        "lessons/questions/question_directive.py",
        "lessons/questions/question_feedback.py",
        "lessons/questions/question_nodes.py",
        "lessons/question_register.py",
        "pages/run_due.py",
        "pages/run_phase.py",
        "pages/work.py",
        "vocabulary.py",
    ],
    "attacks/test_outputs.py": ["lessons/prose/own_files.py", "lessons/prose/raw_html.py"],
    "browser/test_course_map.py": ["lessons/course/start.py"],
    "browser/test_review.py": ["lessons/course/daily_review.py"],
    "browser/test_set.py": ["lessons/questions/set_nodes.py"],
    "site/test_html.py": ["lessons/html/maths.py"],
    "site/test_mistakes.py": [
        "lessons/cells/example_programs.py",
        "lessons/prose/number_roles.py",
        "lessons/prose/picture_texts.py",
        "lessons/questions/page_rules.py",
    ],
    "site/test_new.py": ["lessons/course/open_points.py"],
    "site/test_notebooks.py": ["publishing/notebooks.py"],
    "site/test_beside_pages.py": [
        "publishing/notebook_links.py",
        "publishing/sharing.py",
        "text/filled.py",
    ],
    # Judgements, by the rule that they serve.
    "commands/test_mutate.py": [
        "mutation/blank_programs.py",
        "mutation/cell_programs.py",
        "mutation/program.py",
        "mutation/trials.py",
    ],
    "commands/test_seeds.py": ["seeds/keys.py", "seeds/observed.py", "seeds/trials.py"],
    "truth/test_evidence.py": ["truth/theatre.py"],
}


def names(folder: Path, pattern: str) -> set[str]:
    """Return the paths of the files below a folder, without what a reader gets as a template."""
    paths = (path.relative_to(folder) for path in folder.rglob(pattern))
    return {path.as_posix() for path in paths if path.parts[0] != "templates"}


def mirror(module: str) -> str:
    """Return the path of a module's test, seen from tests/."""
    path = Path(module)
    return (path.parent / f"test_{path.name}").as_posix()


@pytest.fixture
def modules() -> set[str]:
    return {name for name in names(CODE, "*.py") if not name.endswith("__init__.py")}


def test_a_test_in_the_folder_of_a_room_is_named_after_a_module(modules: set[str]) -> None:
    rooms = {name.partition("/")[0] for name in modules if "/" in name}
    tests = {name for name in names(TESTS, "test_*.py") if name.partition("/")[0] in rooms}
    assert tests
    assert tests - {mirror(name) for name in modules} == set(ABOUT_SEVERAL)


def test_a_module_has_a_test_or_is_tested_where_this_says(modules: set[str]) -> None:
    tests = names(TESTS, "test_*.py")
    elsewhere = {module: test for test, held in TESTED_ELSEWHERE.items() for module in held}
    assert sum(map(len, TESTED_ELSEWHERE.values())) == len(elsewhere), "a module is named twice"
    assert {name for name in modules if mirror(name) not in tests} == set(elsewhere)
    assert set(TESTED_ELSEWHERE) <= tests
