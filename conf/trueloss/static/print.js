// @ts-check
/** On paper the answers stand at the end, so that the questions can be worked through first. */

"use strict";

{
  const { make } = TrueLossDom;
  const paper = matchMedia("print");

  function gather() {
    if (document.querySelector(".tl-print")) return;
    const answers = make("section", { class: "tl-print", hidden: "" }, make("h2", {}, "Answers"));
    for (const question of document.querySelectorAll("tl-question, tl-blank")) {
      const title = question.querySelector(".tl-question-title");
      const answer = question.querySelector(".tl-answer > div");
      if (title && answer && question.checkVisibility()) {
        answers.append(make("h3", {}, title.textContent ?? ""), ...explained(question), copyOf(answer));
      }
    }
    if (answers.children.length > 1) document.querySelector("article")?.append(answers);
  }

  function clear() {
    document.querySelector(".tl-print")?.remove();
  }

  /**
   * @param {Element} question
   * @returns {Node[]} what is said of its options, in a list with their letters
   */
  function explained(question) {
    const said = [...question.querySelectorAll(".tl-option")].map((option) => {
      const feedback = option.querySelector(".tl-feedback");
      return make("li", {}, ...(feedback ? [copyOf(feedback)] : []));
    });
    return said.length > 0 ? [make("ol", {}, ...said)] : [];
  }

  /**
   * Copy an answer, opened, and without ids, which stay with the original.
   * @param {Element} answer
   */
  function copyOf(answer) {
    const copy = /** @type {Element} */ (answer.cloneNode(true));
    for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
    for (const details of copy.querySelectorAll("details")) details.setAttribute("open", "");
    return copy;
  }

  // Not every way to paper fires all of these.
  paper.addEventListener("change", () => (paper.matches ? gather() : clear()));
  addEventListener("beforeprint", gather);
  addEventListener("afterprint", clear);
}
