/** What is said while a query runs, and the button that stops it. */

const TICK_MILLISECONDS = 100;

export class Progress {
  /**
   * @param {object} parts
   * @param {HTMLButtonElement} parts.ask
   * @param {HTMLButtonElement} parts.cancel
   * @param {HTMLElement} parts.clock
   */
  constructor({ ask, cancel, clock }) {
    Object.assign(this, { ask, cancel, clock });
  }

  /** Begin to count. */
  begin() {
    this.began = performance.now();
    this.ask.disabled = true;
    this.cancel.hidden = false;
    this.timer = setInterval(
      () => (this.clock.textContent = `${this.seconds.toFixed(1)} s`),
      TICK_MILLISECONDS,
    );
  }

  /** Stop, and say how it ended. */
  end(words = "") {
    clearInterval(this.timer);
    this.ask.disabled = false;
    this.cancel.hidden = true;
    this.clock.textContent = words;
  }

  /** How long it has been going on. */
  get seconds() {
    return (performance.now() - this.began) / 1000;
  }
}
