/** A clock that stands still until a test moves it. */
export class TestClock {
  #now: number;

  constructor(moment: string) {
    this.#now = Date.parse(moment);
  }

  readonly now = (): Date => new Date(this.#now);

  moveTo(moment: string): void {
    this.#now = Date.parse(moment);
  }

  pass(minutes: number): void {
    this.#now += minutes * 60_000;
  }
}
