/** Counts per key in windows of a minute; small, in memory, one process. */
export class RateLimit {
  #counts = new Map<string, number>()
  #window = 0
  readonly #perMinute: number

  constructor(perMinute: number) {
    this.#perMinute = perMinute
  }

  /** Notes one more and tells whether it is still allowed. */
  allows(key: string, now: number): boolean {
    const window = Math.floor(now / 60_000)
    if (window !== this.#window) {
      this.#window = window
      this.#counts.clear()
    }
    const count = (this.#counts.get(key) ?? 0) + 1
    this.#counts.set(key, count)
    return count <= this.#perMinute
  }
}
