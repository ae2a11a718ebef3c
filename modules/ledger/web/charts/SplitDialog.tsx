import { Alert, Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import type { ChartChange, OldBalance } from '../../contract.ts'
import { client, useChanged } from '../api.ts'
import { words } from '../words.ts'
import { findHalfPart, type TypedPart } from './parts.ts'
import { chartWords } from './words.ts'

/** Divides one balance between several new accounts. */
export function SplitDialog({ bookId, change, balance, onClose }: { bookId: string; change: ChartChange; balance: OldBalance; onClose: () => void }) {
  const own = useWords(chartWords)
  const texts = useWords(words)
  const changed = useChanged()
  const [parts, setParts] = useState<readonly TypedPart[]>(() => startOf(balance))
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const alter = (key: number, part: Partial<TypedPart>) => setParts(all => all.map(one => (one.key === key ? { ...one, ...part } : one)))
  const add = () => setParts(all => [...all, { key: Math.max(0, ...all.map(({ key }) => key)) + 1, accountId: null, amount: '' }])
  const save = async () => {
    const half = findHalfPart(parts)
    if (half !== undefined) return setProblem(own.halfPart(half))
    setBusy(true)
    setProblem(undefined)
    const filled = parts.flatMap(({ accountId, amount }) => (accountId === null ? [] : [{ accountId, amount }]))
    const { fundId, projectId, accountId } = balance
    const of = { bookId, chartId: change.chartId, accountId, ...fundId === null ? {} : { fundId }, ...projectId === null ? {} : { projectId } }
    const isSaved = await client.splitBalance({ ...of, parts: filled }).then(() => true, (error: unknown) => { setProblem(toRefusal(error).message) })
    await changed()
    setBusy(false)
    if (isSaved === true) onClose()
  }
  const options = change.next.filter(({ kind }) => kind === balance.kind).map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))
  return (
    <Modal open title={own.splitOf(`${balance.code} ${balance.name}`)} okText={texts.save} confirmLoading={busy} onOk={() => void save()} onCancel={onClose}
      destroyOnHidden mask={{ closable: false }}>
      <p>{own.splitLead(formatYuan(Math.abs(balance.amountFen)))}</p>
      {parts.map(({ key, accountId, amount }, at) => (
        <div key={key} className="ledger-part">
          <Select aria-label={own.partOf(at + 1)} placeholder={own.part} value={accountId} options={options} showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false} onChange={chosen => alter(key, { accountId: chosen })} />
          <Input aria-label={own.amountOf(at + 1)} className="ledger-amount" inputMode="decimal" maxLength={20} value={amount}
            placeholder={texts.amount} onChange={event => alter(key, { amount: event.target.value })} />
          <Button type="text" aria-label={own.removePart(at + 1)} onClick={() => setParts(all => all.filter(one => one.key !== key))}>×</Button>
        </div>
      ))}
      <Button onClick={add}>{own.addPart}</Button>
      <div role="alert">{problem !== undefined && <Alert type="error" showIcon title={problem} />}</div>
    </Modal>
  )
}

function startOf({ parts }: OldBalance): TypedPart[] {
  const known = parts.map(({ accountId, amountFen }, key) => ({ key, accountId, amount: formatYuan(amountFen) }))
  return known.length > 0 ? known : [{ key: 0, accountId: null, amount: '' }]
}
