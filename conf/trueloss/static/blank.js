// @ts-check
/**
 * A program to fill in by choosing: fill every gap, run it, see what the build saw.
 *
 * The build has run every combination; what each one did is in the element's JSON:
 * `{"sizes": [3, 3], "right": [0, 2], "outcomes": [{...}], "ran": [0, 1, ...]}`, where `ran` has
 * a place in `outcomes` for each combination, the last gap changing fastest. What the reader did is kept under
 * `data-key`; a `tl-answer` event tells of it, and `tl-reset` of a new start.
 */

"use strict";

// A block, because classic scripts share one scope.
{
  /**
   * @typedef {{printed?: string, warned?: string, error?: string, line?: number, check?: string,
   *   passed?: boolean}} Outcome
   * @typedef {{sizes: number[], right: number[], outcomes: Outcome[], ran: number[]}} Data
   */

  const { all, find } = TrueLossDom;

  /** The option that is being dragged. @type {HTMLElement | null} */
  let dragged = null;

  class BlankElement extends TrueLossAnswer.AnswerElement {
    prefix = "tl-blank-";
    /** @type {Data} */
    data = { sizes: [], right: [], outcomes: [], ran: [] };
    /** The combinations tried since the page was opened; each counts once. @type {Set<string>} */
    tried = new Set();

    connectedCallback() {
      this.data = JSON.parse(this.piece("data").textContent ?? "");
      for (const list of this.lists()) list.addEventListener("change", () => this.chose());
      for (const chip of all(this, ".tl-blank-chip")) this.listenTo(chip);
      for (const slot of all(this, ".tl-blank-slot")) this.acceptDrops(slot);
      this.piece("run").addEventListener("click", () => this.run());
      this.follow();
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
      const outcome = this.outcomeOf(chosen);
      this.print(outcome);
      this.explain(chosen);
      if (this.isSettled) {
        const verdict = outcome.passed ? "It passes." : "It does not pass.";
        this.say(verdict, outcome.passed ? "right" : "wrong");
        return;
      }
      const { tries = 0 } = this.record;
      const news = this.tried.has(String(chosen)) ? 0 : 1;
      this.tried.add(String(chosen));
      this.keep({ right: Boolean(outcome.passed), tries: tries + news, chosen });
      if (outcome.passed) {
        this.openAnswer();
        this.say("Right: it passes.", "right");
      } else if (this.attemptsLeft > 0) {
        this.piece("show").hidden = false;
        this.say(`It does not pass. ${this.offer}`, "wrong");
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

    /** Show what is kept: as it was left, but with the answer shut, so that nothing moves. */
    restore() {
      const { chosen } = this.record;
      this.tried = new Set(chosen ? [String(chosen)] : []);
      this.choose(chosen ?? []);
      super.restore();
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
        for (const chip of all(this, `.tl-blank-chip[data-gap="${gap}"]`)) {
          chip.setAttribute("aria-pressed", String(chip.dataset.choice === list.value));
        }
        for (const echo of all(this, `.tl-blank-echo[data-gap="${gap}"]`)) {
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
      fill(this.piece("source"), "This build ran it:");
      fill(this.piece("printed"), outcome.printed ?? (ended ? "" : "It printed nothing."));
      const said = [outcome.warned, ended && where + ended].filter(Boolean);
      fill(this.piece("error"), said.join("\n"));
      all(this, ".tl-blank-line").forEach((line, index) => {
        line.toggleAttribute("data-at-fault", index + 1 === outcome.line);
      });
    }

    /** @param {number[]} chosen */
    outcomeOf(chosen) {
      return this.data.outcomes[this.data.ran[placeOf(chosen, this.data.sizes)]];
    }

    /**
     * Say what is wrong with each choice that does not pass with all others right.
     * @param {number[]} chosen
     */
    explain(chosen) {
      const { right, sizes } = this.data;
      const rows = all(this, ".tl-blank-did tbody tr");
      chosen.forEach((choice, gap) => {
        if (this.outcomeOf(right.map((marked, at) => (at === gap ? choice : marked))).passed) return;
        const row = rows[choice + sizes.slice(0, gap).reduce((sum, size) => sum + size, 0)];
        const said = row?.querySelector(".tl-feedback")?.cloneNode(true);
        const code = row?.querySelector("p")?.cloneNode(true);
        if (said && code) this.piece("error").after(code, said);
      });
    }

    /** Take back the last verdict and what was shown with it. */
    forget() {
      this.say("");
      while (this.piece("error").nextSibling) this.piece("error").nextSibling?.remove();
      for (const name of ["source", "printed", "error"]) fill(this.piece(name), "");
      for (const line of all(this, ".tl-blank-line")) line.removeAttribute("data-at-fault");
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
      return all(this, ".tl-blank-slot")
        .sort((one, other) => Number(one.dataset.gap) - Number(other.dataset.gap))
        .map((slot) => /** @type {HTMLSelectElement} */ (find(slot, "select")));
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
