import { Button } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { roleWords } from '../../rules/words.ts'
import { chinaToday, type OpenedCase, type ShownPairing } from '../api.ts'
import { EndPairingDialog } from './EndPairingDialog.tsx'
import { HandOverDialog } from './HandOverDialog.tsx'
import { PairDialog } from './PairDialog.tsx'
import { WishesDialog } from './WishesDialog.tsx'

/** Who goes to the child, from when until when. */
export function PairingSheet({ of }: { of: OpenedCase }) {
  const [isPairing, setIsPairing] = useState(false)
  const [ending, setEnding] = useState<ShownPairing>()
  const [handing, setHanding] = useState<ShownPairing>()
  const [isWishing, setIsWishing] = useState(false)
  const { may } = useSession()
  const mayPair = may('pairing.manage') && of.status === 'open'
  const today = chinaToday()
  const acts = mayPair && (
    <><Button onClick={() => setIsWishing(true)}>登记意愿</Button><Button onClick={() => setIsPairing(true)}>结对志愿者</Button></>
  )
  return (
    <Sheet title="结对" actions={acts}>
      {of.pairings.length === 0 && <p className="xh-secondary">还没有结对的志愿者。</p>}
      <WishWords of={of} />
      <ul className="xh-cards">
        {of.pairings.map(pairing => (
          <li key={pairing.id}>
            <div className="care-line">
              <div>
                <div className="xh-card-name">{pairing.volunteerName} <PairingState pairing={pairing} today={today} /></div>
                {roleWords[pairing.role]}，{pairing.fromOn} 起{pairing.untilOn ? `，到 ${pairing.untilOn} 为止` : ''}
                {pairing.endedReason && `（${pairing.endedReason}）`}
                {pairing.takenOverFrom && `；接${pairing.takenOverFrom}的手，${pairing.mayReadEarlier ? '可以' : '不'}看以前的记录`}
              </div>
              {mayPair && (pairing.untilOn === null || pairing.untilOn >= today) && (
                <div className="care-acts">
                  <Button onClick={() => setHanding(pairing)}>交接</Button><Button onClick={() => setEnding(pairing)}>结束结对</Button>
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
  const words = [
    ...(wishes.sex === null ? [] : [wishes.sex === 'female' ? '女志愿者' : '男志愿者']), ...wishes.languages.map(language => `会${language}`), ...wishes.skills,
  ]
  return words.length === 0 ? null : <p>家庭意愿：{words.join('、')}</p>
}

function PairingState({ pairing, today }: { pairing: ShownPairing; today: string }) {
  if (pairing.fromOn > today) return <StatusTag tone="info">未开始</StatusTag>
  return pairing.untilOn !== null && pairing.untilOn < today ? <StatusTag tone="neutral">已结束</StatusTag> : <StatusTag tone="good">结对中</StatusTag>
}
