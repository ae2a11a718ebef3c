import type { ReactNode } from 'react'

/** Room of a wide table: it is moved sideways in it, by keyboard too, and says what it is. */
export function TableRoom({ label, children }: { label: string; children: ReactNode }) {
  return <div className="ledger-room" tabIndex={0} role="region" aria-label={label}>{children}</div>
}
