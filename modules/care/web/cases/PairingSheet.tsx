import { Button } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { roleWords } from '../../rules/words.ts'
import { chinaToday, type OpenedCase, type ShownPairing } from '../api.ts'
import { EndPairingDialog } from './EndPairingDialog.tsx'
import { PairDialog } from './PairDialog.tsx'

/** Who goes to the child, from when until when. */
export function PairingSheet({ of }: { of: OpenedCase }) {
  const [isPairing, setIsPairing] = useState(false)
  const [ending, setEnding] = useState<ShownPairing>()
  const { may } = useSession()
  const mayPair = may('pairing.manage') && of.status === 'open'
  const today = chinaToday()
  return (
    <Sheet title="结对" actions={mayPair && <Button onClick={() => setIsPairing(true)}>结对志愿者</Button>}>
      {of.pairings.length === 0 && <p className="xh-secondary">还没有结对的志愿者。</p>}
      <ul className="xh-cards">
        {of.pairings.map(pairing => (
          <li key={pairing.id}>
            <div className="care-line">
              <div>
                <div className="xh-card-name">{pairing.volunteerName} <PairingState pairing={pairing} today={today} /></div>
                {roleWords[pairing.role]}，{pairing.fromOn} 起{pairing.untilOn ? `，到 ${pairing.untilOn} 为止` : ''}
                {pairing.endedReason && `（${pairing.endedReason}）`}
              </div>
              {mayPair && (pairing.untilOn === null || pairing.untilOn >= today) && <Button onClick={() => setEnding(pairing)}>结束结对</Button>}
            </div>
          </li>
        ))}
      </ul>
      {isPairing && <PairDialog of={of} onClose={() => setIsPairing(false)} />}
      {ending && <EndPairingDialog pairing={ending} onClose={() => setEnding(undefined)} />}
    </Sheet>
  )
}

function PairingState({ pairing, today }: { pairing: ShownPairing; today: string }) {
  if (pairing.fromOn > today) return <StatusTag tone="info">未开始</StatusTag>
  return pairing.untilOn !== null && pairing.untilOn < today ? <StatusTag tone="neutral">已结束</StatusTag> : <StatusTag tone="good">结对中</StatusTag>
}
