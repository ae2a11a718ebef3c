import { QRCode } from 'antd'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import type { ReadCharge, ReadRefund } from '../api.ts'
import { words } from '../words.ts'
import { chargeWords } from './words.ts'
import '../charity.css'

/** The code to scan, what it costs and until when it holds. */
export function ChargeCode({ charge }: { charge: Pick<ReadCharge, 'codeUrl' | 'amountFen' | 'expiresAt'> }) {
  const texts = useWords(words)
  const own = useWords(chargeWords)
  if (charge.codeUrl === null) return <p>{own.noCode}</p>
  return (
    <div className="charity-charge">
      <QRCode value={charge.codeUrl} size={220} aria-label={own.code} />
      <p>{texts.yuan(formatYuan(charge.amountFen))}</p>
      <p>{own.until(clockOf(charge.expiresAt))}</p>
    </div>
  )
}

/** A moment of today, in China. */
const clockOf = (at: string): string => new Date(at).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' })

/** Where a refund stands that goes back the way it was paid, in one line. */
export function useRefundState(): (refund: ReadRefund) => string {
  const own = useWords(chargeWords)
  return ({ amountFen, status, obstacle }) => {
    const line = own.refundLine(formatYuan(amountFen), own.refundStates[status])
    return obstacle === null ? line : `${line} · ${own.declined(obstacle)}`
  }
}

/** Where an online payment stands, in one line. */
export function useChargeState(): (charge: Pick<ReadCharge, 'status' | 'expiresAt'> & { obstacle?: string | null }) => string {
  const own = useWords(chargeWords)
  return ({ status, expiresAt, obstacle = null }) => {
    if (status !== 'booked' && obstacle !== null) return own.obstacle(obstacle)
    return status === 'open' && new Date(expiresAt) <= new Date() ? own.expired : own.states[status]
  }
}
