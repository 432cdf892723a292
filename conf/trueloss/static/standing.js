// @ts-check
/** How a reader stands: what the records say of a question, of a card, of many of them. */

"use strict";

// With `var`, so that other scripts find it.
var TrueLossStanding = (() => {
  const MINUTE = 60_000;
  const DAY = 24 * 60 * MINUTE;

  /**
   * @typedef {object} State how one question, task or card stands
   * @property {"right" | "wrong" | "new" | "changed" | "due" | "later"} is
   * @property {string} text what a reader is told of it
   */

  /**
   * @param {Record<string, any>} record of a question or a task
   * @returns {State}
   */
  function ofQuestion(record) {
    const text = TrueLossScore.describe(record);
    if (record.right) return { is: "right", text };
    return { is: record.shown || record.tries ? "wrong" : "new", text };
  }

  /**
   * @param {Record<string, any>} record of a card
   * @param {number} now in milliseconds
   * @returns {State}
   */
  function ofCard(record, now) {
    if (!Number.isFinite(record.due)) return { is: "new", text: "new" };
    if (record.due <= now) return { is: "due", text: "due" };
    return { is: "later", text: `in ${span(record.due - now)}` };
  }

  /**
   * Say how things stand under one key.
   * @param {string} key
   * @param {number} now in milliseconds
   * @param {Set<string>} [names] names that have answers to some version, see `namesOf`
   * @returns {State}
   */
  function of(key, now, names) {
    const record = TrueLoss.store.get(key);
    const isCard = key.startsWith("card:");
    if (record) return isCard ? ofCard(record, now) : ofQuestion(record);
    if (names?.has(nameOf(key))) return { is: "changed", text: "changed, ask again" };
    return isCard ? { is: "new", text: "new" } : { is: "new", text: "not answered" };
  }

  /**
   * @param {string[]} keys
   * @returns {Set<string>} their names, without the version that an answer belongs to
   */
  function namesOf(keys) {
    return new Set(keys.map(nameOf));
  }

  /** @param {string} key */
  function nameOf(key) {
    return key.slice(0, key.lastIndexOf("@"));
  }

  /**
   * @typedef {object} Page of a lesson
   * @property {string} page
   * @property {string} href
   * @property {string} mode
   * @property {string} title of the mode and of the lesson
   * @property {string} minutes
   * @property {string[]} codes of what it asks, see `asked`
   */

  /**
   * @param {HTMLElement} lesson of a list of lessons; it has the link to the first page, and what all
   *   of them hold
   * @returns {Page[]} its pages
   */
  function pagesOf(lesson) {
    const link = TrueLossDom.find(lesson, "a");
    const listing = /** @type {HTMLElement} */ (lesson.closest("[data-modes]"));
    const modes = JSON.parse(listing.dataset.modes ?? "{}");
    return (lesson.dataset.held ?? "").split(",").map((held) => {
      const [name, minutes, ...codes] = held.split(" ");
      const href = (link.getAttribute("href") ?? "").replace(/[^/]*$/, `${name}.html`);
      const title = `${modes[name]}: ${link.textContent}`;
      return { page: `${lesson.dataset.lesson}/${name}`, href, mode: modes[name], title, minutes, codes };
    });
  }

  /**
   * Say what of a page is to be done today: cards that are due, and questions that went wrong.
   * @param {Page} page
   * @param {Map<string, string>} kept see `byDigest`
   * @param {number} now in milliseconds
   * @returns {string[]} the keys
   */
  function dueOn(page, kept, now) {
    return asked(page, kept).filter(({ key, limited }) => isDue(key, limited, now)).map(({ key }) => key);
  }

  /**
   * @param {Page} page
   * @param {Map<string, string>} kept see `byDigest`
   * @returns {{key: string, limited: boolean}[]} what the page asks; a key that nothing is kept under
   *   has no name
   */
  function asked({ codes }, kept) {
    return codes.map((code) => {
      const digest = code.slice(1);
      const key = kept.get(digest) ?? `${code.startsWith("c") ? "card:" : ""}@${digest}`;
      return { key, limited: code.startsWith("l") };
    });
  }

  /**
   * Say how all that a page asks stands.
   * @param {Page} page
   * @param {Map<string, string>} kept see `byDigest`
   * @param {number} now in milliseconds
   */
  function statesOf(page, kept, now) {
    return asked(page, kept).map(({ key }) => ({ key, ...of(key, now) }));
  }

  /** @returns {Map<string, string>} every key under which something is kept, by its digest */
  function byDigest() {
    return new Map(TrueLoss.store.keys().map((key) => [key.slice(key.lastIndexOf("@") + 1), key]));
  }

  /**
   * @param {string} key
   * @param {boolean} limited whether its attempts are
   * @param {number} now in milliseconds
   */
  function isDue(key, limited, now) {
    const record = TrueLoss.store.get(key);
    if (!record || key.startsWith("card:")) return Number.isFinite(record?.due) && record?.due <= now;
    const wasMissed = record.again && TrueLossScore.outcome(record) === "open";
    return wasMissed || TrueLossScore.isMissed(record, limited);
  }

  /**
   * @param {State[]} states
   * @returns {Record<State["is"], number>} how many there are of each
   */
  function count(states) {
    const counts = { right: 0, wrong: 0, new: 0, changed: 0, due: 0, later: 0 };
    for (const state of states) counts[state.is] += 1;
    return counts;
  }

  /**
   * Say how a page stands, from what it asks and whether it has been read to the end.
   * @param {(State & {key: string})[]} states
   * @param {boolean} read
   * @returns {{text: string, done: boolean}}
   */
  function ofPage(states, read) {
    if (!states.length) return { text: read ? "read" : "", done: read };
    const cards = states.filter((state) => state.key.startsWith("card:"));
    const others = states.filter((state) => !state.key.startsWith("card:"));
    const asked = count(others);
    const kept = count(cards);
    const texts = [];
    if (others.length) texts.push(`${asked.right} of ${others.length} right`);
    if (asked.changed) texts.push(`${asked.changed} changed`);
    if (cards.length) texts.push(kept.due ? `${kept.due} due` : `${kept.later} of ${cards.length} learned`);
    const done = asked.right === others.length && kept.later === cards.length;
    return { text: texts.join(", "), done };
  }

  /**
   * Say how long a time is, in the largest unit that it fills.
   * @param {number} time in milliseconds
   */
  function span(time) {
    if (time < 60 * MINUTE) return `${Math.max(1, Math.round(time / MINUTE))} min`;
    if (time < DAY) return `${Math.round(time / (60 * MINUTE))} h`;
    const days = Math.round(time / DAY);
    if (days < 60) return number(days, "day");
    return days < 730 ? number(Math.round(days / 30), "month") : number(Math.round(days / 365), "year");
  }

  /**
   * @param {number} count
   * @param {string} noun
   * @param {string} [plural]
   */
  function number(count, noun, plural = `${noun}s`) {
    return `${count} ${count === 1 ? noun : plural}`;
  }

  return { of, ofPage, pagesOf, statesOf, asked, byDigest, dueOn, namesOf, nameOf, count, span, number };
})();
