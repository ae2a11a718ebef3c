import { App, Form, Input, Radio } from 'antd'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, type ShownPair, useChanged } from '../api.ts'
import { FormDialog } from '../dialogs/FormDialog.tsx'
import { useNames } from '../names.ts'
import { childWords } from '../words/child-words.ts'
import { registerWords } from '../words/register-words.ts'

type Props = { pair: ShownPair; onClose: () => void }

/** How a record of the pair reads in a choice. */
function useRecordText() {
  const texts = useWords(registerWords)
  const { childOf } = useWords(childWords)
  const names = useNames()
  return (child: ShownPair['first']) =>
    texts.recordOf(childOf(child.maskedName, names.sexes[child.sex], names.bandOf(child.ageBand)), child.unitName, child.registeredOn)
}

/** One child: which record goes on. */
export function MergeDialog({ pair: { first, second }, onClose }: Props) {
  type Values = { keptId: string; reason: string }
  const texts = useWords(registerWords)
  const textOf = useRecordText()
  const { message } = App.useApp()
  const changed = useChanged()
  // A closed record can only be the one that ends.
  const keepable = [first, second].filter(({ status }) => status === 'registered')
  const record = useRecordForm<Values, Parameters<typeof client.mergeChildren>[0], unknown>({
    name: 'merge-children', operation: client.mergeChildren, labels: { keptId: texts.keep, reason: texts.mergeReason },
    initialValues: { keptId: keepable[0]?.id ?? first.id },
    toInput: ({ keptId, reason }) => {
      const [kept, merged] = keptId === first.id ? [first, second] : [second, first]
      return { id: kept.id, version: kept.version, mergedId: merged.id, mergedVersion: merged.version, reason }
    },
    onSaved: async () => { void message.success(texts.mergeDone); await changed(); onClose() },
  })
  return (
    <FormDialog title={texts.mergeTitle} onClose={onClose}>
      <p>{texts.mergeLead}</p>
      <RecordForm record={record} submitLabel={texts.merge} onCancel={onClose}>
        <Form.Item name="keptId" label={texts.keep}>
          <Radio.Group options={keepable.map((child) => ({ value: child.id, label: textOf(child) }))} />
        </Form.Item>
        <Form.Item name="reason" label={texts.mergeReason} rules={[{ required: true, min: 4, message: texts.mergeNeeded }]}>
          <Input maxLength={200} placeholder={texts.mergeHint} />
        </Form.Item>
      </RecordForm>
    </FormDialog>
  )
}

/** Two children: the pair is not shown again. */
export function DismissDialog({ pair, onClose }: Props) {
  const texts = useWords(registerWords)
  const changed = useChanged()
  const record = useRecordForm<{ note?: string }, Parameters<typeof client.decideChildDuplicate>[0], unknown>({
    name: 'dismiss-duplicate', operation: client.decideChildDuplicate, labels: { note: texts.distinctNote }, initialValues: {},
    toInput: ({ note }) => ({ id: pair.id, ...(note ? { note } : {}) }), onSaved: async () => { await changed(); onClose() },
  })
  return (
    <FormDialog title={texts.distinctTitle} onClose={onClose}>
      <p>{texts.distinctLead}</p>
      <RecordForm record={record} submitLabel={texts.distinctConfirm} onCancel={onClose}>
        <Form.Item name="note" label={texts.distinctNote}><Input maxLength={200} /></Form.Item>
      </RecordForm>
    </FormDialog>
  )
}
