// @ts-check
/** A loss over one or two weights, and optimizers that walk over it step by step. */

"use strict";

{
  const { unpack, value, printed, scale, line, draw, Player } = TrueLossChart;

  class LandscapeElement extends Player {
    prepare() {
      const { xAxis, yAxis, left, right, bottom, top, runs } = this.facts;
      const across = scale(xAxis[0], xAxis[1], left, right, false);
      const up = scale(yAxis[0], yAxis[1], bottom, top, yAxis[2]);
      const group = this.find(".tl-lines");
      /** Columns of each path, its places in the drawing, and what is drawn of it. */
      this.paths = runs.map((/** @type {string[]} */ packed, /** @type {number} */ place) => {
        const columns = packed.map(unpack);
        const strong = group.querySelectorAll(".tl-line")[place];
        const faint = /** @type {Element} */ (strong.cloneNode());
        faint.classList.add("tl-whole");
        strong.before(faint);
        return {
          columns,
          lefts: columns[0].map((code) => across(value(code))),
          tops: columns[1].map((code) => up(value(code))),
          strong,
          dots: group.querySelectorAll(".tl-dots")[place],
          point: draw(group, "circle", { class: `tl-point ${strong.getAttribute("class")}`, r: 6 }),
        };
      });
    }

    /** @param {number} step */
    show(step) {
      for (const path of this.paths) {
        const last = Math.min(step, path.lefts.length - 1);
        const lefts = path.lefts.slice(0, last + 1);
        const tops = path.tops.slice(0, last + 1);
        path.strong.setAttribute("d", line(lefts, tops));
        const dots = lefts.map((/** @type {number} */ left, /** @type {number} */ place) =>
          line([left], [tops[place]]),
        );
        path.dots.setAttribute("d", dots.join(""));
        const lost = Number.isNaN(lefts[last]) || Number.isNaN(tops[last]);
        path.point.setAttribute("visibility", lost ? "hidden" : "visible");
        if (lost) continue;
        path.point.setAttribute("cx", lefts[last].toFixed(1));
        path.point.setAttribute("cy", tops[last].toFixed(1));
      }
      const texts = this.paths.flatMap((/** @type {any} */ path) => at(path, step));
      this.say(String(step), texts);
    }

    steps() {
      const names = this.facts.runNames.flatMap((/** @type {string} */ run) =>
        this.facts.names.map((/** @type {string} */ name) => `${name}, ${run}`),
      );
      const rows = [];
      for (let step = 0; step <= this.last(); step++) {
        const texts = this.paths.flatMap((/** @type {any} */ path) => at(path, step));
        rows.push([String(step), ...texts]);
      }
      return { head: [this.facts.x, ...names], rows };
    }
  }

  /**
   * Return what a path is at after a step; one that has ended stays where it is.
   * @param {{columns: number[][]}} path
   * @param {number} step
   * @returns {string[]}
   */
  function at(path, step) {
    return path.columns.map((column) =>
      column.length ? printed(column[Math.min(step, column.length - 1)]) : "\u2013",
    );
  }

  customElements.define("tl-landscape", LandscapeElement);
}
