import { Alert, Button } from 'antd'
import { useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { Advice } from '#platform/ui/list/RecordList.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { client, useChanged, type ShownCashDay } from '../statements/api.ts'
import { words } from './words.ts'

/** Counted days as cards: the two amounts, why they differ, who signed; the accountant signs here. */
export function CashDayList({ bookId, accountId, days, mayConfirm }: {
  bookId: string; accountId: string; days: readonly ShownCashDay[]; mayConfirm: boolean
}) {
  const texts = useWords(words)
  const changed = useChanged()
  const [problem, setProblem] = useState<string>()
  const confirm = async ({ countedOn, version }: ShownCashDay) => {
    setProblem(undefined)
    await client.confirmCashDay({ bookId, accountId, countedOn, version }).catch((error: unknown) => setProblem(toRefusal(error).message))
    await changed()
  }
  if (days.length === 0) return <Sheet><Advice title={texts.noDays} lead={texts.noDaysLead} /></Sheet>
  return (
    <Sheet title={texts.cash}>
      {problem !== undefined && <Alert type="error" showIcon title={problem} />}
      <ul className="xh-cards">
        {days.map(day => (
          <li key={day.countedOn}>
            <div className="xh-card-name">{day.countedOn}</div>
            <dl>
              <div><dt>{texts.book}</dt><dd>{formatYuan(day.bookFen)}</dd></div>
              <div><dt>{texts.counted}</dt><dd>{formatYuan(day.countedFen)}</dd></div>
              {day.countedFen !== day.bookFen && <div><dt>{texts.difference}</dt><dd>{formatYuan(day.countedFen - day.bookFen)}</dd></div>}
              {day.reason !== null && <div><dt>{texts.reason}</dt><dd>{day.reason}</dd></div>}
              <div><dt>{texts.cashier}</dt><dd>{day.countedName}</dd></div>
              <div><dt>{texts.accountant}</dt><dd>{day.confirmedName ?? texts.waiting}</dd></div>
            </dl>
            {mayConfirm && day.confirmedName === null && (
              <Button onClick={() => void confirm(day)} aria-label={texts.confirmOf(day.countedOn)}>{texts.confirm}</Button>
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
