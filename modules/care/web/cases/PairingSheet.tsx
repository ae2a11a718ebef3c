import { Button } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { type OpenedCase, type ShownPairing } from '../api.ts'
import { EndPairingDialog } from './EndPairingDialog.tsx'
import { HandOverDialog } from './HandOverDialog.tsx'
import { PairDialog } from './PairDialog.tsx'
import { WishesDialog } from './WishesDialog.tsx'
import { careWords } from '../words.ts'
import { pairingWords } from './pairing-words.ts'

/** Who goes to the child, from when until when. */
export function PairingSheet({ of }: { of: OpenedCase }) {
  const words = useWords(pairingWords)
  const { roles } = useWords(careWords)
  const [isPairing, setIsPairing] = useState(false)
  const [ending, setEnding] = useState<ShownPairing>()
  const [handing, setHanding] = useState<ShownPairing>()
  const [isWishing, setIsWishing] = useState(false)
  const { may } = useSession()
  const mayPair = may('pairing.manage') && of.status === 'open'
  const today = chinaToday()
  const acts = mayPair && (
    <><Button onClick={() => setIsWishing(true)}>{words.recordWishes}</Button><Button onClick={() => setIsPairing(true)}>{words.pairVolunteer}</Button></>
  )
  return (
    <Sheet title={words.pairings} actions={acts}>
      {of.pairings.length === 0 && <p className="xh-secondary">{words.nobody}</p>}
      <WishWords of={of} />
      <ul className="xh-cards">
        {of.pairings.map(pairing => (
          <li key={pairing.id}>
            <div className="care-line">
              <div>
                <div className="xh-card-name">{pairing.volunteerName} <PairingState pairing={pairing} today={today} /></div>
                {words.fromDay(roles[pairing.role], pairing.fromOn)}{pairing.untilOn && words.untilDay(pairing.untilOn)}
                {pairing.endedReason && words.endedAs(pairing.endedReason)}
                {pairing.takenOverFrom && words.tookOver(pairing.takenOverFrom, pairing.mayReadEarlier)}
              </div>
              {mayPair && (pairing.untilOn === null || pairing.untilOn >= today) && (
                <div className="care-acts">
                  <Button onClick={() => setHanding(pairing)}>{words.handOver}</Button><Button onClick={() => setEnding(pairing)}>{words.end}</Button>
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
      {isPairing && <PairDialog of={of} onClose={() => setIsPairing(false)} />}
      {isWishing && <WishesDialog of={of} onClose={() => setIsWishing(false)} />}
      {handing && <HandOverDialog of={of} pairing={handing} onClose={() => setHanding(undefined)} />}
      {ending && <EndPairingDialog pairing={ending} onClose={() => setEnding(undefined)} />}
    </Sheet>
  )
}

function WishWords({ of: { wishes } }: { of: OpenedCase }) {
  const words = useWords(pairingWords)
  const { and } = useWords(careWords)
  const wished = [
    ...(wishes.sex === null ? [] : [wishes.sex === 'female' ? words.woman : words.man]), ...wishes.languages.map(words.speaks), ...wishes.skills,
  ]
  return wished.length === 0 ? null : <p>{words.familyWishes(wished.join(and))}</p>
}

function PairingState({ pairing, today }: { pairing: ShownPairing; today: string }) {
  const words = useWords(pairingWords)
  if (pairing.fromOn > today) return <StatusTag tone="info">{words.ahead}</StatusTag>
  const isOver = pairing.untilOn !== null && pairing.untilOn < today
  return isOver ? <StatusTag tone="neutral">{words.over}</StatusTag> : <StatusTag tone="good">{words.lasting}</StatusTag>
}
