import { Checkbox, Form, Input, Select } from 'antd'
import { useEffect, useMemo } from 'react'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import type { VisitDraft } from '../../contract.ts'
import { usualVolunteers } from '../../rules/visiting.ts'
import { client, type OpenedCase, type ShownVisit, useChanged } from '../api.ts'
import { PastDays } from './PastDays.tsx'
import { useServerDraft } from './use-server-draft.ts'
import { MediumItem, MinutesItem, OutcomeItem, PurposeItem, useVisitLabels, VolunteersItem, type VisitValues } from './VisitFields.tsx'
import { careWords } from '../words.ts'
import { visitWords } from './words.ts'

type Values = VisitValues & { onBehalfOf?: string; withWorker?: boolean }
type Input = Parameters<typeof client.recordVisit>[0]

/** One screen: outcome, day, medium, minutes, who went, what was seen. What is typed is kept on the server until it is recorded. */
export function RecordVisitForm({ of, draft, onSaved }: { of: OpenedCase; draft: VisitDraft | null; onSaved: (visit: ShownVisit) => void }) {
  const words = useWords(visitWords)
  const visitLabels = useVisitLabels()
  const { recordVisit } = useWords(careWords)
  const { may } = useSession()
  const isStaff = may('case.read')
  const changed = useChanged()
  const opened = useMemo(() => ({ ...beginning(of), ...draft }), [of, draft])
  const keeping = useServerDraft(of.id, draft !== null)
  const record = useRecordForm<Values, Input, ShownVisit>({
    name: 'visit', labels: visitLabels, operation: client.recordVisit, initialValues: opened as Partial<Values>,
    toInput: values => inputOf(of, values, isStaff),
    refusalFields: {
      VISIT_IN_FUTURE: 'madeOn', VISIT_OUTSIDE_CASE: 'madeOn', MINUTES_NEEDED: 'minutes', PURPOSE_UNKNOWN: 'purpose',
      ATTEMPT_REASON_UNKNOWN: 'attemptReason', ...(
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
    <RecordForm record={{ ...record, formProps: { ...formProps, onValuesChange: keep } }} submitLabel={recordVisit}>
      <OutcomeItem />
      <div className="care-beside">
        <DateItem name="madeOn" label={visitLabels.madeOn} required min={of.openedOn} max={of.closedOn ?? chinaToday()} />
        <PastDays value={madeOn} onPick={day => { form.setFieldValue('madeOn', day); keep({ madeOn: day }, form.getFieldsValue()) }} />
      </div>
      <MediumItem />
      <PurposeItem form={form} />
      <MinutesItem form={form} onPick={() => keep({}, form.getFieldsValue())} />
      {isStaff && <VolunteersItem pairings={of.pairings} madeOn={madeOn} />}
      <Form.Item name="withWorker" valuePropName="checked"><Checkbox>{words.withWorker}</Checkbox></Form.Item>
      {isStaff && <OnBehalfItem of={of} />}
      <Form.Item name="note" label={visitLabels.note} extra={keeping.words}>
        <Input.TextArea rows={6} maxLength={4000} placeholder={words.notePlaceholder} />
      </Form.Item>
    </RecordForm>
  )
}

function beginning(of: OpenedCase): Partial<Values> {
  const madeOn = of.closedOn ?? chinaToday()
  return {
    outcome: 'made', madeOn, medium: 'home', minutes: 45, note: '', purpose: 'everyday',
    volunteerIds: usualVolunteers({ named: undefined, onBehalfOf: undefined, ownVolunteerId: null, pairings: of.pairings, madeOn }),
  }
}

function inputOf(of: OpenedCase, values: Values, isStaff: boolean): Input {
  const { onBehalfOf, volunteerIds, attemptReason, ...visit } = values
  const why = values.outcome === 'attempted' && attemptReason ? { attemptReason } : {}
  const people = isStaff ? { volunteerIds: volunteerIds ?? [], ...(onBehalfOf ? { onBehalfOf } : {}) } : {}
  return { ...visit, ...people, ...why, note: visit.note ?? '', minutes: visit.minutes ?? 0, caseId: of.id }
}

function OnBehalfItem({ of }: { of: OpenedCase }) {
  const words = useWords(visitWords)
  const chosen = Form.useWatch<string[] | undefined>('volunteerIds') ?? []
  const options = of.pairings.filter(({ volunteerId }) => chosen.includes(volunteerId)).map(
    ({ volunteerId, volunteerName }) => ({ value: volunteerId, label: words.enterFor(volunteerName) })
  )
  if (options.length === 0) return null
  return (
    <Form.Item name="onBehalfOf" label={words.onBehalfOf} extra={words.onBehalfHint}>
      <Select allowClear placeholder={words.notOnBehalf} options={[...new Map(options.map(option => [option.value, option])).values()]} />
    </Form.Item>
  )
}
