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
  const { store } = TrueLoss;

  /** @type {Answer} */
  const NOTHING = { right: false, first: "", tries: 0, shown: false, hint: false, solution: false };

  class QuestionElement extends HTMLElement {
    connectedCallback() {
      this.find(".tl-check").addEventListener("click", () => this.check());
      this.find(".tl-show").addEventListener("click", () => this.show());
      for (const option of this.options()) {
        option.addEventListener("click", () => choose(option));
        option.addEventListener("change", () => this.forgetVerdict());
      }
      for (const help of /** @type {const} */ (["hint", "solution"])) {
        const details = this.querySelector(`details.tl-${help}`);
        details?.addEventListener("toggle", () => this.noteHelp(help, details.hasAttribute("open")));
      }
      store.changed(() => this.restore());
      this.restore();
    }

    /** What is kept of the reader's answer. @returns {Answer} */
    get record() {
      return store.get(this.key) ?? {};
    }

    get key() {
      return this.dataset.key ?? "";
    }

    get isSettled() {
      return this.record.right || this.record.shown || false;
    }

    /** How many choices are left. */
    get attemptsLeft() {
      return Number(this.dataset.attempts ?? Infinity) - (this.record.tries ?? 0);
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
        this.find(".tl-show").hidden = false;
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

    /** Forget the answer, so that the question is asked again. */
    reset() {
      store.remove(this.key);
      for (const help of this.querySelectorAll("details")) help.removeAttribute("open");
      this.restore();
      this.dispatchEvent(new CustomEvent("tl-reset", { bubbles: true }));
    }

    /** Show what is kept: as it was left, but with the answer closed, so that nothing moves. */
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
      delete this.dataset.answered;
      this.find(".tl-answer").removeAttribute("open");
      this.find(".tl-check").hidden = this.isSettled;
      this.find(".tl-show").hidden = !(this.isSettled || tries);
      const words = TrueLossScore.describe(this.record);
      const state = right ? "right" : shown ? "wrong" : "";
      this.say(tries || shown ? `${words[0].toUpperCase()}${words.slice(1)}.` : "", state);
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

    openAnswer() {
      const hadFocus = this.find(".tl-controls").contains(document.activeElement);
      const answer = this.find(".tl-answer");
      this.dataset.answered = "";
      answer.setAttribute("open", "");
      this.find(".tl-check").hidden = true;
      this.find(".tl-show").hidden = true;
      // The button that had the focus is gone.
      if (hadFocus) answer.querySelector("summary")?.focus({ preventScroll: true });
    }

    /** Another choice takes the last verdict back. */
    forgetVerdict() {
      for (const option of this.options()) delete option.dataset.state;
      this.say("");
    }

    /**
     * @param {"hint" | "solution"} help
     * @param {boolean} opened
     */
    noteHelp(help, opened) {
      if (!opened || this.isSettled || this.record[help]) return;
      this.keep({ [help]: true });
    }

    /** @param {Answer} news */
    keep(news) {
      store.set(this.key, { ...NOTHING, ...this.record, ...news });
    }

    tell() {
      this.dispatchEvent(new CustomEvent("tl-answer", { bubbles: true }));
    }

    /** What the reader may do after a wrong choice. */
    get offer() {
      const left = this.attemptsLeft;
      if (left === Infinity) return "Choose again, or look at the answer.";
      return `${left === 1 ? "One more attempt" : `${left} more attempts`}, or look at the answer.`;
    }

    /** What the answer brings. */
    get promise() {
      const ran = this.querySelector(".tl-answer .cell_output");
      return ran ? "Here is what the run said." : "Here is what each option means.";
    }

    /**
     * @param {string} text what a screen reader announces as well
     * @param {string} [state] "right", "wrong" or nothing
     */
    say(text, state = "") {
      const verdict = this.find(".tl-verdict");
      verdict.textContent = text;
      verdict.dataset.state = state;
    }

    /** @returns {HTMLElement[]} */
    options() {
      return [...this.querySelectorAll(".tl-option")].map((option) => /** @type {HTMLElement} */ (option));
    }

    /**
     * @param {string} selector
     * @returns {HTMLElement}
     */
    find(selector) {
      return /** @type {HTMLElement} */ (this.querySelector(selector));
    }
  }

  /** @param {HTMLElement} option */
  function radio(option) {
    return /** @type {HTMLInputElement} */ (option.querySelector("input"));
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
