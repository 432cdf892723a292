// @ts-check
/**
 * What a reader has answered, kept in the browser and nowhere else.
 *
 * Each key is an item of localStorage of its own, `true-loss:KEY`, holding when it was written and
 * the record: `{"at": 1700000000000, "is": {"right": true}}`. So a page reads what it needs and no
 * more, two tabs do not overwrite each other, and a broken item breaks nothing else.
 *
 * Where storage is full, refused, broken or from a newer version of the site, records live in
 * memory for as long as the page is open, and the reader is told once. What cannot be read is never
 * overwritten: it is kept aside, under `true-loss-aside:KEY`.
 */

"use strict";

// With `var`, so that other scripts find it as `window.TrueLoss`.
var TrueLoss = (() => {
  const VERSION = 1;
  const VERSION_ITEM = "true-loss-version";
  const SAID_ITEM = "true-loss-said";
  const KEPT = "true-loss:";
  const ASIDE = "true-loss-aside:";

  const MESSAGES = {
    refused: "This browser does not let the page keep your answers. They last until you leave it.",
    full: "There is no room left in this browser for your answers. They last until you leave this page.",
    broken: "Some of what was kept of your answers cannot be read. It is left aside, not deleted.",
    newer:
      "Your answers were kept by a newer version of this site, so they stay as they are. " +
      "What you answer now lasts until you leave this page.",
  };

  /** @typedef {Record<string, any>} Stored a small plain object, as JSON holds it */
  /** @typedef {{at: number, is: Stored}} Entry a record, and when it was written */

  /** What could not be written yet, as text; `null` is a removal. @type {Map<string, string | null>} */
  const pending = new Map();
  /** @type {(() => void)[]} */
  const listeners = [];
  const page = document.currentScript?.dataset.page ?? "";

  /**
   * @param {string} key
   * @returns {Stored | undefined} the record, which the caller may change
   */
  function get(key) {
    return entry(key)?.is;
  }

  /**
   * Merge a record into the one that is kept, and keep the result.
   * @param {string} key
   * @param {Stored} record
   */
  function set(key, record) {
    const is = { ...get(key), ...record };
    pending.set(key, JSON.stringify({ at: Date.now(), is }));
    flush();
  }

  /** @param {string} key */
  function remove(key) {
    pending.set(key, null);
    flush();
  }

  /**
   * @param {string} [prefix]
   * @returns {string[]} every key that begins so, in no order
   */
  function keys(prefix = "") {
    const found = items(KEPT).filter((key) => key.startsWith(prefix) && !pending.has(key));
    for (const [key, text] of pending) {
      if (text !== null && key.startsWith(prefix)) found.push(key);
    }
    return found;
  }

  /**
   * @param {string} key
   * @returns {Entry | undefined}
   */
  function entry(key) {
    const text = pending.has(key) ? pending.get(key) : read(KEPT + key);
    if (text === null || text === undefined) return undefined;
    const found = parse(key, text);
    if (!found && !isNewer()) say("broken");
    return found;
  }

  /**
   * Write entries as they are and remove others, and tell every listener.
   * @param {Record<string, Entry>} entries
   * @param {string[]} [removed]
   * @returns {boolean} whether all of it will outlive the page
   */
  function restore(entries, removed = []) {
    for (const key of removed) pending.set(key, null);
    for (const [key, value] of Object.entries(entries)) pending.set(key, JSON.stringify(value));
    flush();
    announce();
    return pending.size === 0;
  }

  /** @returns {Record<string, string>} what could not be read and was kept, as it was */
  function aside() {
    /** @type {Record<string, string>} */
    const found = {};
    for (const key of items(ASIDE)) found[key] = read(ASIDE + key) ?? "";
    for (const key of items(KEPT)) {
      const text = read(KEPT + key);
      if (text !== null && !parse(key, text)) found[key] = text;
    }
    return found;
  }

  /** Delete what was kept aside: the reader has asked for it. */
  function forgetAside() {
    try {
      for (const key of items(ASIDE)) localStorage.removeItem(ASIDE + key);
    } catch {
      say("refused");
    }
  }

  /**
   * Call a function whenever another tab, an import or a reset has changed something.
   * @param {() => void} listener
   */
  function changed(listener) {
    listeners.push(listener);
  }

  // -- Storage -------------------------------------------------------------------------------

  /** Write what is pending; what does not go stays in memory. */
  function flush() {
    try {
      if (isNewer()) {
        say("newer");
        return;
      }
      if (localStorage.getItem(VERSION_ITEM) !== String(VERSION)) {
        keepAside(VERSION_ITEM, VERSION_ITEM, localStorage.getItem(VERSION_ITEM));
        localStorage.setItem(VERSION_ITEM, String(VERSION));
      }
      // Removals first: they make room.
      const waiting = [...pending].sort(([, a], [, b]) => Number(a !== null) - Number(b !== null));
      for (const [key, text] of waiting) {
        const before = localStorage.getItem(KEPT + key);
        if (before !== null && !parse(key, before)) keepAside(KEPT + key, key, before);
        if (text === null) localStorage.removeItem(KEPT + key);
        else localStorage.setItem(KEPT + key, text);
        pending.delete(key);
      }
    } catch (error) {
      say(isQuota(error) ? "full" : "refused");
    }
  }

  /**
   * Move an item that cannot be read to a place where nothing overwrites it.
   * @param {string} item
   * @param {string} name
   * @param {string | null} text
   */
  function keepAside(item, name, text) {
    if (text === null) return;
    // The room that it takes is its own.
    localStorage.removeItem(item);
    let place = ASIDE + name;
    while (localStorage.getItem(place) !== null) place += "'";
    try {
      localStorage.setItem(place, text);
    } catch (error) {
      localStorage.setItem(item, text);
      throw error;
    }
  }

  /** Whether a newer version of the site has written here. */
  function isNewer() {
    return Number(read(VERSION_ITEM)) > VERSION;
  }

  /**
   * @param {string} item
   * @returns {string | null}
   */
  function read(item) {
    try {
      return localStorage.getItem(item);
    } catch {
      say("refused");
      return null;
    }
  }

  /**
   * @param {string} prefix
   * @returns {string[]} the names of the items that begin so, without it
   */
  function items(prefix) {
    try {
      // Where there are thousands, `Object.keys` takes twice as long.
      const names = /** @type {string[]} */ (Reflect.ownKeys(localStorage));
      return names
        .filter((name) => name.startsWith(prefix))
        .map((name) => name.slice(prefix.length));
    } catch {
      say("refused");
      return [];
    }
  }

  /**
   * @param {string} key
   * @param {string} text
   * @returns {Entry | undefined}
   */
  function parse(key, text) {
    try {
      return check(key, JSON.parse(text));
    } catch {
      return undefined;
    }
  }

  /** @param {unknown} error */
  function isQuota(error) {
    return error instanceof DOMException && /quota/i.test(error.name);
  }

  // -- What may be kept ----------------------------------------------------------------------

  /** @param {any} value */
  const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
  /** @param {any} value */
  const isFlag = (value) => typeof value === "boolean";
  /** @param {any} value */
  const isNumber = (value) => Number.isFinite(value);
  /** @param {any} value */
  const isText = (value) => typeof value === "string" && value.length <= 1000;
  /** @param {(value: any) => boolean} is */
  const listOf = (is) => (/** @type {any} */ value) =>
    Array.isArray(value) && value.length <= 1000 && value.every(is);

  /** What an answer to a question or a task may hold. */
  const ANSWER = {
    ...{ right: isFlag, shown: isFlag, hint: isFlag, solution: isFlag, again: isFlag },
    ...{ timed: isFlag, over: isFlag, left: isNumber, tries: isCount, first: isText },
    chosen: listOf((value) => Number.isSafeInteger(value)),
  };
  /** What other records may hold, by the beginning of their key. */
  const SHAPES = {
    "badge:": {
      ...{ score: isCount, of: isCount, note: isText },
      date: (/** @type {any} */ value) => isText(value) && !Number.isNaN(Date.parse(value)),
    },
    "card:": {
      ...{ due: isNumber, last_review: isNumber, stability: isNumber, difficulty: isNumber },
      ...{ elapsed_days: isNumber, scheduled_days: isNumber, learning_steps: isNumber },
      ...{ reps: isCount, lapses: isCount, state: isCount },
    },
    "draw:": { keys: listOf(isText) },
    "page:": { read: isFlag },
    "setting:": { on: isFlag },
  };
  /** Records that say nothing unless they say all. */
  const WHOLE = ["badge:"];

  /**
   * Return an entry as it may be kept, without what no script of this site knows of; nothing where
   * it is no entry, or what is known holds another kind of value.
   * @param {string} key
   * @param {any} value
   * @returns {Entry | undefined}
   */
  function check(key, value) {
    if (!isPlain(value) || !isNumber(value.at) || !isPlain(value.is)) return undefined;
    const [kind, shape] = Object.entries(SHAPES).find(([start]) => key.startsWith(start)) ?? ["", ANSWER];
    /** @type {Stored} */
    const is = {};
    for (const [name, holds] of Object.entries(shape)) {
      if (!Object.hasOwn(value.is, name)) {
        if (WHOLE.includes(kind)) return undefined;
        continue;
      }
      if (!holds(value.is[name])) return undefined;
      is[name] = value.is[name];
    }
    return { at: value.at, is };
  }

  /** @param {any} value */
  function isPlain(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }

  // -- Telling -------------------------------------------------------------------------------

  /**
   * Tell the reader, once in a tab.
   * @param {keyof typeof MESSAGES} problem
   */
  function say(problem) {
    if (said().includes(problem)) return;
    note(problem);
    const status = document.querySelector(".tl-notice [role=status]") ?? notice();
    // Screen readers announce what changes in a status, and not what it is born with.
    setTimeout(() => {
      const text = document.createElement("p");
      text.textContent = MESSAGES[problem];
      status.append(text);
    }, 50);
  }

  /** @returns {Element} a place for messages, which the reader can close */
  function notice() {
    const box = document.createElement("div");
    box.className = "tl-notice";
    const status = document.createElement("div");
    status.setAttribute("role", "status");
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "Close";
    close.addEventListener("click", () => box.remove());
    box.append(status, close);
    document.body.append(box);
    return status;
  }

  // Where the session has no storage either, the tab's name outlives the page.
  function said() {
    try {
      return `${window.name} ${sessionStorage.getItem(SAID_ITEM) ?? ""}`;
    } catch {
      return window.name;
    }
  }

  /** @param {string} problem */
  function note(problem) {
    try {
      const before = sessionStorage.getItem(SAID_ITEM) ?? "";
      sessionStorage.setItem(SAID_ITEM, `${before} ${problem}`);
    } catch {
      window.name += ` ${problem}`;
    }
  }

  let announcing = 0;

  function announce() {
    // An import in another tab comes as one event for each item.
    clearTimeout(announcing);
    announcing = setTimeout(() => listeners.forEach((listener) => listener()), 50);
  }

  addEventListener("storage", (event) => {
    if (event.key === null || event.key.startsWith(KEPT)) announce();
  });
  // Furo asks the storage for it, and where that is refused it comes to set none.
  document.body.dataset.theme ??= "auto";
  // A page that comes back as it was left has missed what happened meanwhile.
  addEventListener("pageshow", (event) => {
    if (event.persisted) announce();
  });

  const store = {
    get,
    set,
    remove,
    keys,
    page: () => page,
    changed,
    entry,
    check,
    isPlain,
    restore,
    aside,
    forgetAside,
  };
  return { store };
})();
