// @ts-check
/** What a reader has done, as a file that they keep and load again. */

"use strict";

// With `var`, so that other scripts find it.
var TrueLossFile = (() => {
  const FORMAT = "True Loss progress";
  const VERSION = 1;
  const KEY = /^[\w:./-]{1,200}(@[0-9a-f]{8})?$/;

  /** @typedef {{at: number, is: Record<string, any>}} Entry as in the store */
  /** @typedef {Record<string, Entry>} Entries */

  /** @returns {string} all that is kept, as JSON, and what could not be read as it was */
  function write() {
    const { store } = TrueLoss;
    const records = Object.fromEntries(store.keys().sort().map((key) => [key, store.entry(key)]));
    const file = {
      format: FORMAT,
      version: VERSION,
      saved: new Date().toISOString(),
      records,
      unreadable: store.aside(),
    };
    return `${JSON.stringify(file, null, 1)}\n`;
  }

  /**
   * @param {string} text
   * @param {number} now in milliseconds
   * @returns {{entries: Entries, refused: number, saved: string}} what the file holds, and how many
   *   of its records make no sense
   * @throws {Error} whose message says to the reader why it is no such file
   */
  function read(text, now) {
    const file = parse(text);
    if (file?.format !== FORMAT || file.records?.constructor !== Object) {
      throw new Error("This is not a file that this page has saved. Nothing was changed.");
    }
    if (!(file.version <= VERSION)) {
      throw new Error("This file comes from a newer version of the site. Nothing was changed.");
    }
    const all = Object.entries(file.records);
    const good = all.filter(([key, entry]) => KEY.test(key) && TrueLoss.store.isEntry(entry));
    // A clock that was ahead must not outdo every later answer.
    const entries = good.map(([key, { at, is }]) => [key, { at: Math.min(at, now), is }]);
    return {
      entries: Object.fromEntries(entries),
      refused: all.length - good.length,
      saved: String(file.saved ?? "").slice(0, 10),
    };
  }

  /** @param {string} text */
  function parse(text) {
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  }

  /**
   * Take the entries of a file that are newer than what is kept.
   * @param {Entries} entries
   * @returns {{taken: number, left: number, kept: boolean}} `left` were here as new or newer;
   *   `kept` says whether what was taken outlives the page
   */
  function merge(entries) {
    const newer = Object.entries(entries).filter(([key, entry]) => {
      const mine = TrueLoss.store.entry(key);
      return !mine || entry.at > mine.at;
    });
    const kept = TrueLoss.store.restore(Object.fromEntries(newer));
    return { taken: newer.length, left: Object.keys(entries).length - newer.length, kept };
  }

  /**
   * Put the entries of a file in the place of everything that is kept.
   * @param {Entries} entries
   */
  function replace(entries) {
    const gone = TrueLoss.store.keys().filter((key) => !Object.hasOwn(entries, key));
    const kept = TrueLoss.store.restore(entries, gone);
    return { taken: Object.keys(entries).length, left: 0, kept };
  }

  return { write, read, merge, replace };
})();
