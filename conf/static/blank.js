// @ts-check
/**
 * A program to fill in by choosing: fill every gap, run it, see what the build saw.
 *
 * The build has run every combination; what each one did is in the element's JSON:
 * `{"sizes": [3, 3], "outcomes": [{...}], "ran": [0, 1, ...]}`, where `ran` has a place in
 * `outcomes` for each combination, the last gap changing fastest. What the reader did is kept under
 * `data-key`; a `tl-answer` event tells of it, and `tl-reset` of a new start.
 */

"use strict";

// A block, because classic scripts share one scope.
{
  const { store } = TrueLoss;

  /**
   * @typedef {{printed?: string, warned?: string, error?: string, line?: number, check?: string,
   *   passed?: boolean}} Outcome
   * @typedef {{sizes: number[], outcomes: Outcome[], ran: number[]}} Data
   * @typedef {Answer & {chosen?: number[]}} Kept what was chosen last comes on top of the answer
   */

  /** @type {Kept} */
  const NOTHING = { right: false, tries: 0, shown: false, hint: false, solution: false };

  /** The option that is being dragged. @type {HTMLElement | null} */
  let dragged = null;

  class BlankElement extends HTMLElement {
    /** @type {Data} */
    data = { sizes: [], outcomes: [], ran: [] };
    /** The combinations tried since the page was opened; each counts once. @type {Set<string>} */
    tried = new Set();

    connectedCallback() {
      this.data = JSON.parse(this.find(".tl-blank-data").textContent ?? "");
      for (const list of this.lists()) list.addEventListener("change", () => this.chose());
      for (const chip of this.all(".tl-blank-chip")) this.listenTo(chip);
      for (const slot of this.all(".tl-blank-slot")) this.acceptDrops(slot);
      for (const help of /** @type {const} */ (["hint", "solution"])) {
        const details = this.querySelector(`details.tl-${help}`);
        details?.addEventListener("toggle", () => {
          const news = details.hasAttribute("open") && !this.isSettled && !this.record[help];
          if (news) this.keep({ [help]: true });
        });
      }
      this.find(".tl-blank-run").addEventListener("click", () => this.run());
      this.find(".tl-blank-show").addEventListener("click", () => this.show());
      store.changed(() => this.restore());
      this.restore();
    }

    /** What is kept of the reader's answer. @returns {Kept} */
    get record() {
      return store.get(this.key) ?? {};
    }

    get key() {
      return this.dataset.key ?? "";
    }

    get isSettled() {
      return this.record.right || this.record.shown || false;
    }

    /** Run what is chosen: show what the build saw, and count the attempt. */
    run() {
      const chosen = this.chosen();
      const empty = chosen.findIndex(Number.isNaN);
      if (empty >= 0) {
        this.forget();
        this.say(`Choose something for gap ${empty + 1} first.`);
        this.lists()[empty].focus();
        return;
      }
      const outcome = this.data.outcomes[this.data.ran[placeOf(chosen, this.data.sizes)]];
      this.print(outcome);
      if (this.isSettled) {
        const verdict = outcome.passed ? "It passes." : "It does not pass.";
        this.say(verdict, outcome.passed ? "right" : "wrong");
        return;
      }
      const { tries = 0 } = this.record;
      const news = this.tried.has(String(chosen)) ? 0 : 1;
      this.tried.add(String(chosen));
      this.keep({ right: Boolean(outcome.passed), tries: tries + news, chosen });
      const left = Number(this.dataset.attempts ?? Infinity) - tries - news;
      if (outcome.passed) {
        this.openAnswer();
        this.say("Right: it passes.", "right");
      } else if (left > 0) {
        this.find(".tl-blank-show").hidden = false;
        this.say(`It does not pass. ${offer(left)}`, "wrong");
      } else {
        this.keep({ shown: true });
        this.openAnswer();
        this.say("It does not pass, and no attempt is left. Below is the answer.", "wrong");
      }
      this.tell();
    }

    /** Show the answer because the reader asks for it. */
    show() {
      if (!this.isSettled) {
        this.keep({ shown: true });
        this.say("Here is the answer, and what each choice does.");
        this.tell();
      }
      this.openAnswer();
    }

    openAnswer() {
      const show = this.find(".tl-blank-show");
      const answer = this.find(".tl-blank-answer");
      const hadFocus = show === document.activeElement;
      this.dataset.answered = "";
      answer.setAttribute("open", "");
      show.hidden = true;
      // The button that had the focus is gone.
      if (hadFocus) answer.querySelector("summary")?.focus({ preventScroll: true });
    }

    /** Forget the answer, so that the task is to be done again. */
    reset() {
      store.remove(this.key);
      for (const details of this.querySelectorAll("details")) details.removeAttribute("open");
      this.restore();
      this.dispatchEvent(new CustomEvent("tl-reset", { bubbles: true }));
    }

    /** Show what is kept: as it was left, but with the answer closed, so that nothing moves. */
    restore() {
      const { chosen, right, shown, tries } = this.record;
      this.tried = new Set(chosen ? [String(chosen)] : []);
      this.choose(chosen ?? []);
      delete this.dataset.answered;
      this.find(".tl-blank-answer").removeAttribute("open");
      this.find(".tl-blank-show").hidden = !(this.isSettled || tries);
      const words = TrueLossScore.describe(this.record);
      const state = right ? "right" : shown ? "wrong" : "";
      this.say(tries || shown ? `${words[0].toUpperCase()}${words.slice(1)}.` : "", state);
    }

    /** @param {Kept} news */
    keep(news) {
      store.set(this.key, { ...NOTHING, ...this.record, ...news });
    }

    tell() {
      this.dispatchEvent(new CustomEvent("tl-answer", { bubbles: true }));
    }

    /**
     * Put choices into the gaps.
     * @param {number[]} choices empty where none was made
     */
    choose(choices) {
      this.lists().forEach((list, gap) => {
        list.value = String(choices[gap] ?? "");
      });
      this.chose();
    }

    /** Another choice: show it wherever its gap stands, and take back the last verdict. */
    chose() {
      this.lists().forEach((list, gap) => {
        for (const chip of this.all(`.tl-blank-chip[data-gap="${gap}"]`)) {
          chip.setAttribute("aria-pressed", String(chip.dataset.choice === list.value));
        }
        for (const echo of this.all(`.tl-blank-echo[data-gap="${gap}"]`)) {
          echo.textContent = list.selectedOptions[0].text;
        }
      });
      this.forget();
    }

    /** @returns {number[]} the choice in each gap, NaN where there is none */
    chosen() {
      return this.lists().map((list) => (list.value === "" ? NaN : Number(list.value)));
    }

    /**
     * Show what a program did.
     * @param {Outcome} outcome
     */
    print(outcome) {
      const ended = outcome.error ?? (outcome.check && `The check raises ${outcome.check}`);
      const where = outcome.line ? `Line ${outcome.line}: ` : "";
      fill(this.find(".tl-blank-source"), "This build ran it:");
      fill(this.find(".tl-blank-printed"), outcome.printed ?? (ended ? "" : "It printed nothing."));
      const said = [outcome.warned, ended && where + ended].filter(Boolean);
      fill(this.find(".tl-blank-error"), said.join("\n"));
      this.all(".tl-blank-line").forEach((line, index) => {
        line.toggleAttribute("data-at-fault", index + 1 === outcome.line);
      });
    }

    /** Take back the last verdict and what was shown with it. */
    forget() {
      this.say("");
      for (const part of [".tl-blank-source", ".tl-blank-printed", ".tl-blank-error"]) {
        fill(this.find(part), "");
      }
      for (const line of this.all(".tl-blank-line")) line.removeAttribute("data-at-fault");
    }

    /**
     * @param {string} text what a screen reader announces as well
     * @param {string} [state] "right", "wrong" or nothing
     */
    say(text, state = "") {
      const verdict = this.find(".tl-blank-verdict");
      verdict.textContent = text;
      verdict.dataset.state = state;
    }

    /**
     * A click or a tap puts an option into its gap; so does dragging it there.
     * @param {HTMLElement} chip
     */
    listenTo(chip) {
      chip.addEventListener("click", () => this.put(chip));
      chip.addEventListener("dragstart", (event) => {
        dragged = chip;
        event.dataTransfer?.setData("text/plain", chip.textContent ?? "");
      });
      chip.addEventListener("dragend", () => {
        dragged = null;
      });
    }

    /** @param {HTMLElement} slot */
    acceptDrops(slot) {
      const fits = () => dragged && this.contains(dragged) && dragged.dataset.gap === slot.dataset.gap;
      slot.addEventListener("dragover", (event) => {
        if (fits()) event.preventDefault();
      });
      slot.addEventListener("drop", (event) => {
        event.preventDefault();
        if (dragged && fits()) this.put(dragged);
      });
    }

    /** @param {HTMLElement} chip */
    put(chip) {
      this.lists()[Number(chip.dataset.gap)].value = chip.dataset.choice ?? "";
      this.chose();
    }

    /** @returns {HTMLSelectElement[]} the lists in the order of the gaps */
    lists() {
      return this.all(".tl-blank-slot")
        .sort((one, other) => Number(one.dataset.gap) - Number(other.dataset.gap))
        .map((slot) => /** @type {HTMLSelectElement} */ (slot.querySelector("select")));
    }

    /**
     * @param {string} selector
     * @returns {HTMLElement[]}
     */
    all(selector) {
      return [...this.querySelectorAll(selector)].map((found) => /** @type {HTMLElement} */ (found));
    }

    /**
     * @param {string} selector
     * @returns {HTMLElement}
     */
    find(selector) {
      return /** @type {HTMLElement} */ (this.querySelector(selector));
    }
  }

  /**
   * @param {number[]} chosen
   * @param {number[]} sizes how many options each gap has
   * @returns {number} the place of a combination among all, the last gap changing fastest
   */
  function placeOf(chosen, sizes) {
    return chosen.reduce((place, choice, gap) => place * sizes[gap] + choice, 0);
  }

  /** @param {number} left */
  function offer(left) {
    if (left === Infinity) return "Choose again, or look at the answer.";
    return `${left === 1 ? "One more attempt" : `${left} more attempts`}, or look at the answer.`;
  }

  /**
   * Show a text in an element, and no element without a text.
   * @param {HTMLElement} element
   * @param {string} text
   */
  function fill(element, text) {
    element.textContent = text;
    element.hidden = !text;
  }

  customElements.define("tl-blank", BlankElement);
}
