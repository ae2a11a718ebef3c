import { Link } from '@tanstack/react-router'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import type { ReadGift } from './api.ts'
import { partyWords } from './party-words.ts'

/** Whether the donor may be a related party, beside a gift or an agreement. */
export function PartyFinding({ check }: { check: NonNullable<ReadGift['partyCheck']> }) {
  const own = useWords(partyWords)
  if (check.matches.length === 0) return <StatusTag tone="good">{own.none(check.checkedOn)}</StatusTag>
  return (
    <>
      <StatusTag tone="danger">{own.found(check.checkedOn)}</StatusTag>
      {check.matches.map(({ partyId, ground, matchedBy }, index) => <div key={`${String(partyId)}/${String(index)}`}>{own.match(ground, matchedBy)}</div>)}
      <Link to="/related-parties">{own.open}</Link>
    </>
  )
}
