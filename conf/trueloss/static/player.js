// @ts-check
/**
 * Runs over steps: all of them at once (a trace), or one that the reader chooses (a sweep).
 *
 * The line up to the step shown is strong, the rest faint; a sweep leaves the line of the run
 * before as a trace to compare with. A slider stops where a run exists.
 */

"use strict";

{
  const { unpack, value, printed, scale, line, draw, Player } = TrueLossChart;
  const NONE = "\u2013";

  /**
   * @typedef {object} Plot one of the drawings below one another
   * @property {any} facts
   * @property {SVGElement} clip what the strong lines show within
   * @property {(value: number) => number} top where a value stands
   * @property {{run: number, column: number, strong: Element, faint: Element, before: Element, dot: Element}[]} lines
   */

  class PlayerElement extends Player {
    /** Where the value of a step stands. @type {(value: number) => number} */
    left = () => NaN;
    /** The mark at the step that is shown. @type {SVGElement | undefined} */
    cursor = undefined;
    /** The run that a sweep shows. */
    run = 0;
    /** Columns of the runs that have been shown. @type {Map<number, number[][]>} */
    columns = new Map();
    /** @type {Plot[]} */
    plots = [];
    /** Every step of the runs shown, in order. @type {number[]} */
    codesOfSteps = [];
    /** Choices of a sweep. @type {(HTMLInputElement | HTMLSelectElement)[]} */
    settings = [];

    prepare() {
      const facts = this.facts;
      this.log = /** @type {HTMLInputElement | null} */ (this.querySelector(".tl-log"));
      this.left = scale(facts.xAxis[0], facts.xAxis[1], facts.left, facts.right, facts.xAxis[2]);
      /** Steps of the runs: codes, places in the drawing, and the row of each code. */
      this.axes = facts.steps.map((/** @type {string} */ text) => {
        const codes = unpack(text);
        const rows = new Map(codes.map((code, row) => [code, row]));
        return { codes, lefts: codes.map((code) => this.left(value(code))), rows };
      });
      /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */
      const settings = this.querySelectorAll(".tl-setting input, .tl-setting select");
      this.settings = [...settings];
      this.preparePlots();
      for (const setting of this.settings) {
        setting.addEventListener("input", () => this.choose());
      }
      this.log?.addEventListener("change", () => this.rescale());
      this.readSettings();
      this.nameSettings();
      this.walk();
      this.trace();
    }

    preparePlots() {
      const clips = this.plot().querySelectorAll("clipPath rect");
      const groups = this.plot().querySelectorAll(".tl-lines");
      this.cursor = draw(this.plot(), "path", { class: "tl-cursor" });
      this.plots = this.facts.panels.map((/** @type {any} */ facts, /** @type {number} */ place) => {
        const group = groups[place];
        const faint = draw(this.plot(), "g", { class: "tl-rest" });
        group.before(faint);
        const whole = draw(this.plot(), "clipPath", { id: `${this.id}-whole-${place}` });
        whole.append(clips[place].cloneNode());
        faint.setAttribute("clip-path", `url(#${whole.id})`);
        const dots = draw(this.plot(), "g", { class: "tl-points" });
        const paths = [...group.children];
        const lines = paths.map((strong, number) => ({
          run: Math.floor(number / facts.columns.length),
          column: this.facts.panels
            .slice(0, place)
            .reduce((/** @type {number} */ sum, /** @type {any} */ panel) => sum + panel.columns.length, 0) +
            (number % facts.columns.length),
          strong,
          before: draw(faint, "path", { class: "tl-line tl-before" }),
          faint: draw(faint, "path", { class: strong.getAttribute("class") || "" }),
          dot: draw(dots, "circle", { class: `tl-point ${strong.getAttribute("class")}`, r: 4.5 }),
        }));
        return { facts, clip: /** @type {SVGElement} */ (clips[place]), lines };
      });
      this.bottom = this.facts.panels[this.facts.panels.length - 1].bottom;
    }

    /**
     * Return the columns of a run, unpacked when it is first shown.
     * @param {number} run
     * @returns {number[][]}
     */
    codes(run) {
      let columns = this.columns.get(run);
      if (!columns) {
        columns = /** @type {number[][]} */ (this.facts.runs[run].slice(1).map(unpack));
        this.columns.set(run, columns);
      }
      return columns;
    }

    /**
     * Return the number of the run that a line shows.
     * @param {{run: number}} line
     */
    runOf(line) {
      return this.facts.grid ? this.run : line.run;
    }

    /** @returns {number[]} */
    shown() {
      return this.facts.grid ? [this.run] : this.facts.runs.map((/** @type {any} */ _run, /** @type {number} */ place) => place);
    }

    /** Every step that a run shown has, in order. */
    walk() {
      const used = [...new Set(this.shown().map((run) => this.facts.runs[run][0]))];
      const codes = used.flatMap((place) => this.axes[place].codes);
      this.codesOfSteps =
        used.length > 1 ? [...new Set(codes)].sort((one, other) => value(one) - value(other)) : codes;
      const atEnd = this.at() === this.last();
      this.scrub().max = String(this.codesOfSteps.length - 1);
      if (atEnd) this.scrub().value = this.scrub().max;
    }

    /** Draw the lines of the runs shown. */
    trace() {
      for (const plot of this.plots) {
        const log = Boolean(plot.facts.log) && this.dataset.scale === "log";
        const [low, high] = log ? plot.facts.log : plot.facts.linear;
        const top = scale(low, high, plot.facts.bottom, plot.facts.top, log);
        plot.top = top;
        for (const one of plot.lines) {
          const run = this.runOf(one);
          const lefts = this.axes[this.facts.runs[run][0]].lefts;
          const path = line(lefts, this.codes(run)[one.column].map((code) => top(value(code))));
          one.strong.setAttribute("d", path);
          one.faint.setAttribute("d", path);
        }
      }
    }

    /** @param {number} step */
    show(step) {
      const code = this.codesOfSteps[step];
      const left = this.left(value(code));
      this.cursor?.setAttribute("d", `M${left.toFixed(1)} ${this.facts.panels[0].top}V${this.bottom}`);
      for (const plot of this.plots) {
        plot.clip.setAttribute("width", String(Math.max(0, left - this.facts.left + 4)));
        for (const one of plot.lines) {
          const run = this.runOf(one);
          const row = this.axes[this.facts.runs[run][0]].rows.get(code);
          const top = row === undefined ? NaN : plot.top(value(this.codes(run)[one.column][row]));
          const seen = top > plot.facts.top - 1 && top < plot.facts.bottom + 1;
          one.dot.setAttribute("cx", left.toFixed(1));
          one.dot.setAttribute("cy", seen ? top.toFixed(1) : "0");
          one.dot.setAttribute("visibility", seen ? "visible" : "hidden");
        }
      }
      this.say(printed(code), this.shown().flatMap((run) => this.values(run, code)));
    }

    /**
     * @param {number} run
     * @param {number} code of a step
     * @returns {string[]}
     */
    values(run, code) {
      const row = this.axes[this.facts.runs[run][0]].rows.get(code);
      return this.codes(run).map((column) => (row === undefined ? NONE : printed(column[row])));
    }

    /** @param {number} left */
    stepAt(left) {
      const distances = this.codesOfSteps.map((code) => Math.abs(this.left(value(code)) - left));
      return distances.indexOf(Math.min(...distances));
    }

    steps() {
      const runs = this.shown();
      const names = runs.flatMap((run) =>
        this.facts.names.map((/** @type {string} */ name) =>
          runs.length > 1 ? `${name}, ${this.facts.runNames[run]}` : name,
        ),
      );
      const rows = this.codesOfSteps.map((code) => [
        printed(code),
        ...runs.flatMap((run) => this.values(run, code)),
      ]);
      return { head: [this.facts.x, ...names], rows };
    }

    /** Show the run of the settings. */
    choose() {
      this.pause();
      for (const one of this.plots.flatMap((plot) => plot.lines)) {
        one.before.setAttribute("d", one.strong.getAttribute("d") || "");
      }
      this.readSettings();
      this.nameSettings();
      this.walk();
      this.trace();
      this.show(this.at());
      this.wait();
    }

    readSettings() {
      if (!this.facts.grid) return;
      this.run = this.settings.reduce(
        (run, setting, place) => run * this.facts.grid[place].length + Number(setting.value),
        0,
      );
    }

    /** Say what is chosen. */
    nameSettings() {
      this.settings.forEach((setting, place) => {
        const text = this.facts.grid[place][Number(setting.value)];
        const output = setting.parentElement?.querySelector("output");
        if (output) output.textContent = text;
        if (output) setting.setAttribute("aria-valuetext", text);
      });
    }

    rest() {
      if (this.facts.grid) {
        this.find(".tl-chart-summary").textContent = this.facts.lead + this.facts.texts[this.run];
      }
      super.rest();
    }

    rescale() {
      this.dataset.scale = this.log?.checked ? "log" : "linear";
      for (const one of this.plots.flatMap((plot) => plot.lines)) one.before.setAttribute("d", "");
      this.trace();
      this.show(this.at());
    }
  }

  customElements.define("tl-player", PlayerElement);
}
