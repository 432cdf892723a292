// @ts-check
/** A clock that runs down, and how its time reads. Milliseconds inside, whole seconds outside. */

"use strict";

var TrueLossClock = (() => {
  class Clock {
    /**
     * @param {number} seconds
     * @param {() => number} [now] the time in milliseconds, as `Date.now`
     */
    constructor(seconds, now = Date.now) {
      this.rest = seconds * 1000;
      this.now = now;
      /** When it was started, or `null` while it stands. @type {number | null} */
      this.since = null;
    }

    get runs() {
      return this.since !== null;
    }

    /** The seconds left, rounded up, and never below zero. */
    get left() {
      const gone = this.since === null ? 0 : this.now() - this.since;
      return Math.max(0, Math.ceil((this.rest - gone) / 1000));
    }

    start() {
      this.since ??= this.now();
    }

    pause() {
      if (this.since === null) return;
      this.rest -= this.now() - this.since;
      this.since = null;
    }

    /** @param {number} seconds */
    extend(seconds) {
      const gone = this.since === null ? 0 : this.now() - this.since;
      // A clock that has run out begins anew with what it is given.
      this.rest = Math.max(this.rest, gone) + seconds * 1000;
    }
  }

  /**
   * @param {number} seconds
   * @returns {string} as on a clock: 1:05
   */
  function show(seconds) {
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }

  /**
   * @param {number} seconds
   * @returns {string} in words: 1 minute 5 seconds
   */
  function say(seconds) {
    const minutes = Math.floor(seconds / 60);
    const parts = [counted(minutes, "minute"), counted(seconds % 60, "second")];
    return parts.filter((part) => !part.startsWith("0 ")).join(" ") || "no time";
  }

  /**
   * @param {number} number
   * @param {string} thing
   */
  function counted(number, thing) {
    return `${number} ${thing}${number === 1 ? "" : "s"}`;
  }

  return { Clock, show, say };
})();
