import type { PaymentChannel } from './channel.ts'

/** Money at the bank or in the cash box: nothing says by itself that it came, an accountant finds it. */
export const byHand = (kind: 'bank' | 'cash'): PaymentChannel => ({ kind, isByHand: true })
