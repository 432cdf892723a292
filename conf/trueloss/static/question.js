// @ts-check
/**
 * A question that a reader can answer: choose an option, check it, see what it means.
 *
 * Everything the element needs is in its HTML: the options, which of them is right
 * (`data-right`), how often a reader may choose (`data-attempts`), and the answer, which the
 * stylesheet keeps out of sight until `data-answered` is set. So it does with what is said of an
 * option, until the option has `data-told`. What the reader did is kept under `data-key`. A
 * `tl-answer` event tells of what the reader answers, and `tl-reset` of a new start.
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
        option.addEventListener("change", () => this.noteChoice(option));
        option.addEventListener("keydown", (event) => {
          if (event.key === "Enter" && event.target === radio(option)) this.check();
        });
      }
      this.follow();
    }

    /**
     * Say whether the chosen option is right, and what it means; show the answer where it is right,
     * or no choice is left. An option that was chosen before costs no attempt.
     */
    check() {
      const place = this.options().findIndex((option) => radio(option).checked);
      const chosen = this.options()[place];
      if (this.isSettled) return;
      if (!chosen) {
        this.say("Choose an option first.");
        return;
      }
      const right = isRight(chosen);
      const { tries = 0, first = radio(chosen).value } = this.record;
      const before = this.choices;
      if (before.includes(place)) {
        this.mark(place, true);
        this.say(`Not this one either time. ${this.offer}`, "wrong");
        return;
      }
      this.keep({ right, first, tries: tries + 1, chosen: [...before, place] });
      this.mark(place, true);
      if (right) {
        this.reveal(`Right. ${this.promise}`, "right");
      } else if (this.attemptsLeft > 0) {
        this.piece("show").hidden = false;
        this.say(`Not this one. ${this.offer}`, "wrong");
      } else {
        this.keep({ shown: true });
        this.reveal(`Not this one, and no attempt is left. ${this.answer} ${this.promise}`, "wrong");
      }
      this.tell();
    }

    /** Show the answer because the reader asks for it. */
    show() {
      if (!this.isSettled) {
        this.keep({ shown: true });
        this.reveal(`${this.answer} Each option says what it means.`, "");
        this.tell();
      } else {
        this.openAnswer();
      }
    }

    /** Show what is kept: as it was left, but with the answer shut, so that nothing moves. */
    restore() {
      const { choices } = this;
      this.options().forEach((option, place) => {
        radio(option).disabled = this.isSettled;
        radio(option).checked = place === choices.at(-1);
        delete option.dataset.state;
        delete option.dataset.told;
        if (choices.includes(place) || (this.isSettled && isRight(option))) this.mark(place);
      });
      this.piece("check").hidden = this.isSettled;
      super.restore();
    }

    /**
     * Show the answer and every explanation.
     * @param {string} text
     * @param {string} state
     */
    reveal(text, state) {
      this.options().forEach((option, place) => {
        radio(option).disabled = true;
        if (isRight(option)) this.mark(place);
      });
      this.openAnswer();
      this.say(text, state);
    }

    /**
     * Another choice takes the last verdict back, but no mark. What is then said of this option, and
     * of no other, a screen reader announces.
     * @param {HTMLElement} chosen
     */
    noteChoice(chosen) {
      for (const option of this.options()) option.removeAttribute("aria-live");
      chosen.setAttribute("aria-live", "polite");
      this.say("");
    }

    /**
     * Mark an option as right or wrong.
     * @param {number} place
     * @param {boolean} [told] whether what it means shows as well
     */
    mark(place, told = false) {
      const option = this.options()[place];
      option.dataset.state = isRight(option) ? "right" : "wrong";
      if (told) option.dataset.told = "";
    }

    /** The places of the options chosen so far, the last one last. @returns {number[]} */
    get choices() {
      const { right, first, tries, chosen } = this.record;
      const options = this.options();
      if (chosen || !tries) return chosen ?? [];
      // Kept before the site noted every choice.
      const known = options.findIndex((option) => radio(option).value === first);
      const last = right ? options.findIndex(isRight) : known;
      return [...new Set([known, last])].filter((place) => place >= 0);
    }

    /** Which option is right, in words. */
    get answer() {
      const right = this.options().find(isRight);
      return right ? `The answer is ${radio(right).value}.` : "";
    }

    /** What the answer brings. */
    get promise() {
      const ran = this.querySelector(".tl-answer .tl-run-sign");
      return ran ? "Below is what the run said." : "Each option says what it means.";
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
