// @ts-check
/**
 * A program to fill in by choosing: fill every gap, run it, see what the build saw.
 *
 * The build has run every combination; what each one did is in the element's JSON:
 * `{"sizes": [3, 3], "outcomes": [{...}], "ran": [0, 1, ...]}`, where `ran` has a place in
 * `outcomes` for each combination, the last gap changing fastest.
 */

"use strict";

// A block, because classic scripts share one scope.
{
  /**
   * @typedef {{printed?: string, warned?: string, error?: string, line?: number, check?: string,
   *   passed?: boolean}} Outcome
   * @typedef {{sizes: number[], outcomes: Outcome[], ran: number[]}} Data
   * @typedef {{right?: boolean, tries?: number, shown?: boolean, hint?: boolean,
   *   solution?: boolean, chosen?: number[]}} Kept
   */

  /** The option that is being dragged. @type {HTMLElement | null} */
  let dragged = null;

  class BlankElement extends HTMLElement {
    connectedCallback() {
      /** @type {Data} */
      this.data = JSON.parse(this.find(".tl-blank-data").textContent ?? "");
      /** The combinations tried so far, each once. @type {Set<string>} */
      this.tried = new Set();
      this.tries = 0;
      for (const list of this.lists()) list.addEventListener("change", () => this.chose());
      for (const chip of this.all(".tl-blank-chip")) this.listenTo(chip);
      for (const slot of this.all(".tl-blank-slot")) this.acceptDrops(slot);
      for (const help of ["hint", "solution"]) {
        this.querySelector(`details.tl-${help}`)?.addEventListener("toggle", (event) => {
          const opened = /** @type {HTMLDetailsElement} */ (event.target).open;
          if (opened && !this.answered()) this.keep({ [help]: true });
        });
      }
      this.find(".tl-blank-run").addEventListener("click", () => this.run());
      this.find(".tl-blank-show").addEventListener("click", () => {
        this.finish({ shown: true });
        this.say("Here is the answer, and what each choice does.", "");
      });
      this.restore();
      store()?.changed(() => this.restore());
    }

    /** Take up what the reader did before, here or in another tab. */
    restore() {
      /** @type {Kept} */
      const kept = store()?.get(this.dataset.key ?? "") ?? {};
      this.tries = kept.tries ?? 0;
      this.tried.clear();
      const done = kept.right || kept.shown;
      const chosen = kept.chosen ?? [];
      if (chosen.length) this.tried.add(String(chosen));
      this.choose(chosen);
      if (done) this.reveal();
      else this.toggleAttribute("data-answered", false);
      this.find(".tl-blank-answer").toggleAttribute("open", Boolean(done));
      this.find(".tl-blank-run").hidden = false;
      this.find(".tl-blank-show").hidden = Boolean(done) || this.tries === 0;
      if (done) this.say(kept.right ? "You solved this." : "You have seen the answer.", "");
    }

    /** Run what is chosen: show what the build saw, and count the attempt. */
    run() {
      const chosen = this.chosen();
      const empty = chosen.findIndex(Number.isNaN);
      if (empty >= 0) {
        this.forget();
        this.say(`Choose something for gap ${empty + 1} first.`, "");
        this.lists()[empty].focus();
        return;
      }
      const outcome = outcomeOf(/** @type {Data} */ (this.data), chosen);
      this.show(outcome);
      if (this.answered()) {
        this.say(outcome.passed ? "It passes." : "It does not pass.", stateOf(outcome));
        return;
      }
      if (!this.tried.has(String(chosen))) {
        this.tried.add(String(chosen));
        this.tries += 1;
      }
      if (outcome.passed) {
        this.finish({ right: true, chosen });
        this.say("Right: it passes.", "right");
        return;
      }
      this.keep({ right: false, tries: this.tries, chosen });
      this.find(".tl-blank-show").hidden = false;
      const left = Number(this.dataset.attempts ?? Infinity) - this.tries;
      if (left > 0) {
        this.say(`It does not pass. ${left === Infinity ? "Try again." : attempts(left)}`, "wrong");
      } else {
        this.finish({ shown: true });
        this.say("It does not pass, and that was the last attempt. Below is the answer.", "wrong");
      }
    }

    /**
     * The task is done: keep that, and show the answer.
     * @param {Kept} kept
     */
    finish(kept) {
      this.keep({ right: false, shown: false, tries: this.tries, ...kept });
      this.reveal();
    }

    /** Show the answer, and let the reader go on to try other choices. */
    reveal() {
      this.dataset.answered = "";
      this.find(".tl-blank-answer").setAttribute("open", "");
      this.find(".tl-blank-show").hidden = true;
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

    /** @param {Outcome} outcome */
    show(outcome) {
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
      this.say("", "");
      for (const part of [".tl-blank-source", ".tl-blank-printed", ".tl-blank-error"]) {
        fill(this.find(part), "");
      }
      for (const line of this.all(".tl-blank-line")) line.removeAttribute("data-at-fault");
    }

    /**
     * @param {string} text
     * @param {string} state "right", "wrong" or nothing
     */
    say(text, state) {
      const verdict = this.find(".tl-blank-verdict");
      verdict.textContent = text;
      verdict.dataset.state = state;
    }

    /** @param {Kept} kept */
    keep(kept) {
      store()?.set(this.dataset.key ?? "", kept);
    }

    answered() {
      return this.dataset.answered !== undefined;
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
   * @param {Data} data
   * @param {number[]} chosen
   * @returns {Outcome} what the program did
   */
  function outcomeOf(data, chosen) {
    const place = chosen.reduce((before, choice, gap) => before * data.sizes[gap] + choice, 0);
    return data.outcomes[data.ran[place]];
  }

  /** @param {Outcome} outcome */
  function stateOf(outcome) {
    return outcome.passed ? "right" : "wrong";
  }

  /** @param {number} left */
  function attempts(left) {
    return left === 1 ? "1 attempt left." : `${left} attempts left.`;
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

  /** @returns {any} what keeps the reader's answers, where it is there */
  function store() {
    return /** @type {any} */ (window).TrueLoss?.store;
  }

  customElements.define("tl-blank", BlankElement);
}
