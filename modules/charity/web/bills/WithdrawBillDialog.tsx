import { Form } from 'antd'
import { useState } from 'react'
import { DateField } from '#platform/ui/form/DateField.tsx'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { formatYuan } from '#platform/values/money.ts'
import { client, useChanged, type ShownBill } from '../api.ts'
import { billWords } from './words.ts'

/** Takes a bill back, saying why; where there was a fee, on which day it is reversed. */
export function WithdrawBillDialog({ bill, onDone }: { bill: ShownBill | undefined; onDone: () => void }) {
  const own = useWords(billWords)
  const changed = useChanged()
  const [onDay, setOnDay] = useState<string>()
  const close = () => { setOnDay(undefined); onDone() }
  return (
    <ReasonDialog
      open={bill !== undefined} title={own.withdrawTitle(bill?.billedOn ?? '')} confirmLabel={own.withdraw} isDangerous onCancel={close}
      presets={own.withdrawReasons}
      onConfirm={async reason => {
        await client.withdrawChannelBill({ id: bill?.id ?? '', reason, ...(onDay === undefined ? {} : { onDay }) })
        close()
        await changed()
      }}
    >
      <p>{own.withdrawLead(bill === undefined || bill.feeFen === 0 ? null : formatYuan(bill.feeFen), bill?.openCount ?? 0)}</p>
      {bill !== undefined && bill.feeFen !== 0 && (
        <Form layout="vertical" component="div">
          <Form.Item label={own.reversedOn} htmlFor="bill-reversed" extra={own.reversedHint(bill.bookedOn)}>
            <DateField id="bill-reversed" value={onDay} onChange={setOnDay} min={bill.bookedOn} max={chinaToday()} />
          </Form.Item>
        </Form>
      )}
    </ReasonDialog>
  )
}
