import { useNavigate } from '@tanstack/react-router'
import { Form, Input, Radio, Select } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { MoneyItem } from '#platform/ui/form/MoneyField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useAddress } from '#platform/ui/list/use-address.ts'
import { useWords } from '#platform/ui/words.ts'
import type { Reach } from '../../contract.ts'
import { client, type ShownNeed, useChanged } from '../api.ts'
import { ForCase } from '../ForCase.tsx'
import { amountOf, useChoices, useKinds } from '../names.ts'
import { needWords, words } from '../words.ts'

/** Says what the child of a case needs. */
export default function RaiseNeedPage() {
  const texts = useWords(words)
  const { search } = useAddress<{ case: string }>()
  return <ForCase caseId={search.case} title={texts.raiseNeed}>{search.case && <NeedForm caseId={search.case} />}</ForCase>
}

type Values = { kind: string; reach: Reach; words: string; amount?: number | string; wantedBy?: string }
type Input = Parameters<typeof client.raiseNeed>[0]

function NeedForm({ caseId }: { caseId: string }) {
  const texts = useWords(words)
  const own = useWords(needWords)
  const navigate = useNavigate()
  const changed = useChanged()
  const kinds = useKinds()
  const { reaches } = useChoices()
  const labels = { kind: texts.kind, reach: texts.reach, words: own.what, amount: texts.amount, wantedBy: texts.wantedBy }
  const record = useRecordForm<Values, Input, ShownNeed>({
    name: 'raise-need', labels, operation: client.raiseNeed, initialValues: { reach: 'child' },
    toInput: ({ amount, wantedBy, ...values }) => {
      const asked = amountOf(amount)
      return { caseId, ...values, ...(asked === undefined ? {} : { amount: asked }), ...(wantedBy ? { wantedBy } : {}) }
    },
    onSaved: async saved => { await changed(); await navigate({ to: `/needs/${saved.id}` }) },
  })
  return (
    <RecordForm record={record} submitLabel={texts.submit}>
      <Form.Item name="kind" label={labels.kind} rules={[{ required: true, message: own.needed(labels.kind) }]}><Select options={kinds} /></Form.Item>
      <Form.Item name="reach" label={labels.reach}><Radio.Group options={reaches} /></Form.Item>
      <Form.Item name="words" label={labels.words} extra={own.whatHint} rules={[{ required: true, whitespace: true, message: own.needed(labels.words) }]}>
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
      <MoneyItem name="amount" label={labels.amount} />
      <DateItem name="wantedBy" label={labels.wantedBy} />
    </RecordForm>
  )
}
