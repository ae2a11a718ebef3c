// For tests: what books should say after any operations, kept by the simplest means – sums for each fund, and a list of what was done.

/** A commitment of the model. */
export type ModelCommitment = { id: string; fund: string; amount: number; paid: number; isEnded: boolean }
/** A journal of the model: what it added to a fund, what it paid. */
export type ModelJournal = { id: string; fund: string; change: number; commitment: ModelCommitment | null; isReversed: boolean; isReversal: boolean }

/**
 * Money that comes within a round is counted as there only when the round is over, money that goes is counted at once: operations of a round may then
 * be done in any order, and at the same time.
 */
export class BooksModel {
  readonly commitments: ModelCommitment[] = []
  readonly journals: ModelJournal[] = []
  readonly #restricted: ReadonlySet<string>
  readonly #balance = new Map<string, number>()
  readonly #reserved = new Map<string, number>()
  readonly #coming = new Map<string, number>()
  readonly #promisedAgain: [ModelCommitment, number][] = []
  constructor(restricted: readonly string[]) {
    this.#restricted = new Set(restricted)
  }

  balance = (fund: string): number => (this.#balance.get(fund) ?? 0) + (this.#coming.get(fund) ?? 0)
  reserved = (fund: string): number => this.#reserved.get(fund) ?? 0
  isRestricted = (fund: string): boolean => this.#restricted.has(fund)
  /** What can be taken now, whatever else is under way. */
  free = (fund: string): number => (this.isRestricted(fund) ? (this.#balance.get(fund) ?? 0) - this.reserved(fund) : Infinity)

  post(journal: ModelJournal): ModelJournal {
    const { fund, change, commitment } = journal
    add(change > 0 ? this.#coming : this.#balance, fund, change)
    if (commitment !== null && !commitment.isEnded) {
      // A payment uses what was reserved for it; one that is taken back is promised again, and may be paid when the round is over.
      if (change > 0) this.#promisedAgain.push([commitment, change])
      else commitment.paid -= change
      add(this.#reserved, fund, change)
    }
    this.journals.push(journal)
    return journal
  }

  reserve(commitment: ModelCommitment): void {
    add(this.#reserved, commitment.fund, commitment.amount)
    this.commitments.push(commitment)
  }

  end(commitment: ModelCommitment): void {
    add(this.#reserved, commitment.fund, commitment.paid - commitment.amount)
    commitment.isEnded = true
  }

  /** Everything sent in a round was answered. */
  endRound(): void {
    for (const [fund, fen] of this.#coming) add(this.#balance, fund, fen)
    this.#coming.clear()
    for (const [commitment, fen] of this.#promisedAgain.splice(0)) commitment.paid -= fen
  }
}

const add = (sums: Map<string, number>, fund: string, fen: number) => sums.set(fund, (sums.get(fund) ?? 0) + fen)
