// @ts-check
/**
 * A deck of flip cards. A card is a native disclosure, so opening it is flipping it. The reader
 * grades how well they knew the back, and FSRS says when the card comes back.
 *
 * Without a clock of its own a deck asks `Date.now`; the same grades at the same times give the
 * same schedule, because nothing is drawn at random.
 */

"use strict";

{
  const { find, make } = TrueLossDom;

  /** @typedef {Record<string, any>} Schedule what FSRS knows of a card, its times in milliseconds */

  /** A card that is due so soon is shown once nothing else is left, and need not be waited for. */
  const SOON = 20 * 60_000;

  // @ts-ignore: a global of the library, which ships no types with this file
  const scheduler = FSRS.fsrs({ enable_fuzz: false });

  class DeckElement extends HTMLElement {
    /** Cards that are shown before they are due, at the reader's wish. @type {Set<string>} */
    ahead = new Set();
    /** @type {HTMLDetailsElement | undefined} */
    current;

    connectedCallback() {
      for (const card of this.cards()) {
        card.addEventListener("toggle", () => this.flipped(card));
      }
      find(this, ".tl-grades").addEventListener("click", (event) => {
        const button = /** @type {Element} */ (event.target).closest("button");
        if (button) this.grade(Number(button.value));
      });
      find(this, ".tl-ahead").addEventListener("click", () => this.goAhead());
      find(this, ".tl-deck-list").addEventListener("toggle", () => this.list());
      this.addEventListener("keydown", (event) => this.press(event));
      document.addEventListener("visibilitychange", () => this.refresh());
      TrueLoss.store.changed(() => this.refresh());
      this.next();
    }

    /** Show the card whose turn it is, face up, or say that there is none. */
    next() {
      const key = turn(this.keys(), this.ahead, Date.now());
      this.current = this.cards().find((card) => keyOf(card) === key);
      for (const card of this.cards()) {
        card.open = false;
        card.toggleAttribute("data-current", card === this.current);
      }
      find(this, ".tl-deck-end").hidden = Boolean(this.current);
      find(this, ".tl-cards").hidden = !this.current;
      if (!this.current) this.finish();
      this.count();
      this.flipped(this.current);
    }

    /** Say when the next card comes back. */
    finish() {
      const dues = this.keys().map((key) => TrueLoss.store.get(key)?.due).filter(Number.isFinite);
      const wait = TrueLossStanding.span(Math.min(...dues) - Date.now());
      find(this, ".tl-deck-end p").textContent = `Done for now. The next card comes back in ${wait}.`;
    }

    /**
     * Offer the grades where the card has been flipped, with what each one leads to.
     * @param {HTMLDetailsElement | undefined} card
     */
    flipped(card) {
      if (card !== this.current) return;
      const open = Boolean(card?.open);
      this.toggleAttribute("data-flipped", open);
      if (!card || !open) return;
      const now = Date.now();
      for (const button of this.buttons()) {
        const due = grade(TrueLoss.store.get(keyOf(card)), Number(button.value), now).due;
        find(button, ".tl-interval").textContent = TrueLossStanding.span(due - now);
      }
    }

    /** @param {number} rating from 1, not known, to 4, known at once */
    grade(rating) {
      const card = this.current;
      if (!card?.open) return;
      const key = keyOf(card);
      const now = Date.now();
      const schedule = grade(TrueLoss.store.get(key), rating, now);
      TrueLoss.store.set(key, schedule);
      this.ahead.delete(key);
      this.next();
      const back = `It comes back in ${TrueLossStanding.span(schedule.due - now)}.`;
      find(this, ".tl-deck-said").textContent = this.current ? `${back} Next card.` : back;
      (this.current?.querySelector("summary") ?? find(this, ".tl-deck-end p")).focus();
    }

    /** Show every card once more, the earliest first, whether it is due or not. */
    goAhead() {
      this.ahead = new Set(this.keys());
      this.next();
      this.current?.querySelector("summary")?.focus();
    }

    /** @param {KeyboardEvent} event */
    press(event) {
      const modified = event.altKey || event.ctrlKey || event.metaKey;
      if (modified || event.repeat || !/^[1-4]$/.test(event.key) || !this.current?.open) return;
      event.preventDefault();
      this.grade(Number(event.key));
    }

    /** Time has passed, or another tab has changed something: look again, unless in use. */
    refresh() {
      if (document.hidden) return;
      if (this.current?.open || this.contains(document.activeElement)) this.count();
      else this.next();
    }

    count() {
      const now = Date.now();
      const counts = TrueLossStanding.count(this.keys().map((key) => TrueLossStanding.of(key, now)));
      find(this, ".tl-deck-counts").textContent =
        `${counts.due} due, ${counts.new} new, ${counts.later} later`;
      this.list();
    }

    /** Fill the list of all cards, where it is open. */
    list() {
      const details = /** @type {HTMLDetailsElement} */ (find(this, ".tl-deck-list"));
      if (!details.open) return;
      const now = Date.now();
      const items = this.cards().map((card) => {
        const front = find(card, "summary").textContent ?? "";
        return make("li", {}, `${front.trim()} — ${TrueLossStanding.of(keyOf(card), now).text}`);
      });
      find(details, "ul").replaceChildren(...items);
    }

    keys() {
      return this.cards().map(keyOf);
    }

    cards() {
      return [...this.querySelectorAll("details")].filter((card) => card.matches(".tl-card"));
    }

    buttons() {
      return [...find(this, ".tl-grades").querySelectorAll("button")];
    }
  }

  /** @param {HTMLElement} card */
  function keyOf(card) {
    return card.dataset.key ?? "";
  }

  /**
   * Say which card's turn it is: those that are due, the longest due first; then new ones, as they
   * stand; then those that are due soon, and those the reader wants ahead.
   * @param {string[]} keys in the order of the page
   * @param {Set<string>} ahead
   * @param {number} now in milliseconds
   * @returns {string | undefined}
   */
  function turn(keys, ahead, now) {
    /** @param {string} key */
    const due = (key) => TrueLoss.store.get(key)?.due;
    const seen = keys.filter((key) => Number.isFinite(due(key))).sort((a, b) => due(a) - due(b));
    return (
      seen.find((key) => due(key) <= now) ??
      keys.find((key) => !Number.isFinite(due(key))) ??
      seen.find((key) => due(key) <= now + SOON) ??
      seen.find((key) => ahead.has(key))
    );
  }

  /**
   * Say what becomes of a card that is graded.
   * @param {Schedule | undefined} schedule what is known of it, nothing where it is new
   * @param {number} rating 1 to 4
   * @param {number} now in milliseconds
   * @returns {Schedule}
   */
  function grade(schedule, rating, now) {
    const card = graded(schedule, rating, now);
    return { ...card, due: card.due.getTime(), last_review: card.last_review.getTime() };
  }

  /**
   * @param {Schedule | undefined} schedule
   * @param {number} rating
   * @param {number} now
   */
  function graded(schedule, rating, now) {
    if (Number.isFinite(schedule?.due)) {
      try {
        return scheduler.next(schedule, now, rating).card;
      } catch {
        // What FSRS did not write, from a file that was edited, is as good as nothing.
      }
    }
    // @ts-ignore: as above
    return scheduler.next(FSRS.createEmptyCard(now), now, rating).card;
  }

  customElements.define("tl-deck", DeckElement);
}
