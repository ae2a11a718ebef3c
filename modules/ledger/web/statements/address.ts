import { useAddress } from '#platform/ui/list/use-address.ts'

/** Tables of the page, as they stand in the address. */
export const tableKeys = ['balance-sheet', 'activities', 'cash-flow', 'trial-balance', 'general-ledger', 'voucher-summary'] as const
/** One of the tables. */
export type TableKey = (typeof tableKeys)[number]

/** What the address says, each entry as text; anything else is as if it were not there. */
export function useStatementAddress() {
  const { search, set } = useAddress()
  const text = (key: string) => {
    const value = search[key]
    return (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined
  }
  const month = (key: string) => {
    const value = Number(text(key))
    return Number.isInteger(value) && value >= 200001 && value <= 209912 && value % 100 >= 1 && value % 100 <= 12 ? value : undefined
  }
  return { text, month, set }
}

/** What stands behind `?`. */
export const queryOf = (parts: Readonly<Record<string, string | number>>): string =>
  `?${new URLSearchParams(Object.entries(parts).map(([key, value]) => [key, String(value)])).toString()}`

/** Today's month in China, as 202603. */
export const thisMonth = (): number =>
  Number(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit' }).format(new Date()).replace('-', ''))
