"""The page that names what settles each question, and the ways that lead to it."""

from pathlib import Path

import pytest

from tests.conftest import Site
from trueloss.kernels.environment import installed_versions

EVIDENCE = """\
# Evidence

```{evidence} share
```

```{evidence} questions
```

```{evidence} versions
```
"""

QUESTIONS = """\
# A lesson

```{{code-cell}}
:label: sum
print("adding")
print({sum})
```

::::{{question}} What is `3 + 4`?
:name: the-sum
:kind: conceptual
:level: easy
:evidence: sum

- [x] 7
- [ ] 12

:::{{hint}}
Add.
:::
:::{{solution}}
1. **Add.**
:::
::::

::::{{question}} Who says what a sum is?
:name: the-source
:kind: conceptual
:level: easy
:reference: https://www.tensorflow.org/guide

- [x] The guide
- [ ] Nobody

:::{{hint}}
Look it up.
:::
:::{{solution}}
1. **Look.**
:::
::::
"""

REASON = """\
# Why?

::::{question} Why add?
:name: the-reason
:kind: conceptual
:level: easy
:reference: https://www.tensorflow.org/guide

- [x] To get a sum
- [ ] To get a product

:::{hint}
What is a sum?
:::
:::{solution}
1. **Add.**
:::
::::
"""

TASK = """\
# Try it

::::{blank} Make it seven
:name: the-task
:level: easy
:program: ../../../examples/a/blank.py
:check: c == 7

- [x] `+`
- [ ] `-`
- [ ] `*`

:::{hint}
Add.
:::
:::{solution}
1. **Add.**
:::
::::
"""


@pytest.fixture(scope="module")
def built(module_site: Site) -> Site:
    module_site.write(
        {
            "docs/index.md": "# Home\n\n```{toctree}\nevidence\nlessons/a/index\n```\n",
            "docs/evidence.md": EVIDENCE,
            "docs/lessons/a/index.md": QUESTIONS.format(sum="3 + 4"),
            "docs/lessons/a/try.md": TASK,
            "docs/lessons/a/why.md": REASON,
            "examples/a/blank.py": "c = 3 __1__ 4\nprint(c)\n",
        }
    )
    assert module_site.build().warnings == []
    return module_site


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_every_question_stands_there_with_what_settles_it(built: Site):
    assert '<li><a href="evidence/a.html">A lesson</a></li>' in read(built.html / "evidence.html")
    page = read(built.html / "evidence" / "a.html")
    assert (
        '<li id="evidence-the-sum"><a href="../lessons/a/index.html#the-sum">What is 3 + 4?' in page
    )
    assert "<pre>adding\n7</pre>" in page
    assert 'Settled by a reference: <a href="https://www.tensorflow.org/guide">' in page


def test_pages_stand_as_the_mode_bar_has_them(built: Site):
    page = read(built.html / "evidence" / "a.html")
    titles = ("Learn", "Why", "Try")
    places = [page.index(f">{title}</h") for title in titles]
    assert places == sorted(places)


def test_the_page_of_a_lesson_says_where_it_stands(built: Site):
    page = read(built.html / "evidence" / "a.html")
    assert "<h1>A lesson</h1>" in page
    crumbs = page.partition('aria-label="Breadcrumb">')[2].partition("</nav>")[0]
    assert '<a href="../evidence.html">Evidence</a>' in crumbs
    assert crumbs.endswith('<span aria-current="page">A lesson</span>')


def test_the_share_is_counted_by_lesson(built: Site):
    page = read(built.html / "evidence.html")
    cells = "<td>4</td><td>2</td><td>2</td><td>50%</td>"
    assert f'<tr><th scope="row">A lesson</th>{cells}' in page
    assert f'<tr><th scope="row">all</th>{cells}' in page


def test_the_versions_of_all_that_ran_are_there(built: Site):
    page = read(built.html / "evidence.html")
    for name, version in installed_versions().items():
        assert f"<li>{name} {version}</li>" in page


def test_a_question_leads_to_its_place_and_an_output_to_the_versions(built: Site):
    page = read(built.html / "lessons" / "a" / "index.html")
    assert (
        '<a href="../../evidence/a.html#evidence-the-sum">Why is this right? We ran it.</a>' in page
    )
    source = (
        '<a href="../../evidence/a.html#evidence-the-source">Why is this right? See its source.'
    )
    assert source in page
    version = installed_versions()["tensorflow-cpu"]
    assert f'#tl-versions">printed by this build · TensorFlow {version}</a>' in page


def test_a_task_bears_one_sign_for_all_its_runs_and_leads_to_its_place(built: Site):
    page = read(built.html / "lessons" / "a" / "try.html")
    place = "../../evidence/a.html#evidence-the-task"
    assert page.count(f'<a href="{place}">Why is this right? We ran it.</a>') == 1
    version = installed_versions()["tensorflow-cpu"]
    sign = f'#tl-versions">every choice run by this build · TensorFlow {version}</a>'
    assert page.count(sign) == page.count('class="tl-run-sign"') == 1
    assert '<li id="evidence-the-task">' in read(built.html / "evidence" / "a.html")


def test_an_edited_question_reaches_the_evidence_page(site: Site):
    site.write(
        {"docs/index.md": EVIDENCE, "docs/lessons/a/index.md": QUESTIONS.format(sum="3 + 4")}
    )
    site.build()
    site.write({"docs/lessons/a/index.md": QUESTIONS.format(sum="10 - 3").replace("`3 + 4`", "it")})
    site.build()
    assert ">What is it?</a>" in read(site.html / "index" / "a.html")


def test_the_page_is_written_again_for_other_evidence_alone(site: Site):
    site.write({"docs/index.md": EVIDENCE, "docs/words.md": "---\norphan: true\n---\n# Words\n"})
    assert site.build().warnings == []
    evidence = site.html / "index.html"
    evidence.write_text('<meta charset="utf-8">As it was', encoding="utf-8")
    assert site.build().warnings == []
    assert evidence.read_text(encoding="utf-8").endswith(">As it was")


def test_a_lesson_that_is_gone_leaves_the_page(site: Site):
    lesson = "---\norphan: true\n---\n" + QUESTIONS.format(sum="3 + 4")
    site.write({"docs/index.md": EVIDENCE, "docs/lessons/a/index.md": lesson})
    assert site.build().warnings == []
    (site.docs / "lessons" / "a").rename(site.docs / "lessons" / "b")
    assert site.build().warnings == []
    assert "index/b.html" in read(site.html / "index.html")
    assert [path.name for path in (site.html / "index").iterdir()] == ["b.html"]


def test_a_site_without_the_page_says_so_without_a_link(site: Site):
    site.write({"docs/index.md": QUESTIONS.format(sum="3 + 4")})
    assert site.build().warnings == []
    assert '<p class="tl-we-ran-it">Why is this right? We ran it.</p>' in read(
        site.html / "index.html"
    )
