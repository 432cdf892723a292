// @ts-check
/** The map of the course: fills in what this reader has done, and which cards are due. */

"use strict";

{
  const { all, find, make } = TrueLossDom;

  class MapElement extends HTMLElement {
    connectedCallback() {
      TrueLoss.store.changed(() => this.fill());
      this.fill();
    }

    fill() {
      const now = Date.now();
      /** @type {{link: HTMLAnchorElement, due: number}[]} */
      const decks = [];
      for (const item of all(this, "li.tl-stand")) {
        const states = (item.dataset.keys ?? "")
          .split(" ")
          .filter(Boolean)
          .map((key) => ({ key, ...TrueLossStanding.of(key, now) }));
        const read = TrueLoss.store.get(`page:${item.dataset.page}`)?.read === true;
        const { text, done } = TrueLossStanding.ofPage(states, read);
        find(item, ".tl-state").textContent = text;
        item.toggleAttribute("data-done", done);
        const { due } = TrueLossStanding.count(states);
        const link = item.querySelector("a");
        if (due && link) decks.push({ link, due });
      }
      this.tellDue(decks);
    }

    /** @param {{link: HTMLAnchorElement, due: number}[]} decks the pages with cards that are due */
    tellDue(decks) {
      const place = find(this, ".tl-map-due");
      const due = decks.reduce((sum, deck) => sum + deck.due, 0);
      place.textContent = due ? `${TrueLossStanding.number(due, "card is", "cards are")} due: ` : "No cards are due.";
      decks.forEach(({ link, due: count }, index) => {
        const lesson = link.closest(".tl-lesson")?.querySelector(".tl-lesson-title")?.textContent;
        place.append(index ? ", " : "", make("a", { href: link.href }, `${lesson} (${count})`));
      });
    }
  }

  customElements.define("tl-map", MapElement);
}
