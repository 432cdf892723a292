// @ts-check
/**
 * A question that a reader can answer: choose an option, check it, see what the run said.
 *
 * Everything the element needs is in its HTML: the options, which of them is right
 * (`data-right`), how often a reader may choose (`data-attempts`), and the answer, which the
 * stylesheet keeps out of sight until `data-answered` is set. What the reader did is kept under
 * `data-key`. A `tl-answer` event tells of what the reader answers, and `tl-reset` of a new start.
 */

"use strict";

// A block, because classic scripts share one scope.
{
  const { all, find } = TrueLossDom;

  class QuestionElement extends TrueLossAnswer.AnswerElement {
    untilAnswered = ["check", "show"];

    connectedCallback() {
      this.piece("check").addEventListener("click", () => this.check());
      for (const option of this.options()) {
        option.addEventListener("click", () => choose(option));
        option.addEventListener("change", () => this.forgetVerdict());
      }
      this.follow();
    }

    /** Say whether the chosen option is right; show the answer where it is, or no choice is left. */
    check() {
      const chosen = this.options().find((option) => radio(option).checked);
      if (!chosen) {
        this.say("Choose an option first.");
        return;
      }
      const right = isRight(chosen);
      const { tries = 0, first } = this.record;
      this.keep({ right, first: first || radio(chosen).value, tries: tries + 1 });
      chosen.dataset.state = right ? "right" : "wrong";
      if (right) {
        this.reveal(`Right. ${this.promise}`, "right");
      } else if (this.attemptsLeft > 0) {
        this.piece("show").hidden = false;
        this.say(`Not this one. ${this.offer}`, "wrong");
      } else {
        this.keep({ shown: true });
        this.reveal(`Not this one, and no attempt is left. ${this.promise}`, "wrong");
      }
      this.tell();
    }

    /** Show the answer because the reader asks for it. */
    show() {
      if (!this.isSettled) {
        this.keep({ shown: true });
        this.reveal("Here is the answer, and what each option means.", "");
        this.tell();
      } else {
        this.openAnswer();
      }
    }

    /** Show what is kept: as it was left, but with the answer shut, so that nothing moves. */
    restore() {
      const { right, shown, first, tries } = this.record;
      for (const option of this.options()) {
        const input = radio(option);
        input.disabled = this.isSettled;
        const isTheChoice = right ? isRight(option) : input.value === first;
        input.checked = Boolean(tries) && isTheChoice;
        delete option.dataset.state;
        if (this.isSettled && isRight(option)) option.dataset.state = "right";
        else if (input.checked) option.dataset.state = "wrong";
      }
      this.piece("check").hidden = this.isSettled;
      super.restore();
    }

    /**
     * Show the answer and every explanation.
     * @param {string} text
     * @param {string} state
     */
    reveal(text, state) {
      for (const option of this.options()) {
        radio(option).disabled = true;
        if (isRight(option)) option.dataset.state = "right";
      }
      this.openAnswer();
      this.say(text, state);
    }

    /** Another choice takes the last verdict back. */
    forgetVerdict() {
      for (const option of this.options()) delete option.dataset.state;
      this.say("");
    }

    /** What the answer brings. */
    get promise() {
      const ran = this.querySelector(".tl-answer .tl-run-sign");
      return ran ? "Here is what the run said." : "Here is what each option means.";
    }

    options() {
      return all(this, ".tl-option");
    }
  }

  /** @param {HTMLElement} option */
  function radio(option) {
    return /** @type {HTMLInputElement} */ (find(option, "input"));
  }

  /** @param {HTMLElement} option */
  function isRight(option) {
    return option.dataset.right !== undefined;
  }

  /**
   * Choose an option by a click anywhere on it.
   * @param {HTMLElement} option
   */
  function choose(option) {
    const input = radio(option);
    if (!input.disabled && !input.checked) input.click();
  }

  customElements.define("tl-question", QuestionElement);
}
