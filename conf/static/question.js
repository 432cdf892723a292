// @ts-check
/**
 * A question that a reader can answer: choose an option, check it, see what the run said.
 *
 * Everything the element needs is in its HTML: the options, which of them is right
 * (`data-right`), and the answer, which the stylesheet keeps out of sight until `data-answered`
 * is set.
 */

"use strict";

// A block, because classic scripts share one scope.
{
  class QuestionElement extends HTMLElement {
    connectedCallback() {
      this.find(".tl-check").addEventListener("click", () => this.check());
      this.find(".tl-show").addEventListener("click", () => this.reveal());
      for (const option of this.options()) {
        option.addEventListener("click", () => choose(option));
        option.addEventListener("change", () => this.forgetVerdict());
      }
    }

    /** Say whether the chosen option is right, and show the answer where it is. */
    check() {
      const chosen = this.options().find((option) => radio(option).checked);
      if (!chosen) {
        this.say("Choose an option first.", "");
        return;
      }
      const state = isRight(chosen) ? "right" : "wrong";
      chosen.dataset.state = state;
      if (state === "right") {
        this.reveal();
        this.say("Right. Here is what the run said.", state);
      } else {
        this.find(".tl-show").hidden = false;
        this.say("Not this one. Choose again, or look at the answer.", state);
      }
    }

    /** Show the answer and every explanation. */
    reveal() {
      for (const option of this.options()) {
        radio(option).disabled = true;
        if (isRight(option)) option.dataset.state = "right";
      }
      this.dataset.answered = "";
      this.find(".tl-answer").setAttribute("open", "");
      this.find(".tl-check").hidden = true;
      this.find(".tl-show").hidden = true;
      this.say("Here is the answer, and what each option means.", "");
    }

    /** Another choice takes the last verdict back. */
    forgetVerdict() {
      for (const option of this.options()) delete option.dataset.state;
      this.say("", "");
    }

    /**
     * @param {string} text what a screen reader announces as well
     * @param {string} state "right", "wrong" or nothing
     */
    say(text, state) {
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
