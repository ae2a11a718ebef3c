import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, useChanged, type ReadSettings } from '../api.ts'
import { fact, Facts } from '../Facts.tsx'
import { words } from '../words.ts'
import { settingWords } from './words.ts'

/** What the foundation says about giving: the account for transfers is written here. */
export default function GivingSettingsPage() {
  const own = useWords(settingWords)
  const [edited, setEdited] = useState<'account' | 'contact'>()
  const close = () => setEdited(undefined)
  const asked = useQuery(queries.getGivingSettings.queryOptions({ input: {} }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton active />
  const { bankTransfer, bankTransferFrom, contact, publishingDay, isOwnPublishingDay, isOnline } = asked.data
  return (
    <Page title={own.title} lead={own.lead} width="text">
      <Sheet title={own.bankTransfer} actions={<Button onClick={() => setEdited('account')}>{own.edit}</Button>}>
        <p className="charity-prose">{bankTransfer ?? own.none}</p>
        {bankTransferFrom !== null && <p className="xh-secondary">{own.from(bankTransferFrom)}</p>}
      </Sheet>
      <Sheet title={own.contact} actions={<Button onClick={() => setEdited('contact')}>{own.editContact}</Button>}>
        <p className="charity-prose">{contact ?? own.noContact}</p>
      </Sheet>
      <Sheet>
        <Facts lines={[
          fact(own.publishingDay, <>{own.publishingLine(publishingDay)} · {isOwnPublishingDay ? own.isOwn : own.isDefault}</>),
          fact(own.online, isOnline ? own.isOnline : own.isOffline),
        ]} />
      </Sheet>
      {edited === 'account' && <BankTransferDialog settings={asked.data} onClose={close} />}
      {edited === 'contact' && <ContactDialog settings={asked.data} onClose={close} />}
    </Page>
  )
}

type Values = { text?: string }

function BankTransferDialog({ settings: { bankTransfer }, onClose }: { settings: ReadSettings; onClose: () => void }) {
  const texts = useWords(words)
  const own = useWords(settingWords)
  const changed = useChanged()
  const record = useRecordForm<Values, Parameters<typeof client.setBankTransfer>[0], unknown>({
    name: 'set-bank-transfer', labels: { text: own.bankTransfer }, operation: client.setBankTransfer, initialValues: { text: bankTransfer ?? '' },
    toInput: ({ text = '' }) => ({ text, before: bankTransfer }), onSaved: async () => { onClose(); await changed() },
  })
  return (
    <Modal open title={own.edit} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <RecordForm record={record} submitLabel={own.save} onCancel={onClose}>
        <Form.Item
          name="text" label={own.bankTransfer} extra={own.bankTransferHint}
          rules={[{ required: true, whitespace: true, message: texts.needed(own.bankTransfer) }]}
        >
          <Input.TextArea rows={4} maxLength={300} showCount />
        </Form.Item>
      </RecordForm>
    </Modal>
  )
}

function ContactDialog({ settings: { contact }, onClose }: { settings: ReadSettings; onClose: () => void }) {
  const texts = useWords(words)
  const own = useWords(settingWords)
  const changed = useChanged()
  const record = useRecordForm<Values, Parameters<typeof client.setContact>[0], unknown>({
    name: 'set-contact', labels: { text: own.contact }, operation: client.setContact, initialValues: { text: contact ?? '' },
    toInput: ({ text = '' }) => ({ text, before: contact }), onSaved: async () => { onClose(); await changed() },
  })
  return (
    <Modal open title={own.editContact} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <RecordForm record={record} submitLabel={own.saveContact} onCancel={onClose}>
        <Form.Item name="text" label={own.contact} extra={own.contactHint} rules={[{ required: true, whitespace: true, message: texts.needed(own.contact) }]}>
          <Input.TextArea rows={4} maxLength={300} showCount />
        </Form.Item>
      </RecordForm>
    </Modal>
  )
}
