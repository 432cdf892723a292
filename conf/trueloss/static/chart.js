// @ts-check
/**
 * What the charts share: numbers as the build packed them, lines, and the player's controls.
 *
 * The drawing, its axes and its words are in the page already; scripts only move lines in it.
 */

"use strict";

var TrueLossChart = (() => {
  // conf/trueloss/lessons/charts/digits.py packs with the same symbols.
  const SYMBOLS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_.!*()~";
  const MANTISSAS = 1e6;
  const EXPONENTS = 640;
  const NEAR_EXPONENTS = 11;
  const LOWEST_EXPONENT = -324;
  const NO_NUMBER = 2 * EXPONENTS * MANTISSAS;
  const FAR_OUTSIDE = 2000;

  /** @type {Record<string, number>} */
  const PLACES = Object.fromEntries([...SYMBOLS].map((symbol, place) => [symbol, place]));

  /** Seconds that a run takes to play, and the least and most milliseconds of one step. */
  const PLAY_SECONDS = 6;
  const SHORTEST_STEP = 40;
  const LONGEST_STEP = 400;

  /**
   * A number of six digits as one integer, so that it is shown exactly as the build read it.
   * @typedef {number} Code
   */

  /**
   * @param {string} text two symbols that say how far apart the numbers lie, then the numbers
   * @returns {Code[]}
   */
  function unpack(text) {
    const lowest = integer(text, 0, 2) - 1;
    const [width, span, shift] = lowest < 0 ? [5, EXPONENTS, 0] : [4, NEAR_EXPONENTS, lowest];
    const codes = [];
    for (let start = 2; start < text.length; start += width) {
      const code = integer(text, start, width);
      const negative = code >= span * MANTISSAS;
      const rest = negative ? code - span * MANTISSAS : code;
      if (rest >= span * MANTISSAS) codes.push(NO_NUMBER + rest - span * MANTISSAS);
      else codes.push(rest && rest + (shift + (negative ? EXPONENTS : 0)) * MANTISSAS);
    }
    return codes;
  }

  /**
   * @param {string} text
   * @param {number} start
   * @param {number} width
   */
  function integer(text, start, width) {
    let code = 0;
    for (let place = start; place < start + width; place++) {
      code = code * SYMBOLS.length + PLACES[text[place]];
    }
    return code;
  }

  /**
   * @param {Code} code
   * @returns {{negative: boolean, mantissa: number, exponent: number}}
   */
  function parts(code) {
    const negative = code >= EXPONENTS * MANTISSAS;
    const rest = negative ? code - EXPONENTS * MANTISSAS : code;
    const exponent = Math.floor(rest / MANTISSAS) + LOWEST_EXPONENT;
    return { negative, mantissa: rest % MANTISSAS, exponent };
  }

  /**
   * @param {Code} code
   * @returns {number}
   */
  function value(code) {
    if (code >= NO_NUMBER) return [NaN, Infinity, -Infinity][code - NO_NUMBER];
    const { negative, mantissa, exponent } = parts(code);
    const size = mantissa * 10 ** (exponent - 5);
    return negative ? -size : size;
  }

  /**
   * Write a number as `printed` of digits.py does.
   * @param {Code} code
   * @returns {string}
   */
  function printed(code) {
    if (code >= NO_NUMBER) return ["not a number", "infinity", "\u2212infinity"][code - NO_NUMBER];
    const { negative, mantissa, exponent } = parts(code);
    const digits = String(mantissa).replace(/0+$/, "");
    if (!digits) return "0";
    const sign = negative ? "\u2212" : "";
    const point = (/** @type {string} */ whole, /** @type {string} */ rest) =>
      sign + whole + (rest ? `.${rest}` : "");
    if (exponent >= -5 && exponent < 0) return point("0", "0".repeat(-exponent - 1) + digits);
    if (exponent >= 0 && exponent < 6) {
      return point(digits.slice(0, exponent + 1).padEnd(exponent + 1, "0"), digits.slice(exponent + 1));
    }
    const power = `e${exponent < 0 ? "\u2212" : ""}${Math.abs(exponent)}`;
    return point(digits[0], digits.slice(1)) + power;
  }

  /**
   * Return where values stand between two lengths; NaN for what has no place.
   * @param {number} low
   * @param {number} high
   * @param {number} start
   * @param {number} end
   * @param {boolean} log
   * @returns {(value: number) => number}
   */
  function scale(low, high, start, end, log) {
    const from = log ? Math.log10(low) : low;
    const factor = (end - start) / ((log ? Math.log10(high) : high) - from);
    return (value) => {
      if (!Number.isFinite(value) || (log && value <= 0)) return NaN;
      const place = start + ((log ? Math.log10(value) : value) - from) * factor;
      return Math.max(-FAR_OUTSIDE, Math.min(FAR_OUTSIDE, place));
    };
  }

  /**
   * Return the `d` of a path, with gaps where a place is NaN.
   * @param {number[]} lefts
   * @param {number[]} tops
   * @returns {string}
   */
  function line(lefts, tops) {
    let path = "";
    let pen = "M";
    for (let place = 0; place < lefts.length; place++) {
      if (Number.isNaN(lefts[place]) || Number.isNaN(tops[place])) {
        pen = "M";
        continue;
      }
      path += `${pen}${lefts[place].toFixed(1)} ${tops[place].toFixed(1)}${pen === "M" ? "h0" : ""}`;
      pen = "L";
    }
    return path;
  }

  /**
   * @param {Element} parent
   * @param {string} name
   * @param {Record<string, string | number>} attributes
   * @returns {SVGElement}
   */
  function draw(parent, name, attributes) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, setting] of Object.entries(attributes)) element.setAttribute(key, String(setting));
    parent.append(element);
    return element;
  }

  /**
   * @param {string[]} head
   * @param {string[][]} rows the first cell of each names it
   * @returns {HTMLTableElement}
   */
  function table(head, rows) {
    const made = document.createElement("table");
    const titles = made.createTHead().insertRow();
    for (const text of head) {
      const cell = document.createElement("th");
      cell.scope = "col";
      cell.textContent = text;
      titles.append(cell);
    }
    const body = made.createTBody();
    for (const texts of rows) {
      const row = body.insertRow();
      texts.forEach((text, place) => {
        const cell = document.createElement(place ? "td" : "th");
        if (!place) cell.scope = "row";
        cell.textContent = text;
        row.append(cell);
      });
    }
    return made;
  }

  /** A chart with steps to move through: play, step, scrub, and a table made when it is wanted. */
  class Player extends HTMLElement {
    /** What the build says of the drawing. @type {any} */
    facts = undefined;
    /** Set while it plays. @type {number | undefined} */
    timer = undefined;
    /** Set while words and table wait for the hand to rest. @type {number | undefined} */
    waiting = undefined;

    connectedCallback() {
      if (this.facts || !this.querySelector(".tl-chart-data")) return;
      this.facts = JSON.parse(this.find(".tl-chart-data").textContent || "");
      this.prepare();
      this.scrub().addEventListener("input", () => this.goTo(Number(this.scrub().value)));
      this.find(".tl-play").addEventListener("click", () => (this.timer ? this.pause() : this.play()));
      this.find(".tl-back").addEventListener("click", () => this.goTo(this.at() - 1));
      this.find(".tl-forward").addEventListener("click", () => this.goTo(this.at() + 1));
      this.find(".tl-chart-steps").addEventListener("toggle", () => this.fillTable());
      for (const kind of /** @type {const} */ (["pointerdown", "pointermove"])) {
        this.plot().addEventListener(kind, (event) => event.buttons && this.point(event.clientX));
      }
      this.show(this.at());
    }

    disconnectedCallback() {
      this.pause();
    }

    /** Make what the page does not hold; for the kinds of players. */
    prepare() {}

    /**
     * Draw one step and say its values; for the kinds of players.
     * @param {number} _step
     */
    show(_step) {}

    /**
     * Return head and rows of the table of every step; for the kinds of players.
     * @returns {{head: string[], rows: string[][]}}
     */
    steps() {
      return { head: [], rows: [] };
    }

    /**
     * Return the step at a length of the drawing, where it has one.
     * @param {number} _left
     * @returns {number | undefined}
     */
    stepAt(_left) {
      return undefined;
    }

    /** The slider of the steps. */
    scrub() {
      return /** @type {HTMLInputElement} */ (this.find(".tl-scrub"));
    }

    /** The drawing. */
    plot() {
      return this.find(".tl-plot");
    }

    /** The step that is shown. */
    at() {
      return Number(this.scrub().value);
    }

    /** The last step. */
    last() {
      return Number(this.scrub().max);
    }

    /**
     * Go to a step by hand.
     * @param {number} step
     */
    goTo(step) {
      this.pause();
      this.move(step);
    }

    /** @param {number} step */
    move(step) {
      this.scrub().value = String(Math.max(0, Math.min(this.last(), step)));
      this.show(this.at());
    }

    /** Play from here, or from the start where the end is shown. */
    play() {
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      const stride = calm ? Math.ceil(this.last() / 12) : 1;
      const pace = (PLAY_SECONDS * 1000 * stride) / (this.last() + 1);
      if (this.at() === this.last()) this.move(0);
      this.find(".tl-play").textContent = "Pause";
      this.timer = window.setInterval(
        () => {
          this.move(this.at() + stride);
          if (this.at() === this.last()) this.pause();
        },
        calm ? 500 : Math.max(SHORTEST_STEP, Math.min(LONGEST_STEP, pace)),
      );
    }

    pause() {
      window.clearInterval(this.timer);
      this.timer = undefined;
      this.find(".tl-play").textContent = "Play";
    }

    /**
     * Go to the step below a pointer.
     * @param {number} clientX
     */
    point(clientX) {
      const box = this.plot().getBoundingClientRect();
      const step = this.stepAt(((clientX - box.left) / box.width) * 640);
      if (step !== undefined) this.goTo(step);
    }

    /** Another run is shown: its words and its table follow when the hand rests. */
    wait() {
      window.clearTimeout(this.waiting);
      this.waiting = window.setTimeout(() => this.rest(), 200);
    }

    /** The hand rests. */
    rest() {
      this.fillTable();
    }

    /** Fill the table of every step, if it is open. */
    fillTable() {
      const fold = /** @type {HTMLDetailsElement} */ (this.find(".tl-chart-steps"));
      if (!fold.open) return;
      const { head, rows } = this.steps();
      this.find(".tl-chart-steps .tl-scroll").replaceChildren(table(head, rows));
    }

    /**
     * Show texts in the cells of the readout, and say them with the slider.
     * @param {string} step
     * @param {string[]} texts
     */
    say(step, texts) {
      this.find(".tl-at").textContent = step;
      const cells = this.querySelectorAll(".tl-readout td");
      const rows = this.querySelectorAll(".tl-readout tbody tr");
      const width = cells.length / rows.length;
      texts.forEach((text, place) => (cells[place].textContent = text));
      const spoken = [...rows].map((row, place) => {
        const name = rows.length > 1 ? `${row.querySelector("th")?.textContent}: ` : "";
        const values = texts.slice(place * width, (place + 1) * width);
        return name + values.map((text, column) => `${this.facts.names[column]} ${text}`).join(", ");
      });
      this.scrub().setAttribute("aria-valuetext", `${this.facts.x} ${step}. ${spoken.join("; ")}`);
    }

    /**
     * @param {string} selector
     * @returns {HTMLElement}
     */
    find(selector) {
      return /** @type {HTMLElement} */ (this.querySelector(selector));
    }
  }

  return { unpack, value, printed, scale, line, draw, Player };
})();
