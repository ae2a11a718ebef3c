/** A row of a balance that is divided, as it is typed. */
export type TypedPart = { key: number; accountId: string | null; amount: string }

/** The first row, from 1, that says only the account or only the amount: it is not left out in silence. */
export function findHalfPart(parts: readonly TypedPart[]): number | undefined {
  const at = parts.findIndex(({ accountId, amount }) => (accountId === null) !== (amount.trim() === ''))
  return at < 0 ? undefined : at + 1
}
