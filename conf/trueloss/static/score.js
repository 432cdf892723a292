// @ts-check
/**
 * What the records of a set of questions come to. Plain functions on plain data: a record is what
 * `TrueLoss.store` keeps of one question.
 */

"use strict";

/**
 * @typedef {object} Answer what is kept of a reader's answer
 * @property {boolean} [right] the last choice was right
 * @property {string} [first] the letter of the first choice
 * @property {number} [tries] how many choices were checked
 * @property {number[]} [chosen] the options of a question checked so far, the last one last; of a
 *   task, what was chosen last for each gap
 * @property {boolean} [shown] the answer was shown without a right choice
 * @property {boolean} [hint] the hint was opened before the question was settled
 * @property {boolean} [solution] so was the solution
 * @property {boolean} [again] the question was taken up again after it was missed
 * @property {boolean} [timed] it was answered under time pressure
 * @property {boolean} [over] its time was over by then
 * @property {number} [left] the seconds left when its clock stopped
 */
/** @typedef {"once" | "later" | "missed" | "open"} Outcome */
/** @typedef {{tier: string, record: Answer | undefined}} Entry */

var TrueLossScore = (() => {
  const TIERS = ["easy", "medium", "hard"];

  /** The share of a level's questions right at once, without help, from which it counts as such. */
  const STRONG = 0.75;
  const GROWING = 0.5;

  /**
   * @param {Answer | undefined} record
   * @returns {Outcome}
   */
  function outcome(record) {
    if (record?.right) return record.tries === 1 ? "once" : "later";
    return record?.shown ? "missed" : "open";
  }

  /**
   * Whether a retry takes a question up again: it was shown, or, where choices are not limited,
   * it took more than one.
   * @param {Answer | undefined} record
   * @param {boolean} limited
   */
  function isMissed(record, limited) {
    const how = outcome(record);
    return how === "missed" || (how === "later" && !limited);
  }

  /**
   * @param {Answer | undefined} record
   * @returns {string} the outcome in words, with what helped
   */
  function describe(record) {
    const words = {
      once: "right at once",
      later: record?.tries ? `right at try ${record.tries}` : "right",
      missed: record?.tries ? "not right" : "the answer was shown",
      open: record?.tries ? "not right yet" : "not answered",
    };
    const notes = [words[outcome(record)]];
    const settled = outcome(record) !== "open";
    if (record?.solution && settled) notes.push("after the solution");
    else if (record?.hint && settled) notes.push("with the hint");
    if (record?.again) notes.push("on a retry");
    if (record?.over) notes.push("over time");
    return notes.join(", ");
  }

  /**
   * Count outcomes, over all and for each tier that has questions.
   * @param {Entry[]} entries
   */
  function score(entries) {
    const tiers = TIERS.map((tier) => {
      return { tier, ...count(entries.filter((entry) => entry.tier === tier)) };
    });
    return { ...count(entries), tiers: tiers.filter((row) => row.of > 0) };
  }

  /** @param {Entry[]} entries */
  function count(entries) {
    const counts = { of: entries.length, once: 0, later: 0, missed: 0, open: 0, known: 0 };
    for (const { record } of entries) {
      counts[outcome(record)] += 1;
      if (outcome(record) === "once" && !record?.hint && !record?.solution) counts.known += 1;
    }
    return counts;
  }

  /**
   * @param {number} known how many were right at once and without help
   * @param {number} of
   * @returns {"strong" | "growing" | "weak"}
   */
  function verdict(known, of) {
    if (known >= STRONG * of) return "strong";
    return known >= GROWING * of ? "growing" : "weak";
  }

  /**
   * Whether answers earn the badge: all right, and none taken up again after it was missed.
   * @param {(Answer | undefined)[]} records
   */
  function earnsBadge(records) {
    return records.length > 0 && records.every((record) => record?.right && !record.again);
  }

  return { outcome, isMissed, describe, score, verdict, earnsBadge };
})();
