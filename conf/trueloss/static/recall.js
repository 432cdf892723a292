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
  /** What a card in this session waits for: those that come first, first. */
  const TURNS = ["due", "new", "again soon", "ahead"];

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
      document.addEventListener("keydown", (event) => this.press(event));
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
      const next = Math.min(...this.keys().map((key) => dueOf(key) ?? Infinity));
      const back = TrueLossStanding.span(next - Date.now());
      find(this, ".tl-deck-end p").textContent = `Done for now. The next card comes back in ${back}.`;
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

    /**
     * Space flips the card and 1 to 4 grade it, on arrival too, when nothing has the focus yet.
     * @param {KeyboardEvent} event
     */
    press(event) {
      const modified = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
      const elsewhere = event.target !== document.body && !this.contains(document.activeElement);
      const card = this.current;
      if (!card || modified || event.repeat || elsewhere || !inSight(this)) return;
      if (event.key === " " && event.target === document.body) {
        event.preventDefault();
        card.open = !card.open;
        find(card, "summary").focus();
      } else if (/^[1-4]$/.test(event.key) && card.open) {
        event.preventDefault();
        this.grade(Number(event.key));
      }
    }

    /** Time has passed, or another tab has changed something: look again, unless in use. */
    refresh() {
      if (document.hidden) return;
      if (this.current?.open || this.contains(document.activeElement)) this.count();
      else this.next();
    }

    /** Say what is still to come, the card that shows included, and how many come back later. */
    count() {
      const waits = this.keys().map((key) => wait(key, this.ahead, Date.now()));
      const counts = [...TURNS, "later"].map((how) => [waits.filter((each) => each === how).length, how]);
      const parts = counts.filter(([number]) => number).map((part) => part.join(" "));
      find(this, ".tl-deck-counts").textContent = parts.join(", ");
      this.list();
      const detail = { later: waits.filter((how) => how === "later").length, of: waits.length };
      document.dispatchEvent(new CustomEvent("tl-deck", { detail }));
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

  /**
   * @param {HTMLElement} element
   * @returns {boolean} whether a reader sees any of it: Space scrolls the page otherwise
   */
  function inSight(element) {
    const { top, bottom } = element.getBoundingClientRect();
    return top < innerHeight && bottom > 0;
  }

  /** @param {HTMLElement} card */
  function keyOf(card) {
    return card.dataset.key ?? "";
  }

  /**
   * Say which card's turn it is: of those that wait for the same, the longest due first, and new
   * ones as they stand.
   * @param {string[]} keys in the order of the page
   * @param {Set<string>} ahead
   * @param {number} now in milliseconds
   * @returns {string | undefined}
   */
  function turn(keys, ahead, now) {
    const ordered = [...keys].sort((a, b) => (dueOf(a) ?? 0) - (dueOf(b) ?? 0));
    const found = TURNS.map((how) => ordered.find((key) => wait(key, ahead, now) === how));
    return found.find((key) => key !== undefined);
  }

  /**
   * @param {string} key
   * @param {Set<string>} ahead
   * @param {number} now in milliseconds
   * @returns {string} what a card waits for: one of `TURNS`, or later
   */
  function wait(key, ahead, now) {
    const due = dueOf(key);
    if (due === undefined) return "new";
    if (due <= now) return "due";
    if (due <= now + SOON) return "again soon";
    return ahead.has(key) ? "ahead" : "later";
  }

  /**
   * @param {string} key
   * @returns {number | undefined} when a card is due, in milliseconds, unless it is new
   */
  function dueOf(key) {
    const due = TrueLoss.store.get(key)?.due;
    return Number.isFinite(due) ? due : undefined;
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
