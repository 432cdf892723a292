// @ts-check
/**
 * Time pressure for the problems of a challenge: off until a reader wants it.
 *
 * One clock runs at a time, for the problem that the reader has started. It is seen and not heard:
 * the key `t` asks for it. It stands still while the tab is hidden, and takes another minute
 * whenever the reader wants one. A problem whose time is over can still be answered; its record
 * says `over`, and so does the badge.
 */

"use strict";

{
  const { store } = TrueLoss;
  const { all, find, leadTo, make } = TrueLossDom;
  const { Clock, show, say } = TrueLossClock;

  const SETTING = "setting:time-pressure";
  const MINUTE = 60;
  const TICK = 250;
  const FIELDS = "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])";

  class PaceElement extends HTMLElement {
    /** @type {Map<HTMLElement, InstanceType<typeof Clock>>} */
    clocks = new Map();
    /** The problem whose clock was started last. @type {HTMLElement | undefined} */
    current = undefined;
    /** Whether its clock ran when the tab was hidden. */
    wasRunning = false;
    ticking = 0;

    name = make("p", { class: "tl-pace-name" });
    time = make("span", { class: "tl-pace-time", "aria-hidden": "true" });
    go = make("button", { type: "button" });
    more = make("button", { type: "button", class: "tl-pace-more" }, "Add a minute");
    status = make("p", { class: "tl-pace-status", role: "status" });
    bar = make(
      "div",
      { class: "tl-pace-bar", role: "region", "aria-label": "Time for this problem", hidden: "" },
      this.name,
      this.time,
      this.go,
      this.more,
    );

    connectedCallback() {
      this.append(this.bar, this.status);
      this.switch.checked = store.get(SETTING)?.on === true;
      this.switch.addEventListener("change", () => this.turn());
      this.go.addEventListener("click", () => this.goOn());
      this.more.addEventListener("click", () => this.extend());
      document.addEventListener("tl-answer", (event) => this.noteAnswer(event.target));
      document.addEventListener("tl-reset", (event) => this.forget(event.target));
      document.addEventListener("tl-set", () => this.update());
      document.addEventListener("change", (event) => this.noteChoice(event.target));
      document.addEventListener("keydown", (event) => this.tell(event));
      document.addEventListener("visibilitychange", () => this.noteTab());
      addEventListener("pagehide", () => this.halt());
      this.update();
    }

    get isOn() {
      return this.switch.checked;
    }

    get switch() {
      return /** @type {HTMLInputElement} */ (find(this, "input"));
    }

    /** The problems that have a time. */
    problems() {
      return all(document, "tl-question[data-seconds]");
    }

    /** The problem that the bar is about: the one under way, else the next one. */
    get subject() {
      const under = this.current && !isSettled(this.current) ? this.current : undefined;
      return under ?? this.problems().find((problem) => !isSettled(problem));
    }

    turn() {
      store.set(SETTING, { on: this.isOn });
      if (!this.isOn) this.halt();
      this.update();
    }

    /** Start the clock of the problem in the bar, and lead to it. */
    goOn() {
      const problem = this.subject;
      if (!problem) return;
      this.start(problem);
      leadTo(problem);
    }

    /** @param {HTMLElement} problem */
    start(problem) {
      if (this.current !== problem) this.halt();
      this.current = problem;
      this.clockOf(problem).start();
      store.set(keyOf(problem), { timed: true });
      clearInterval(this.ticking);
      this.ticking = setInterval(() => this.tick(), TICK);
      this.update();
    }

    /** Stop the clock, and keep what is left. */
    halt() {
      const clock = this.current && this.clocks.get(this.current);
      clearInterval(this.ticking);
      if (!this.current || !clock?.runs) return;
      clock.pause();
      store.set(keyOf(this.current), { left: clock.left });
    }

    extend() {
      const problem = this.subject;
      if (!problem) return;
      const clock = this.clockOf(problem);
      clock.extend(MINUTE);
      this.status.textContent = `One minute more: ${say(clock.left)} left.`;
      this.update();
    }

    tick() {
      const clock = this.current && this.clocks.get(this.current);
      if (!this.current || !clock) return;
      if (clock.left === 0 && this.time.textContent !== show(0)) {
        this.status.textContent =
          `Time is over for ${this.nameOf(this.current)}. You can still answer it, or add a minute; ` +
          "otherwise the badge will say that it took longer.";
      }
      this.update();
    }

    /** Choosing an option starts a problem too. @param {EventTarget | null} target */
    noteChoice(target) {
      const problem = this.isOn ? problemOf(target) : undefined;
      const isStarted = problem && problem === this.current && this.clockOf(problem).runs;
      if (problem && !isStarted && !isSettled(problem)) this.start(problem);
    }

    /** @param {EventTarget | null} target */
    noteAnswer(target) {
      const problem = problemOf(target);
      const clock = problem && this.clocks.get(problem);
      if (this.isOn && problem && clock && isSettled(problem)) {
        this.halt();
        store.set(keyOf(problem), { over: clock.left === 0 });
        this.clocks.delete(problem);
      }
      this.update();
    }

    /** A problem that is asked again has all its time again. @param {EventTarget | null} target */
    forget(target) {
      const problem = problemOf(target);
      if (!problem) return;
      if (this.current === problem) {
        clearInterval(this.ticking);
        this.current = undefined;
      }
      this.clocks.delete(problem);
    }

    /** A hidden tab takes no time. */
    noteTab() {
      if (document.hidden) {
        this.wasRunning = this.current !== undefined && this.clocks.get(this.current)?.runs === true;
        this.halt();
      } else if (this.wasRunning && this.current && this.isOn) {
        this.start(this.current);
      }
    }

    /** Say how much is left, where a reader asks by the key. @param {KeyboardEvent} event */
    tell(event) {
      const isTyping = event.target instanceof Element && event.target.matches(FIELDS);
      const isCommand = event.ctrlKey || event.altKey || event.metaKey;
      const problem = this.subject;
      if (event.key !== "t" || isTyping || isCommand || !this.isOn || !problem) return;
      const clock = this.clockOf(problem);
      const state = clock.runs ? "left" : "for it once you start it";
      this.status.textContent = `${this.nameOf(problem)}: ${say(clock.left)} ${state}.`;
    }

    update() {
      const problem = this.isOn ? this.subject : undefined;
      this.bar.hidden = !problem;
      if (!problem) return;
      const clock = this.clockOf(problem);
      const isOver = clock.runs && clock.left === 0;
      this.time.textContent = show(clock.left);
      this.name.textContent = this.nameOf(problem);
      if (isOver) this.name.textContent += ": time is over, you can still answer";
      this.bar.toggleAttribute("data-over", isOver);
      this.go.textContent = store.get(keyOf(problem))?.timed ? "Go on" : "Start";
      this.go.hidden = clock.runs;
    }

    /**
     * @param {HTMLElement} problem
     * @returns {InstanceType<typeof Clock>} its clock, with the time that was left where it stopped
     */
    clockOf(problem) {
      const { left } = store.get(keyOf(problem)) ?? {};
      const clock = this.clocks.get(problem) ?? new Clock(left ?? Number(problem.dataset.seconds));
      this.clocks.set(problem, clock);
      return clock;
    }

    /** @param {HTMLElement} problem */
    nameOf(problem) {
      const problems = this.problems();
      return `Problem ${problems.indexOf(problem) + 1} of ${problems.length}`;
    }
  }

  /** @param {HTMLElement} problem */
  function keyOf(problem) {
    return problem.dataset.key ?? "";
  }

  /** @param {HTMLElement} problem */
  function isSettled(problem) {
    return TrueLossScore.outcome(store.get(keyOf(problem))) !== "open";
  }

  /**
   * @param {EventTarget | null} target
   * @returns {HTMLElement | undefined} the problem with a time that it stands in
   */
  function problemOf(target) {
    const found = target instanceof Element && target.closest("tl-question[data-seconds]");
    return found instanceof HTMLElement ? found : undefined;
  }

  customElements.define("tl-pace", PaceElement);
}
