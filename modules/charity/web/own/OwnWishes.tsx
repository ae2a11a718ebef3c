import { Button } from 'antd'
import { useState } from 'react'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { client, useChanged, type ReadOwnPage } from '../api.ts'
import { ownWords } from './words.ts'

type Wish = ReadOwnPage['wishes'][number]

/** Wishes nobody claimed yet; a donor takes one on itself. */
export function OpenWishes({ page: { wishes, donor } }: { page: ReadOwnPage }) {
  const own = useWords(ownWords)
  const [chosen, setChosen] = useState<Wish>()
  const changed = useChanged()
  if (wishes.length === 0) return <p className="xh-secondary">{own.noWishes}</p>
  return (
    <>
      <p className="charity-lead">{own.wishesLead}</p>
      <ul className="xh-cards">
        {wishes.map((wish) => (
          <li key={wish.id}>
            <div className="xh-card-name">{wish.text}</div>
            <p><About wish={wish} /></p>
            {donor !== null && <Button onClick={() => setChosen(wish)}>{own.claim}</Button>}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={chosen !== undefined} title={own.claimTitle} confirmLabel={own.claim} onCancel={() => setChosen(undefined)}
        onConfirm={async () => { await client.claimOwnWish({ id: chosen?.id ?? '' }); setChosen(undefined); await changed() }}
      >
        <p><strong>{chosen?.text}</strong></p>
        <p>{own.claimLead}</p>
      </ConfirmDialog>
    </>
  )
}

/** Wishes the donor took on, and what became of them. */
export function OwnClaims({ claims }: { claims: ReadOwnPage['claims'] }) {
  const own = useWords(ownWords)
  return (
    <ul className="xh-cards">
      {claims.map(({ id, text, status, claimedOn, untilOn, endedOn, thanks, ...about }) => (
        <li key={id}>
          <div className="xh-card-name">{text ?? own.wishGone}</div>
          <p>{own.claimStates[status]} · {status === 'living' ? own.untilOn(untilOn) : own.endedOn(endedOn ?? untilOn)} · {own.claimedOn(claimedOn)}</p>
          {text !== null && <p className="xh-secondary"><About wish={about} /></p>}
          {thanks !== null && <p>{own.thanks(thanks)}</p>}
        </li>
      ))}
    </ul>
  )
}

function About({ wish: { area, ageBand, amountFen } }: { wish: { area: string | null; ageBand: string | null; amountFen: number | null } }) {
  const own = useWords(ownWords)
  return <>{area}{ageBand !== null && <> · {own.aged(ageBand)}</>}{amountFen !== null && <> · {own.about(formatYuan(amountFen))}</>}</>
}
