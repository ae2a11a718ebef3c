/** The shapes a list page gives to `<RecordList>`. */
import type { ReactNode } from 'react'

export type RecordColumn<Item> = {
  key: string
  title: string
  render: (item: Item) => ReactNode
  /** The column that names the record: it carries the link and heads the card on a phone. Exactly one. */
  isName?: boolean
  /** Numbers stand at the right. */
  align?: 'right'
  /** Left out of the cards on a phone, where only what is needed to choose is shown. */
  isWideOnly?: boolean
}

export type RecordFilter = {
  /** Key in the address and in the query. */
  key: string
  label: string
  /** `choice` picks one of the options; `custom` draws its own control. */
  kind: 'choice' | 'custom'
  /** Says which list this is at all; on a phone it does not fold away with the others. */
  staysInSight?: boolean
  options?: readonly { value: string; label: string }[]
  render?: (control: { id: string; value: string | undefined; onChange: (value: string | undefined) => void }) => ReactNode
}

export type PageRequest = {
  /** Everything behind `?` that this list knows: `q` and the filters. */
  filters: Record<string, string>
  /** Cursor of the page before; absent for the first. */
  after?: string
  limit: number
  signal: AbortSignal
}

export type PageOf<Item> = {
  items: readonly Item[]
  /** Cursor of the next page; null or absent at the end. */
  next?: string | null | undefined
  /** How many there are in all, counted up to the cap. */
  total?: number | null | undefined
  /** There are more than `total` says. */
  totalIsCapped?: boolean | undefined
}

export type EmptyAdvice = { title: string; lead: string; action?: ReactNode }
