import { QRCode } from 'antd'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import type { ReadCharge } from '../api.ts'
import { words } from '../words.ts'
import { chargeWords } from './words.ts'

/** The code to scan, what it costs and until when it holds. */
export function ChargeCode({ charge }: { charge: ReadCharge }) {
  const texts = useWords(words)
  const own = useWords(chargeWords)
  return (
    <div className="charity-charge">
      <QRCode value={charge.codeUrl} size={220} aria-label={own.code} />
      <p>{texts.yuan(formatYuan(charge.amountFen))}</p>
      <p>{own.until(new Date(charge.expiresAt).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' }))}</p>
    </div>
  )
}

/** Where an online payment stands, in one line. */
export function useChargeState(): (charge: ReadCharge) => string {
  const own = useWords(chargeWords)
  return ({ status, expiresAt, obstacle }) => {
    if (status !== 'booked' && obstacle !== null) return own.obstacle(obstacle)
    return status === 'open' && new Date(expiresAt) <= new Date() ? own.expired : own.states[status]
  }
}
