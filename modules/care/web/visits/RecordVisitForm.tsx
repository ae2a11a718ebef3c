import { Checkbox, Form, Input, Select } from 'antd'
import { useEffect, useMemo } from 'react'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import type { VisitDraft } from '../../contract.ts'
import { usualVolunteers } from '../../rules/visiting.ts'
import { chinaToday, client, type OpenedCase, type ShownVisit, useChanged } from '../api.ts'
import { PastDays } from './PastDays.tsx'
import { useServerDraft } from './use-server-draft.ts'
import { MediumItem, MinutesItem, OutcomeItem, VolunteersItem, visitLabels, type VisitValues } from './VisitFields.tsx'

type Values = VisitValues & { onBehalfOf?: string; withWorker?: boolean }
type Input = Parameters<typeof client.recordVisit>[0]

/** One screen: outcome, day, medium, minutes, who went, what was seen. What is typed is kept on the server until it is recorded. */
export function RecordVisitForm({ of, draft, onSaved }: { of: OpenedCase; draft: VisitDraft | null; onSaved: (visit: ShownVisit) => void }) {
  const { may } = useSession()
  const isStaff = may('case.read')
  const changed = useChanged()
  const opened = useMemo(() => ({ ...beginning(of), ...draft }), [of, draft])
  const keeping = useServerDraft(of.id, draft !== null)
  const record = useRecordForm<Values, Input, ShownVisit>({
    name: 'visit', labels: visitLabels, operation: client.recordVisit, initialValues: opened as Partial<Values>,
    toInput: values => inputOf(of, values, isStaff),
    refusalFields: {
      VISIT_IN_FUTURE: 'madeOn', VISIT_OUTSIDE_CASE: 'madeOn', MINUTES_NEEDED: 'minutes', ...(
        isStaff ? { VOLUNTEER_NOT_PAIRED: 'volunteerIds' } : { VOLUNTEER_NOT_PAIRED: 'madeOn' }
      ),
    },
    onSaved: async visit => { keeping.stop(); onSaved(visit); await changed() },
  })
  const { form, formProps } = record
  const madeOn = Form.useWatch('madeOn', form)
  useEffect(
    () => { if (opened.volunteerIds === undefined && isStaff) form.setFieldValue('volunteerIds', beginning(of).volunteerIds) }, [form, opened, of, isStaff]
  )
  const keep: NonNullable<typeof formProps.onValuesChange> = (change, all) => {
    formProps.onValuesChange?.(change, all); keeping.keep(form.getFieldsValue(true) as Values)
  }
  return (
    <RecordForm record={{ ...record, formProps: { ...formProps, onValuesChange: keep } }} submitLabel="记录走访">
      <OutcomeItem />
      <div className="care-beside">
        <DateItem name="madeOn" label={visitLabels.madeOn} required min={of.openedOn} max={of.closedOn ?? chinaToday()} />
        <PastDays value={madeOn} onPick={day => { form.setFieldValue('madeOn', day); keep({ madeOn: day }, form.getFieldsValue()) }} />
      </div>
      <MediumItem />
      <MinutesItem form={form} onPick={() => keep({}, form.getFieldsValue())} />
      {isStaff && <VolunteersItem pairings={of.pairings} madeOn={madeOn} />}
      <Form.Item name="withWorker" valuePropName="checked"><Checkbox>有工作人员同去</Checkbox></Form.Item>
      {isStaff && <OnBehalfItem of={of} />}
      <Form.Item name="note" label={visitLabels.note} extra={keeping.words}>
        <Input.TextArea rows={6} maxLength={4000} placeholder="孩子的状态、说了什么、需要什么。可以不写。" />
      </Form.Item>
    </RecordForm>
  )
}

function beginning(of: OpenedCase): Partial<Values> {
  const madeOn = of.closedOn ?? chinaToday()
  return {
    outcome: 'made', madeOn, medium: 'home', minutes: 45, note: '',
    volunteerIds: usualVolunteers({ named: undefined, onBehalfOf: undefined, ownVolunteerId: null, pairings: of.pairings, madeOn }),
  }
}

function inputOf(of: OpenedCase, values: Values, isStaff: boolean): Input {
  const { onBehalfOf, volunteerIds, ...visit } = values
  const people = isStaff ? { volunteerIds: volunteerIds ?? [], ...(onBehalfOf ? { onBehalfOf } : {}) } : {}
  return { ...visit, ...people, note: visit.note ?? '', minutes: visit.minutes ?? 0, caseId: of.id }
}

function OnBehalfItem({ of }: { of: OpenedCase }) {
  const chosen = Form.useWatch<string[] | undefined>('volunteerIds') ?? []
  const options = of.pairings.filter(({ volunteerId }) => chosen.includes(volunteerId)).map(
    ({ volunteerId, volunteerName }) => ({ value: volunteerId, label: `替${volunteerName}代录` })
  )
  if (options.length === 0) return null
  return (
    <Form.Item name="onBehalfOf" label={visitLabels.onBehalfOf} extra="志愿者没有手机、由您代为录入时选择。">
      <Select allowClear placeholder="不是代录" options={[...new Map(options.map(option => [option.value, option])).values()]} />
    </Form.Item>
  )
}
