import { Button, Radio } from 'antd'
import { useState } from 'react'
import { releaseReasons, type ReleaseReason } from '#modules/aid/contract.ts'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { client, useChanged, type ReadOwnPage } from '../api.ts'
import { ownWords } from './words.ts'
import '../charity.css'

type Wish = ReadOwnPage['wishes'][number]
type Claim = ReadOwnPage['claims'][number]

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

/** Wishes the donor took on, and what became of them; the donor steps back from one that waits. */
export function OwnClaims({ claims }: { claims: ReadOwnPage['claims'] }) {
  const [left, setLeft] = useState<Claim>()
  return (
    <>
      <ul className="xh-cards">
        {claims.map((claim) => <ClaimCard key={claim.id} claim={claim} onLeave={() => setLeft(claim)} />)}
      </ul>
      {left !== undefined && <StepBack claim={left} onClose={() => setLeft(undefined)} />}
    </>
  )
}

function ClaimCard({ claim, onLeave }: { claim: Claim; onLeave: () => void }) {
  const own = useWords(ownWords)
  const { text, status, claimedOn, untilOn, endedOn, thanks } = claim
  return (
    <li>
      <div className="xh-card-name">{text ?? own.wishGone}</div>
      <p>{own.claimStates[status]} · {status === 'living' ? own.untilOn(untilOn) : own.endedOn(endedOn ?? untilOn)} · {own.claimedOn(claimedOn)}</p>
      {text !== null && <p className="xh-secondary"><About wish={claim} /></p>}
      {thanks !== null && <p>{own.thanks(thanks)}</p>}
      {status === 'living' && <Button onClick={onLeave}>{own.stepBack}</Button>}
    </li>
  )
}

function StepBack({ claim, onClose }: { claim: Claim; onClose: () => void }) {
  const own = useWords(ownWords)
  const [reason, setReason] = useState<ReleaseReason>('no-time')
  const changed = useChanged()
  return (
    <ConfirmDialog
      open title={own.stepBackTitle} confirmLabel={own.stepBack} isDangerous onCancel={onClose}
      onConfirm={async () => { await client.releaseOwnClaim({ id: claim.id, reason }); onClose(); await changed() }}
    >
      <p><strong>{claim.text ?? own.wishGone}</strong></p>
      <p>{own.stepBackLead}</p>
      <Radio.Group
        vertical aria-label={own.whyBack} value={reason} options={releaseReasons.map((value) => ({ value, label: own.releaseReasons[value] }))}
        onChange={({ target }) => setReason(target.value as ReleaseReason)}
      />
    </ConfirmDialog>
  )
}

function About({ wish: { area, ageBand, amountFen } }: { wish: { area: string | null; ageBand: string | null; amountFen: number | null } }) {
  const own = useWords(ownWords)
  return <>{area}{ageBand !== null && <> · {own.aged(ageBand)}</>}{amountFen !== null && <> · {own.about(formatYuan(amountFen))}</>}</>
}
