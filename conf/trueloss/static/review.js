// @ts-check
/**
 * What is due today, of all lessons: the cards in one deck, then the questions that went wrong, to
 * be answered anew. Those pages alone are loaded that hold something due.
 */

"use strict";

{
  const { store } = TrueLoss;
  const { all, find, make } = TrueLossDom;
  const { dueOn, number, pagesOf, span } = TrueLossStanding;
  const NONE = "Nothing is due today. Cards come here when they are due, and questions that went wrong.";

  class ReviewElement extends HTMLElement {
    connectedCallback() {
      void this.fill();
      document.addEventListener("tl-answer", () => this.count());
    }

    /** Load what is due, and show it. */
    async fill() {
      const kept = TrueLossStanding.byDigest();
      const pages = all(this, "[data-held]").flatMap(pagesOf);
      const due = pages
        .map((page) => ({ ...page, keys: dueOn(page, kept, Date.now()) }))
        .filter(({ keys }) => keys.length > 0);
      if (due.length === 0) {
        this.say(NONE + this.next());
        return;
      }
      const pieces = (await Promise.all(due.map(load))).flat();
      const cards = pieces.filter((piece) => piece.matches(".tl-card"));
      const questions = pieces.filter((piece) => !piece.matches(".tl-card"));
      for (const question of questions) {
        const again = { right: false, tries: 0, shown: false, again: true };
        store.remove(question.dataset.key ?? "");
        store.set(question.dataset.key ?? "", again);
      }
      if (cards.length > 0) this.deal(cards);
      const title = questions.length > 0 ? [make("h2", {}, "Questions")] : [];
      find(this, ".tl-daily-questions").replaceChildren(...title, ...questions);
      this.count();
    }

    /** @param {HTMLElement[]} cards */
    deal(cards) {
      const template = /** @type {HTMLTemplateElement} */ (find(this, "template"));
      const deck = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
      find(deck, ".tl-cards").append(...cards);
      find(this, ".tl-daily-cards").replaceChildren(deck);
    }

    /** Say how much there is. */
    count() {
      const cards = all(this, ".tl-card").length;
      const questions = all(this, "tl-question, tl-blank");
      const open = questions.filter(({ dataset }) => TrueLossScore.outcome(store.get(dataset.key ?? "")) === "open");
      const parts = [];
      if (cards) parts.push(number(cards, "card"));
      if (questions.length) parts.push(`${number(questions.length, "question")}, ${open.length} to answer`);
      this.say(`Today: ${parts.join(" and ")}.`);
    }

    /** @returns {string} when the next card is due */
    next() {
      const dues = store.keys("card:").map((key) => store.get(key)?.due ?? Infinity);
      const wait = Math.min(Infinity, ...dues) - Date.now();
      return wait > 0 && wait < Infinity ? ` The next card is due in ${span(wait)}.` : "";
    }

    /** @param {string} text */
    say(text) {
      find(this, ".tl-daily-says").textContent = text;
    }
  }

  /**
   * @param {{page: string, href: string, title: string, keys: string[]}} due
   * @returns {Promise<HTMLElement[]>} what is due on a page
   */
  async function load({ page, href, title, keys }) {
    const pieces = await TrueLossPieces.of(page, href);
    return keys
      .filter((key) => Object.hasOwn(pieces, key))
      .map((key) => TrueLossPieces.make(pieces[key], href, title));
  }

  customElements.define("tl-review", ReviewElement);
}
