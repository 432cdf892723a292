// @ts-check
/** The badge of a challenge: drawn where all problems are right, kept, and saved as a file. */

"use strict";

var TrueLossBadge = (() => {
  const LINE = 24;

  /**
   * Break a text into lines at its blanks.
   * @param {string} text
   * @param {number} [width] in characters
   * @returns {string[]}
   */
  function wrap(text, width = LINE) {
    /** @type {string[]} */
    const lines = [];
    for (const word of text.split(/\s+/)) {
      const last = lines.at(-1);
      if (last !== undefined && `${last} ${word}`.length <= width) lines.splice(-1, 1, `${last} ${word}`);
      else lines.push(word);
    }
    return lines;
  }

  /** @param {string} text */
  function escape(text) {
    return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  }

  /**
   * Draw the badge. Its colours and letters are its own, so that the file looks the same anywhere.
   * @param {{title: string, score: string, note: string, date: string}} words
   * @returns {string} an SVG document
   */
  function svg({ title, score, note, date }) {
    const lines = wrap(title).slice(0, 3);
    const label = escape(`True Loss badge. ${title} ${score}${note && `, ${note}`}. ${date}.`);
    const text = (/** @type {number} */ y, /** @type {number} */ size, /** @type {string} */ words, more = "") =>
      `<text x="40" y="${y}" font-size="${size}"${more}>${escape(words)}</text>`;
    const soft = ' fill="#6b4226"';
    return (
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 300" role="img" ' +
      `aria-label="${label}" font-family="system-ui, sans-serif" fill="#2b1608">` +
      '<rect x="2" y="2" width="476" height="296" rx="20" fill="#fff8f1" stroke="#8a3b12" stroke-width="4"/>' +
      '<path d="M296 178C312 236 350 248 436 250" fill="none" stroke="#f2a66b" stroke-width="10" stroke-linecap="round"/>' +
      '<circle cx="438" cy="250" r="11" fill="#17663a"/>' +
      text(56, 18, "True Loss challenge", soft) +
      lines.map((line, index) => text(100 + 34 * index, 28, line, ' font-weight="700"')).join("") +
      text(224, 26, score, ' font-weight="700" fill="#17663a"') +
      text(248, 15, note, soft) +
      text(272, 15, date, soft) +
      "</svg>"
    );
  }

  /**
   * Say how many problems went over their time, where time counted.
   * @param {Answer[]} records
   */
  function note(records) {
    if (!records.some(({ timed }) => timed)) return "";
    const over = records.filter(({ over }) => over).length;
    if (over > 0) return `against the clock, ${over} over time`;
    return records.every(({ timed }) => timed) ? "all within the time" : "some against the clock";
  }

  return { wrap, svg, note };
})();

{
  const { store } = TrueLoss;
  const { find, make, save } = TrueLossDom;

  class BadgeElement extends HTMLElement {
    connectedCallback() {
      document.addEventListener("tl-set", (event) => {
        this.update(/** @type {CustomEvent} */ (event).detail);
      });
    }

    get lesson() {
      return this.dataset.lesson ?? "";
    }

    /** @param {{members: {record: Answer}[], complete: boolean, live: boolean}} set */
    update({ members, complete, live }) {
      const records = members.map(({ record }) => record);
      const key = `badge:${this.lesson}`;
      if (complete && live && TrueLossScore.earnsBadge(records)) {
        const of = records.length;
        const note = TrueLossBadge.note(records);
        store.set(key, { score: of, of, date: today(), note });
        this.details.open = true;
      }
      const kept = store.get(key);
      this.body.replaceChildren(...(kept ? this.drawn(kept) : [make("p", {}, words(records, complete))]));
    }

    /**
     * @param {Record<string, any>} kept
     * @returns {Node[]}
     */
    drawn({ score, of, date, note }) {
      const svg = TrueLossBadge.svg({
        title: this.dataset.title ?? "",
        score: `${score} of ${of} right`,
        note: note ?? "",
        date: new Date(`${date}T00:00`).toLocaleDateString("en-GB", { dateStyle: "long" }),
      });
      const picture = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
      const button = make("button", { type: "button" }, "Save the badge");
      button.addEventListener("click", () => save(`true-loss-${this.lesson}.svg`, "image/svg+xml", svg));
      return [document.importNode(picture, true), button];
    }

    get details() {
      return /** @type {HTMLDetailsElement} */ (find(this, "details"));
    }

    get body() {
      return find(this, ".tl-badge-body");
    }
  }

  /**
   * Say why there is no badge yet.
   * @param {(Answer | undefined)[]} records
   * @param {boolean} complete
   */
  function words(records, complete) {
    if (!complete) return "All problems right within their attempts, and it is yours.";
    const wrong = records.filter((record) => !record?.right).length;
    if (wrong > 0) return `No badge this time: ${wrong} of ${records.length} not right. Start over to try again.`;
    return "All right now, some of them on a retry. The badge is for all in one go: start over to earn it.";
  }

  /** @returns {string} the date where the reader is, as 2026-01-31 */
  function today() {
    const now = new Date();
    const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    return parts.map((part) => String(part).padStart(2, "0")).join("-");
  }

  customElements.define("tl-badge", BadgeElement);
}
