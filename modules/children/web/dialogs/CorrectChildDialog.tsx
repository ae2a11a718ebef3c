import { useQuery } from '@tanstack/react-query'
import { Alert, App, Form, Input, Radio, Select, Skeleton } from 'antd'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import type { FileField } from '../../contract.ts'
import { client, type ShownCard, type ShownFile, useChanged } from '../api.ts'
import { FormDialog } from './FormDialog.tsx'
import { useWords } from '#platform/ui/words.ts'
import { optionsOf, useNames } from '../names.ts'
import { fileWords } from '../words/file-words.ts'

type Input = Parameters<typeof client.correctChild>[0]
type Values = Omit<Input, 'id'>
type Props = { child: ShownCard; access: ShownCard['access'][number]; onClose: () => void }

function useLabels() {
  const texts = useWords(fileWords)
  const { fields } = useNames()
  return { ...fields, sex: texts.sex, paperKind: texts.paper, paperNumber: fields.idNumber, reason: texts.correctionReason }
}

/** Puts identity right: opens the fields first, which is recorded, then saves what was changed. */
export function CorrectChildDialog({ child, access, onClose }: Props) {
  const texts = useWords(fileWords)
  const fields = access.fields.filter((field) => field !== 'guardians')
  const opened = useQuery({
    queryKey: ['child-to-correct', child.id, access.id],
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
    queryFn: () => client.openChildFile({ id: child.id, fields, purpose: access.purpose }),
  })
  return (
    <FormDialog title={texts.correct} onClose={onClose}>
      {opened.isError && <Alert type="error" showIcon title={toRefusal(opened.error).message} />}
      {opened.isPending && <Skeleton active />}
      {opened.data && <CorrectionForm child={child} fields={fields} file={opened.data} onClose={onClose} />}
    </FormDialog>
  )
}

type FormProps = { child: ShownCard; fields: readonly FileField[]; file: ShownFile; onClose: () => void }

function CorrectionForm({ child, fields, file, onClose }: FormProps) {
  const texts = useWords(fileWords)
  const names = useNames()
  const labels = useLabels()
  // Fields whose values are codes.
  const codeNames: Record<string, Record<string, string>> = { sex: names.sexes, paperKind: names.papers }
  const changed = useChanged()
  const { message } = App.useApp()
  const { idNumber, guardians: _guardians, ...rest } = file
  const before = Object.fromEntries(
    Object.entries({ ...rest, paperNumber: idNumber, sex: child.sex }).filter(([, value]) => value !== null && value !== undefined),
  )
  const record = useRecordForm<Values, Input, unknown>({
    name: 'correction',
    labels,
    operation: client.correctChild,
    initialValues: { ...before, version: child.version } as Partial<Values>,
    showValue: (field, value) => codeNames[field]?.[String(value)],
    toInput: (values) => ({ ...changedOf(before, values), id: child.id, version: values.version }) as Input,
    onSaved: async () => {
      void message.success(texts.corrected)
      await changed()
      onClose()
    },
  })
  return (
    <RecordForm record={record} submitLabel={texts.saveCorrection} onCancel={onClose}>
      <IdentityFields fields={fields} />
      <Form.Item name="reason" label={labels.reason}>
        <Input maxLength={200} placeholder={texts.correctionHint} />
      </Form.Item>
    </RecordForm>
  )
}

/** The fields that the approval names. */
function IdentityFields({ fields }: { fields: readonly FileField[] }) {
  const names = useNames()
  const labels = useLabels()
  const has = (field: FileField) => fields.includes(field)
  return (
    <>
      {has('name') && (
        <Form.Item name="name" label={labels.name}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      )}
      {has('name') && (
        <Form.Item name="sex" label={labels.sex}>
          <Radio.Group options={optionsOf(names.sexes)} />
        </Form.Item>
      )}
      {has('idNumber') && (
        <Form.Item name="paperKind" label={labels.paperKind}>
          <Select options={optionsOf(names.papers)} />
        </Form.Item>
      )}
      {has('idNumber') && (
        <Form.Item name="paperNumber" label={labels.paperNumber}>
          <Input maxLength={30} autoComplete="off" />
        </Form.Item>
      )}
      {has('birthOn') && <DateItem name="birthOn" label={labels.birthOn} />}
      {has('phone') && (
        <Form.Item name="phone" label={labels.phone}>
          <Input maxLength={30} inputMode="tel" autoComplete="off" />
        </Form.Item>
      )}
      {has('address') && (
        <Form.Item name="address" label={labels.address}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      )}
      {has('school') && (
        <Form.Item name="school" label={labels.school}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      )}
      {has('health') && (
        <Form.Item name="health" label={labels.health}>
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
      )}
    </>
  )
}

const mayBeEmptied = new Set(['phone', 'address', 'school', 'health'])

/** Only what differs from what was opened; a name, a number or a day is never emptied. */
function changedOf(before: Record<string, unknown>, values: Record<string, unknown>): Record<string, unknown> {
  const plain = (value: unknown) => value ?? ''
  return Object.fromEntries(
    Object.entries(values)
      .filter(([field, value]) => plain(value) !== plain(before[field]) && (plain(value) !== '' || mayBeEmptied.has(field)))
      .map(([field, value]) => [field, plain(value)]),
  )
}
