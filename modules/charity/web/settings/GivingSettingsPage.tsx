import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, useChanged } from '../api.ts'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { words } from '../words.ts'
import { settingWords } from './words.ts'
import '../charity.css'

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
      {edited === 'account' && (
        <TextDialog
          name="set-bank-transfer" title={own.edit} label={own.bankTransfer} hint={own.bankTransferHint} submitLabel={own.save}
          before={bankTransfer} operation={client.setBankTransfer} onClose={close}
        />
      )}
      {edited === 'contact' && (
        <TextDialog
          name="set-contact" title={own.editContact} label={own.contact} hint={own.contactHint} submitLabel={own.saveContact}
          before={contact} operation={client.setContact} onClose={close}
        />
      )}
    </Page>
  )
}

type Values = { text?: string }

type TextDialogProps = {
  name: string; title: string; label: string; hint: string; submitLabel: string
  /** What stands there now; null while nobody wrote it. */
  before: string | null
  operation: typeof client.setBankTransfer | typeof client.setContact
  onClose: () => void
}

/** Words everybody reads, written over what stood there when they were opened. */
function TextDialog({ name, title, label, hint, submitLabel, before, operation, onClose }: TextDialogProps) {
  const texts = useWords(words)
  const changed = useChanged()
  const record = useRecordForm<Values, Parameters<typeof client.setContact>[0], unknown>({
    name, labels: { text: label }, operation, initialValues: { text: before ?? '' },
    toInput: ({ text = '' }) => ({ text, before }), onSaved: async () => { onClose(); await changed() },
  })
  return (
    <Modal open title={title} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <RecordForm record={record} submitLabel={submitLabel} onCancel={onClose}>
        <Form.Item name="text" label={label} extra={hint} rules={[{ required: true, whitespace: true, message: texts.needed(label) }]}>
          <Input.TextArea rows={4} maxLength={300} showCount />
        </Form.Item>
      </RecordForm>
    </Modal>
  )
}
