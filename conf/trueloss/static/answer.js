// @ts-check
/**
 * What a question and a task have in common: what the reader did is kept under `data-key`, an answer
 * is open or shut, and a verdict says where the reader stands. A `tl-answer` event tells of what the
 * reader does, and `tl-reset` of a new start.
 */

"use strict";

var TrueLossAnswer = (() => {
  const { store } = TrueLoss;
  const { find } = TrueLossDom;

  /** @type {Answer} */
  const NOTHING = { right: false, tries: 0, shown: false, hint: false, solution: false };

  class AnswerElement extends HTMLElement {
    /** What the classes of its parts begin with. */
    prefix = "tl-";
    /** The buttons that an open answer takes away. */
    untilAnswered = ["show"];
    /** What was kept when it was last shown or written here, as text. */
    seen = "";

    /**
     * Show what is kept, now and when another window or an import changes it. News of other
     * questions leave a choice that is not checked yet, and an open answer, as they are.
     */
    follow() {
      for (const help of /** @type {const} */ (["hint", "solution"])) {
        const details = this.querySelector(`details.tl-${help}`);
        details?.addEventListener("toggle", () => {
          const news = details.hasAttribute("open") && !this.isSettled && !this.record[help];
          if (news) this.keep({ [help]: true });
        });
      }
      this.piece("show").addEventListener("click", () => this.show());
      store.changed(() => {
        if (JSON.stringify(this.record) !== this.seen) this.restore();
      });
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

    /** How many attempts are left. */
    get attemptsLeft() {
      return Number(this.dataset.attempts ?? Infinity) - (this.record.tries ?? 0);
    }

    /** What the reader may do after a wrong choice. */
    get offer() {
      const left = this.attemptsLeft;
      if (left === Infinity) return "Choose again, or look at the answer.";
      return `${left === 1 ? "One more attempt" : `${left} more attempts`}, or look at the answer.`;
    }

    /** Show the answer because the reader asks for it. */
    show() {}

    /** Show what is kept: as it was left, but with the answer shut, so that nothing moves. */
    restore() {
      this.seen = JSON.stringify(this.record);
      const { right, shown, tries } = this.record;
      delete this.dataset.answered;
      this.piece("answer").removeAttribute("open");
      this.piece("show").hidden = !(this.isSettled || tries);
      const words = TrueLossScore.describe(this.record);
      const state = right ? "right" : shown ? "wrong" : "";
      this.say(tries || shown ? `${words[0].toUpperCase()}${words.slice(1)}.` : "", state);
    }

    /** Forget the answer, so that it is asked for again. */
    reset() {
      store.remove(this.key);
      for (const details of this.querySelectorAll("details")) details.removeAttribute("open");
      this.restore();
      this.dispatchEvent(new CustomEvent("tl-reset", { bubbles: true }));
    }

    openAnswer() {
      const answer = this.piece("answer");
      const focused = this.querySelector(":focus");
      this.dataset.answered = "";
      answer.setAttribute("open", "");
      for (const name of this.untilAnswered) this.piece(name).hidden = true;
      if (focused?.matches("[hidden], :disabled")) {
        answer.querySelector("summary")?.focus({ preventScroll: true });
      }
    }

    /** @param {Answer & Record<string, unknown>} news what an element keeps besides is its own */
    keep(news) {
      store.set(this.key, { ...NOTHING, ...this.record, ...news });
      this.seen = JSON.stringify(this.record);
    }

    tell() {
      this.dispatchEvent(new CustomEvent("tl-answer", { bubbles: true }));
    }

    /**
     * @param {string} text what a screen reader announces as well
     * @param {string} [state] "right", "wrong" or nothing
     */
    say(text, state = "") {
      const verdict = this.piece("verdict");
      verdict.textContent = text;
      verdict.dataset.state = state;
    }

    /** @param {string} name */
    piece(name) {
      return find(this, `.${this.prefix}${name}`);
    }
  }

  return { AnswerElement };
})();
