import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form } from 'antd'
import { UnitTreePicker } from '#platform/ui/tree/UnitTreePicker.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { client, queries, unitLoaders, type ShownUnit } from './api.ts'
import { ChangePreviewNote, type PreviewedChange } from './ChangePreviewNote.tsx'
import { FormDialog } from './FormDialog.tsx'
import { DayAndReason, TextItem, type ChangeProps, type MakingProps } from './PlainChanges.tsx'
import { words } from './words.ts'

const dayFields = { CHANGE_IN_FUTURE: 'on', CHANGE_TOO_EARLY: 'on' } as const

export function MoveDialog({ unit, onClose }: ChangeProps) {
  const texts = useWords(words)
  const labels = { parentId: texts.newParent, on: texts.date, reason: texts.reason }
  type Values = { version: number; parentId: string; on: string; reason: string }
  return (
    <FormDialog<Values, Parameters<typeof client.moveUnit>[0], ShownUnit>
      name="move-unit" title={texts.move} labels={labels} operation={client.moveUnit} onClose={onClose}
        refusalFields={{ ...dayFields, WRONG_PARENT: 'parentId', SAME_NAME: 'parentId' }}
      initialValues={{ version: unit.version, on: chinaToday() }} toInput={values => ({ id: unit.id, ...values })}
    >
      <OtherUnit name="parentId" label={labels.parentId} unit={unit} change="move" />
      <DayAndReason />
    </FormDialog>
  )
}

export function MergeDialog({ unit, onClose, onMade }: MakingProps) {
  const texts = useWords(words)
  const labels = { intoId: texts.intoUnit, on: texts.date, reason: texts.reason }
  type Values = { version: number; intoId: string; on: string; reason: string }
  return (
    <FormDialog<Values, Parameters<typeof client.mergeUnits>[0], ShownUnit>
      name="merge-units" title={texts.merge} labels={labels} operation={client.mergeUnits} onClose={onClose}
        refusalFields={{ ...dayFields, WRONG_SUCCESSOR: 'intoId' }}
      initialValues={{ version: unit.version, on: chinaToday() }} toInput={values => ({ id: unit.id, ...values })} onSaved={successor => onMade(successor.id)}
    >
      <OtherUnit name="intoId" label={labels.intoId} unit={unit} change="merge" />
      <DayAndReason />
    </FormDialog>
  )
}

export function SplitDialog({ unit, onClose, onMade }: MakingProps) {
  const texts = useWords(words)
  const below = useQuery(queries.listUnits.queryOptions({ input: { parent: unit.id, limit: 200 } }))
  const labels = { name: texts.name, unitIds: texts.takeAlong, on: texts.date, reason: texts.reason }
  type Values = { version: number; name: string; unitIds?: string[]; on: string; reason: string }
  return (
    <FormDialog<Values, Parameters<typeof client.splitUnit>[0], ShownUnit>
      name="split-unit" title={texts.split} labels={labels} operation={client.splitUnit} onClose={onClose} refusalFields={{ ...dayFields, SAME_NAME: 'name' }}
      initialValues={{ version: unit.version, on: chinaToday() }} toInput={({ unitIds, ...values }) =>
        ({ id: unit.id, unitIds: unitIds ?? [], ...values })} onSaved={made => onMade(made.id)}
    >
      <TextItem name="name" label={labels.name} max={60} isNeeded />
      {(below.data?.items.length ?? 0) > 0 && (
        <Form.Item name="unitIds" label={labels.unitIds}>
          <Checkbox.Group options={below.data?.items.map(each => ({ value: each.id, label: each.name })) ?? []} />
        </Form.Item>
      )}
      <DayAndReason />
    </FormDialog>
  )
}

function OtherUnit({ name, label, unit, change }: { name: string; label: string; unit: ShownUnit; change: PreviewedChange }) {
  const texts = useWords(words)
  const otherId = Form.useWatch(name) as string | undefined
  return (
    <>
      <Form.Item name={name} label={label} rules={[{ required: true, message: texts.needed(label) }]}>
        <UnitTreePicker loaders={unitLoaders} allowClear={false} />
      </Form.Item>
      <ChangePreviewNote unit={unit} change={change} otherId={otherId} />
    </>
  )
}
