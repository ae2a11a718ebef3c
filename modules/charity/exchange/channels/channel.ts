// Money of gifts comes by channels. All are asked the same; those by hand wait for an accountant, those online say themselves that money came.
import type { Channel } from '../../contract.ts'

/** What the donor is asked to pay. */
export type ChargeRequest = { number: string; amountFen: number; description: string; expiresAt: Date }
/** A callback as it came: its text is what was signed. */
export type Callback = { headers: Readonly<Record<string, string | undefined>>; body: string }
/** What a callback says: paid, or that there is nothing to book. */
export type CallbackContent = { nonce: string } & (
  { isPaid: false } | { isPaid: true; number: string; transactionNumber: string; amountFen: number; paidAt: Date })

/** Why a callback or an answer of a channel is not believed. */
export class NotBelieved extends Error {
  readonly reason: 'incomplete' | 'stale' | 'serial' | 'signature' | 'content' | 'merchant'
  constructor(reason: NotBelieved['reason']) {
    super(reason)
    this.name = 'NotBelieved'
    this.reason = reason
  }
}

/** One way in which money of gifts comes. */
export type PaymentChannel = {
  kind: Channel
  /** Whether an accountant has to find that the money came. */
  isByHand: boolean
  /** Asks the channel for money; the address the donor scans. Undefined where money comes by hand. */
  askFor?: (request: ChargeRequest) => Promise<{ codeUrl: string }>
  /** Reads a callback, or throws `NotBelieved`. */
  readCallback?: (callback: Callback, now: Date) => CallbackContent
}
