import type { GiftForm } from '../../contract.ts'

/** What stands in the form. */
export type GiftValues = {
  bookId: string; form: GiftForm; amount?: number | string; item?: string; quantity?: number | null; countedIn?: string; valueBasis?: string; fundId?: string
  projectLabel?: string; needKind?: string; wish?: string; promisedOn?: string
  /** Agreement and instalment, joined by a stroke. */
  instalment?: string
  /** Campaign it answers. */
  campaignId?: string
}
