import { useQuery } from '@tanstack/react-query'
import { Form, Input, Modal, Select } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { MoneyItem } from '#platform/ui/form/MoneyField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import type { ConsentForm } from '../../contract.ts'
import { client, queries, type ReadGift } from '../api.ts'
import { amountOf, useChoices } from '../names.ts'
import { words } from '../words.ts'
import type { DialogProps } from './ArrivalDialog.tsx'
import { giftWords } from './words.ts'

/** What can be done to a gift that stands in the books. */
export type BookStep = 'correct' | 'move' | 'refund'
type Values = { amount?: number | string; fundId?: string; onDay?: string; consentForm?: ConsentForm; consentOn?: string; reason?: string }

/** Corrects, moves or refunds a gift in the books, with the reason. */
export function BookDialog({ gift, step, onClose, onDone }: DialogProps & { step: BookStep }) {
  const texts = useWords(words)
  const own = useWords(giftWords)
  const { consentForms } = useChoices()
  const books = useQuery(queries.listGivingBooks.queryOptions({ input: {} }))
  const funds = (books.data?.items.find(({ id }) => id === gift.bookId)?.funds ?? []).filter(({ id }) => step !== 'move' || id !== gift.fundId)
  const labels = { amount: step === 'refund' ? own.refundAmount : texts.amount, fundId: step === 'move' ? own.newFund : texts.fund,
    onDay: own.onDay, consentForm: own.consentForm,
    consentOn: own.consentOn, reason: texts.reason }
  const record = useRecordForm<Values, Values, unknown>({
    name: `${step}-gift`, labels, operation: values => carryOut(gift, step, values), onSaved: onDone, toInput: values => values,
    initialValues: { onDay: chinaToday(), ...(step === 'correct' ? { amount: gift.amountFen, fundId: gift.fundId } : {}),
      ...(step === 'refund' && gift.form === 'money' ? { amount: gift.amountFen } : {}),
      ...(step === 'move' ? { consentForm: 'letter' as const } : {}) },
  })
  const must = (label: string) => [{ required: true, message: texts.needed(label) }]
  const lead = { correct: own.correctLead, move: own.moveLead, refund: own.refundLead }[step]
  return (
    <Modal open title={own[step]} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <p>{lead}</p>
      {step === 'move' && gift.campaignName !== null && <p className="xh-gap">{own.moveOfCampaign(gift.campaignName)}</p>}
      {step === 'refund' && gift.charge?.status === 'booked' && <p>{own.refundOnline}</p>}
      <RecordForm record={record} submitLabel={own[step]} onCancel={onClose}>
        {(step === 'correct' || (step === 'refund' && gift.form === 'money')) && <MoneyItem name="amount" label={labels.amount} required />}
        {step !== 'refund' && (
          <Form.Item name="fundId" label={labels.fundId} rules={must(labels.fundId)}>
            <Select options={funds.map(({ id, name, restriction }) => ({ value: id, label: `${name} · ${texts.restrictionWords[restriction]}` }))} />
          </Form.Item>
        )}
        {step === 'move' && (
          <>
            <Form.Item name="consentForm" label={labels.consentForm}><Select options={consentForms} /></Form.Item>
            <DateItem name="consentOn" label={labels.consentOn} required max={chinaToday()} />
          </>
        )}
        <DateItem name="onDay" label={labels.onDay} required max={chinaToday()} {...(gift.receivedOn === null ? {} : { min: gift.receivedOn })} />
        <Form.Item name="reason" label={labels.reason} rules={[{ required: true, whitespace: true,
          message: texts.needed(labels.reason) }]}><Input maxLength={200} /></Form.Item>
      </RecordForm>
    </Modal>
  )
}

function carryOut({ id, version }: ReadGift, step: BookStep, { amount, fundId = '', onDay = '', consentForm = 'letter', consentOn = '',
  reason = '' }: Values): Promise<unknown> {
  if (step === 'correct') return client.correctGift({ id, version, amount: amountOf(amount), fundId, onDay, reason })
  if (step === 'move') return client.changePurpose({ id, version, fundId, onDay, consentForm, consentOn, reason })
  return client.refundGift({ id, version, onDay, reason, ...(amount === undefined ? {} : { amount: amountOf(amount) }) })
}
