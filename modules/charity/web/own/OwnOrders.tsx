import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import type { ReadOwnOrder } from '../api.ts'
import { ChargeCode, useChargeState } from '../charges/ChargeCode.tsx'
import { words } from '../words.ts'
import { ownWords } from './words.ts'

const mayBePaid = ({ status, expiresAt }: ReadOwnOrder): boolean => status === 'open' && new Date(expiresAt) > new Date()

/** Orders that are not in the books yet; the code of one that may still be paid is shown again. */
export function OwnOrders({ orders }: { orders: readonly ReadOwnOrder[] }) {
  const texts = useWords(words)
  const own = useWords(ownWords)
  const stateOf = useChargeState()
  const [shown, setShown] = useState<string>()
  return (
    <ul className="xh-cards">
      {orders.map((order) => (
        <li key={order.id}>
          <div className="xh-card-name">{texts.yuan(formatYuan(order.amountFen))} · {order.fundName}</div>
          <p>{stateOf(order)}</p>
          {mayBePaid(order) && (
            <Button onClick={() => setShown(shown === order.id ? undefined : order.id)}>{shown === order.id ? own.hideCode : own.showCode}</Button>
          )}
          {shown === order.id && <ChargeCode charge={order} />}
        </li>
      ))}
    </ul>
  )
}
