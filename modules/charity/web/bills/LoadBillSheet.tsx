import { Alert, Form, Select } from 'antd'
import { useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { uploadFile } from '#platform/ui/api/upload.ts'
import { DateField } from '#platform/ui/form/DateField.tsx'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { FileDrop } from '#platform/ui/pieces/FileDrop.tsx'
import { useWords } from '#platform/ui/words.ts'
import { addDays, chinaToday } from '#platform/values/local-date.ts'
import { formatYuan } from '#platform/values/money.ts'
import { useChanged, type ReadBillGround, type ShownBill } from '../api.ts'
import { billWords } from './words.ts'

type Bad = { problems: readonly { row: number; message: string }[] }

/** Takes the bill of a day in: of which day, and which fund bears its fee. */
export function LoadBillSheet({ ground }: { ground: ReadBillGround }) {
  const own = useWords(billWords)
  const changed = useChanged()
  const [billedOn, setBilledOn] = useState<string | undefined>(addDays(chinaToday(), -1))
  const [bookedOn, setBookedOn] = useState<string>()
  const [fundId, setFundId] = useState(ground.lastFundId ?? ground.funds[0]?.id)
  const [done, setDone] = useState<ShownBill>()
  const [bad, setBad] = useState<Bad>()
  if (!ground.isOnline) return <Sheet title={own.load}><p className="xh-secondary">{own.offline}</p></Sheet>
  const fields = { billedOn: billedOn ?? '', fundId: fundId ?? '', ...(bookedOn === undefined ? {} : { bookedOn }) }
  return (
    <Sheet title={own.load}>
      <p>{own.loadLead}</p>
      <p className="xh-secondary xh-gap">{own.unverified}</p>
      {ground.missingOn.length > 0 && <Alert className="xh-gap" type="warning" showIcon title={own.missing(ground.missingOn.join(' '))} />}
      <Form layout="vertical">
        <Form.Item label={own.billedOn} htmlFor="bill-day"><DateField id="bill-day" value={billedOn} onChange={setBilledOn} max={chinaToday()} /></Form.Item>
        <Form.Item label={own.fund} htmlFor="bill-fund" extra={own.fundHint}>
          <Select id="bill-fund" value={fundId} onChange={setFundId} options={ground.funds.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item label={own.bookedOn} htmlFor="bill-booked" extra={own.bookedHint}>
          <DateField id="bill-booked" value={bookedOn} onChange={setBookedOn} max={chinaToday()} />
        </Form.Item>
      </Form>
      <FileDrop<ShownBill>
        endings={['.csv', '.xlsx']} hint={own.fileHint} onUploaded={bill => { setDone(bill); void changed() }}
        upload={async (file, onProgress) => {
          setDone(undefined)
          setBad(undefined)
          return await uploadFile('/channel-bills', file, { onProgress, fields }).catch((problem: unknown) => {
            const { code, data } = toRefusal(problem)
            if (code === 'LINES_UNREADABLE') setBad(data as Bad)
            throw problem
          }) as ShownBill
        }}
      />
      {bad !== undefined && (
        <ul>{bad.problems.map(({ row, message }) => <li key={row}>{own.badRow(row, message)}</li>)}</ul>
      )}
      {done !== undefined && (
        <Alert type="success" showIcon role="status" title={own.loaded(done.paymentCount + done.refundCount, formatYuan(done.feeFen), done.openCount)} />
      )}
    </Sheet>
  )
}
