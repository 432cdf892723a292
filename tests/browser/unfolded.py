"""One page of each kind, and a script that shows all that a page can show."""

from tests.published import MODES
from trueloss.lessons.course.modes import LESSONS

#: One page of each kind, from the folder of the course.
KINDS = (
    "index.html",
    "progress.html",
    "evidence.html",
    "glossary.html",
    "search.html",
    "contributing/first-lesson.html",
    *(f"{LESSONS}/training/{mode.page}.html" for mode in MODES),
)

#: Opens what is folded, shows what waits its turn, and answers every question.
UNFOLD = """() => {
  const all = (selector) => document.querySelectorAll(selector);
  const open = () => all("details").forEach((details) => { details.open = true; });
  open();
  for (const pressure of all("tl-pace input:not(:checked)")) pressure.click();
  for (const question of all("tl-question")) {
    question.dataset.drawn = "";
    question.querySelector(".tl-option[data-right] input").click();
    question.querySelector(".tl-check").click();
  }
  for (const task of all("tl-blank")) {
    for (const chip of task.querySelectorAll(".tl-blank-chips li:last-child button")) chip.click();
    task.querySelector(".tl-blank-run").click();
    task.querySelector(".tl-blank-show").click();
  }
  for (const spread of all("[data-guess]")) spread.dataset.answered = "";
  for (const deck of all("tl-deck")) deck.dataset.flipped = "";
  for (const card of all(".tl-card")) card.dataset.current = "";
  for (const bar of all(".tl-pace-bar")) bar.hidden = false;
  open();
}"""
