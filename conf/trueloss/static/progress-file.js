// @ts-check
/** What a reader has done, as a file that they keep and load again. */

"use strict";

// With `var`, so that other scripts find it.
var TrueLossFile = (() => {
  const FORMAT = "True Loss progress";
  const VERSION = 1;
  const KEY = /^[\w:./-]{1,200}(@[0-9a-f]{8})?$/;
  /** Bytes: what a browser keeps for a site, and more than any file that it can have written. */
  const LARGEST = 10 * 2 ** 20;
  const NOT_OURS = "This is not a file that this page has saved. Nothing was changed.";

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
    const { isPlain, check } = TrueLoss.store;
    const file = parse(text);
    if (!isPlain(file) || file.format !== FORMAT || !isPlain(file.records)) throw new Error(NOT_OURS);
    if (!Number.isSafeInteger(file.version) || file.version < 1) throw new Error(NOT_OURS);
    if (file.version > VERSION) {
      throw new Error("This file comes from a newer version of the site. Nothing was changed.");
    }
    const all = Object.entries(file.records);
    /** @type {Entries} */
    const entries = Object.create(null);
    for (const [key, value] of all) {
      const entry = KEY.test(key) ? check(key, value) : undefined;
      // A clock that was ahead must not outdo every later answer.
      if (entry) entries[key] = { at: Math.min(entry.at, now), is: entry.is };
    }
    return {
      entries,
      refused: all.length - Object.keys(entries).length,
      saved: /^\d{4}-\d\d-\d\d/.exec(typeof file.saved === "string" ? file.saved : "")?.[0] ?? "",
    };
  }

  /**
   * @param {Blob} file
   * @returns {Promise<string>} its text
   * @throws {Error} where it is too large to be one of ours
   */
  async function textOf(file) {
    if (file.size > LARGEST) throw new Error(NOT_OURS);
    return file.text();
  }

  /**
   * @param {string} text
   * @returns {any}
   */
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

  return { write, textOf, read, merge, replace };
})();
