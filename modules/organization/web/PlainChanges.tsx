import { Form, Input, Select } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { unitKinds } from '../contract.ts'
import { client, type ShownUnit } from './api.ts'
import { ChangePreviewNote } from './ChangePreviewNote.tsx'
import { FormDialog } from './FormDialog.tsx'
import { words } from './words.ts'

export type ChangeProps = { unit: ShownUnit; onClose: () => void }
export type MakingProps = ChangeProps & { onMade: (id: string) => void }

/** Day and reason, which every change but a correction asks for. */
export function DayAndReason() {
  const texts = useWords(words)
  return (
    <>
      <DateItem name="on" label={texts.date} required max={chinaToday()} />
      <TextItem name="reason" label={texts.reason} max={200} isNeeded />
    </>
  )
}

/** One line of text with its label and the rule that it be filled in. */
export function TextItem({ name, label, max, isNeeded = false }: { name: string; label: string; max: number; isNeeded?: boolean }) {
  const texts = useWords(words)
  return (
    <Form.Item name={name} label={label} rules={isNeeded ? [{ required: true, whitespace: true, message: texts.needed(label) }] : []}>
      <Input maxLength={max} />
    </Form.Item>
  )
}

export function CreateDialog({ unit, onClose, onMade }: MakingProps) {
  const texts = useWords(words)
  const labels = { kind: texts.kind, name: texts.name, establishedOn: texts.establishedOn, address: texts.address, phone: texts.phone }
  type Values = { kind: (typeof unitKinds)[number]; name: string; establishedOn?: string; address?: string; phone?: string }
  return (
    <FormDialog<Values, Parameters<typeof client.createUnit>[0], ShownUnit>
      name="create-unit" title={texts.addBelow} labels={labels} initialValues={{ kind: 'school' }} operation={client.createUnit} onClose={onClose}
      refusalFields={{ SAME_NAME: 'name', CHANGE_IN_FUTURE: 'establishedOn' }} onSaved={made => onMade(made.id)}
      toInput={({ kind, name, ...rest }) => ({ parentId: unit.id, kind, name, ...filled(rest) })}
    >
      <Form.Item name="kind" label={labels.kind}>
        <Select options={unitKinds.map(kind => ({ value: kind, label: texts.kindWords[kind] }))} />
      </Form.Item>
      <TextItem name="name" label={labels.name} max={60} isNeeded />
      <DateItem name="establishedOn" label={labels.establishedOn} max={chinaToday()} />
      <TextItem name="address" label={labels.address} max={100} />
      <TextItem name="phone" label={labels.phone} max={30} />
    </FormDialog>
  )
}

export function CorrectDialog({ unit, onClose }: ChangeProps) {
  const texts = useWords(words)
  const labels = { address: texts.address, phone: texts.phone, foundingDocument: texts.foundingDocument }
  type Values = { version: number; address?: string; phone?: string; foundingDocument?: string }
  return (
    <FormDialog<Values, Parameters<typeof client.updateUnit>[0], ShownUnit>
      name="correct-unit" title={texts.correct} labels={labels} operation={client.updateUnit} onClose={onClose}
      initialValues={{ version: unit.version, ...filled({ address: unit.address ?? '', phone: unit.phone ?? '',
        foundingDocument: unit.foundingDocument ?? '' }) }}
      toInput={({ version, address, phone, foundingDocument }) =>
        ({ id: unit.id, version, address: address || null, phone: phone || null, foundingDocument: foundingDocument || null })}
    >
      <TextItem name="address" label={labels.address} max={100} />
      <TextItem name="phone" label={labels.phone} max={30} />
      <TextItem name="foundingDocument" label={labels.foundingDocument} max={60} />
    </FormDialog>
  )
}

export function EstablishDialog({ unit, onClose }: ChangeProps) {
  const texts = useWords(words)
  const labels = { on: texts.establishedOn, foundingDocument: texts.foundingDocument }
  type Values = { version: number; on: string; foundingDocument?: string }
  return (
    <FormDialog<Values, Parameters<typeof client.establishCommittee>[0], ShownUnit>
      name="establish-committee" title={texts.establish} labels={labels} initialValues={{ version: unit.version }}
        operation={client.establishCommittee} onClose={onClose}
      refusalFields={{ CHANGE_IN_FUTURE: 'on' }} toInput={({ version, on, foundingDocument }) =>
        ({ id: unit.id, version, on, ...filled({ foundingDocument }) })}
    >
      <DateItem name="on" label={labels.on} required max={chinaToday()} />
      <TextItem name="foundingDocument" label={labels.foundingDocument} max={60} />
    </FormDialog>
  )
}

export function RenameDialog({ unit, onClose }: ChangeProps) {
  const texts = useWords(words)
  const labels = { name: texts.name, shortName: texts.shortName, on: texts.date, reason: texts.reason }
  type Values = { version: number; name: string; shortName: string; on: string; reason: string }
  return (
    <FormDialog<Values, Parameters<typeof client.renameUnit>[0], ShownUnit>
      name="rename-unit" title={texts.rename} labels={labels} operation={client.renameUnit} onClose={onClose}
        refusalFields={{ CHANGE_IN_FUTURE: 'on', CHANGE_TOO_EARLY: 'on', SAME_NAME: 'name' }}
      initialValues={{ version: unit.version, name: unit.name, shortName: unit.shortName, on: chinaToday() }} toInput={values => ({ id: unit.id, ...values })}
    >
      <TextItem name="name" label={labels.name} max={60} isNeeded />
      <TextItem name="shortName" label={labels.shortName} max={60} isNeeded />
      <DayAndReason />
    </FormDialog>
  )
}

/** Closing, reopening, and taking a founding back: a day and a reason. */
export function ReasonedDialog({ unit, onClose, act }: ChangeProps & { act: 'close' | 'reopen' | 'disestablish' }) {
  const texts = useWords(words)
  const operations = { close: client.closeUnit, reopen: client.reopenUnit, disestablish: client.disestablishCommittee }
  type Values = { version: number; on: string; reason: string }
  return (
    <FormDialog<Values, Values & { id: string }, ShownUnit>
      name={`${act}-unit`} title={texts[act]} labels={{ on: texts.date, reason: texts.reason }} operation={operations[act]} onClose={onClose}
      refusalFields={{ CHANGE_IN_FUTURE: 'on', CHANGE_TOO_EARLY: 'on' }} initialValues={{ version: unit.version, on: chinaToday() }}
        toInput={values => ({ id: unit.id, ...values })}
    >
      {act === 'close' && <ChangePreviewNote unit={unit} change="close" />}
      <DayAndReason />
    </FormDialog>
  )
}

/** Only what was typed: an empty field is left out. */
function filled<Fields extends Record<string, string | undefined>>(fields: Fields): { [Key in keyof Fields]?: string } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as { [Key in keyof Fields]?: string }
}
