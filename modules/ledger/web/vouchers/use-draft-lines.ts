import { useState } from 'react'
import type { Side } from '../../contract.ts'
import { balancingText, draftLine, emptyLine, type DraftLine } from '../../rules/voucher-draft.ts'
import type { ReadVoucher } from '../api.ts'

/** Lines while they are typed, and what can be done with them. */
export type DraftLines = {
  items: DraftLine[]
  change: (key: string, change: Partial<DraftLine>) => void
  balance: (key: string, side: Side) => void
  add: () => void
  remove: (key: string) => void
}

/** Keeps the lines of a voucher while it is typed; there are two at least. */
export function useDraftLines(voucher: ReadVoucher | undefined): DraftLines {
  const [fresh] = useState(countKeys)
  const [items, setItems] = useState<DraftLine[]>(() => {
    const known = (voucher?.lines ?? []).map(line => draftLine(line, `known-${line.seq}`))
    return known.length >= 2 ? known : [...known, ...Array.from({ length: 2 - known.length }, () => emptyLine(fresh()))]
  })
  const change = (key: string, change: Partial<DraftLine>) => setItems(lines => lines.map(line => (line.key === key ? { ...line, ...change } : line)))
  return {
    items, change,
    balance: (key, side) => setItems(lines => lines.map(line => (line.key === key
      ? { ...line, debit: '', credit: '', [side]: balancingText(lines, key, side) } : line))),
    add: () => setItems(lines => [...lines, emptyLine(fresh(), lines.at(-1)?.memo ?? '')]),
    remove: key => setItems(lines => (lines.length <= 2 ? lines.map(line => (line.key === key ? emptyLine(key) : line))
      : lines.filter(line => line.key !== key))),
  }
}

function countKeys(): () => string {
  let serial = 0
  return () => { serial += 1; return `line-${serial}` }
}
