// Money of gifts comes by channels. All are asked the same; those by hand wait for an accountant, those online say themselves that money came.
import type { Channel } from '../../contract.ts'

/** What the donor is asked to pay. */
export type ChargeRequest = { number: string; amountFen: number; description: string; expiresAt: Date }
/** What goes back of a charge; the same number is paid back once, however often it is asked for. */
export type RefundRequest = { number: string; chargeNumber: string; amountFen: number; totalFen: number }
/** A callback as it came: its text is what was signed. */
export type Callback = { headers: Readonly<Record<string, string | undefined>>; body: string }
/** A payment, and the chance text of what says so. */
export type Payment = { nonce: string; number: string; transactionNumber: string; amountFen: number; paidAt: Date }
/** How a refund stands at the channel, and the chance text of what says so. */
export type RefundNews = { nonce: string; number: string; channelNumber: string; amountFen: number; status: 'asked' | 'done' | 'failed'; at: Date | null }
/** What became of a charge: paid, still open, or over. */
export type ChargeNews = { state: 'paid'; payment: Payment } | { state: 'unpaid' | 'over' }
/** What a callback says: that something was paid, how a refund stands, or nothing we note. */
export type CallbackContent = { payment: Payment } | { refund: RefundNews } | { nothing: true }

/** Why a callback or an answer of a channel is not believed. */
export class NotBelieved extends Error {
  readonly reason: 'incomplete' | 'stale' | 'serial' | 'signature' | 'content' | 'merchant'
  constructor(reason: NotBelieved['reason']) {
    super(reason)
    this.name = 'NotBelieved'
    this.reason = reason
  }
}

/** The channel answered, believably, that it does not do what it was asked: its own code. */
export class Declined extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.name = 'Declined'
    this.code = code
  }
}

/** What an online channel is asked. Each may throw `NotBelieved`, `Declined`, or what silence throws. */
export type OnlineChannel = {
  kind: Channel
  isByHand: false
  /** Asks for money; the address the donor scans. The same number asked again is the same order. */
  askFor: (request: ChargeRequest) => Promise<{ codeUrl: string }>
  /** What became of a charge. */
  findPayment: (number: string) => Promise<ChargeNews>
  /** From then on nobody can pay it. */
  close: (number: string) => Promise<void>
  /** Sends money back the way it came. */
  payBack: (request: RefundRequest) => Promise<RefundNews>
  /** How a refund stands; undefined where the channel knows none of that number. */
  findRefund: (number: string) => Promise<RefundNews | undefined>
  /** Reads a callback. */
  readCallback: (callback: Callback, now: Date) => CallbackContent
}
/** One way in which money of gifts comes; by hand an accountant has to find that it came. */
export type PaymentChannel = { kind: Channel; isByHand: true } | OnlineChannel
