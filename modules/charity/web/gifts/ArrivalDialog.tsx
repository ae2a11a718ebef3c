import { useQuery } from '@tanstack/react-query'
import { Form, Input, Modal, Select } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import type { Channel } from '../../contract.ts'
import { client, queries, type ReadGift } from '../api.ts'
import { typed, useChoices } from '../names.ts'
import { words } from '../words.ts'
import { giftWords } from './words.ts'

type Values = { receivedOn?: string; channel?: Channel; accountId?: string; bankReference?: string; place?: string; useBy?: string }
/** What each dialog of a gift is given. */
export type DialogProps = { gift: ReadGift; onClose: () => void; onDone: () => Promise<void> }

/** An accountant finds that the gift arrived. */
export function ArrivalDialog({ gift, onClose, onDone }: DialogProps) {
  const texts = useWords(words)
  const own = useWords(giftWords)
  const { channels } = useChoices()
  const books = useQuery(queries.listGivingBooks.queryOptions({ input: {} }))
  const accounts = books.data?.items.find(({ id }) => id === gift.bookId)?.accounts ?? []
  const labels = { receivedOn: own.receivedOn, channel: own.channel, accountId: own.account, bankReference: own.bankReference, place: own.place,
    useBy: own.useBy }
  const isMoney = gift.form === 'money'
  const record = useRecordForm<Values, Parameters<typeof client.confirmGift>[0], unknown>({
    name: 'confirm-gift', labels, operation: client.confirmGift, onSaved: onDone, initialValues: { receivedOn: chinaToday(),
      ...(isMoney ? { channel: 'bank' as const } : {}) },
    toInput: ({ receivedOn, channel, accountId, bankReference, place, useBy }) => ({
      id: gift.id, version: gift.version, receivedOn: receivedOn ?? '', ...(isMoney && channel !== undefined ? { channel } : {}),
      ...(isMoney ? { ...typed('accountId', accountId), ...typed('bankReference', bankReference) } : {}), ...typed('place', place), ...typed('useBy', useBy),
    }),
  })
  const must = (label: string) => [{ required: true, message: texts.needed(label) }]
  return (
    <Modal open title={own.confirm} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <p>{own.confirmLead}</p>
      <RecordForm record={record} submitLabel={own.confirm} onCancel={onClose}>
        <DateItem name="receivedOn" label={labels.receivedOn} required max={chinaToday()} />
        {isMoney && (
          <>
            <Form.Item name="channel" label={labels.channel} rules={must(labels.channel)}><Select options={channels} /></Form.Item>
            <Form.Item name="accountId" label={labels.accountId} rules={must(labels.accountId)}>
              <Select options={accounts.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))} />
            </Form.Item>
            <Form.Item name="bankReference" label={labels.bankReference}><Input maxLength={60} /></Form.Item>
          </>
        )}
        {gift.form === 'goods' && (
          <>
            <Form.Item name="place" label={labels.place}><Input maxLength={60} /></Form.Item>
            <DateItem name="useBy" label={labels.useBy} />
          </>
        )}
      </RecordForm>
    </Modal>
  )
}
