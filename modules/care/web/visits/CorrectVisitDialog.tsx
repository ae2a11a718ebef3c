import { useQuery } from '@tanstack/react-query'
import { Form, Input, Skeleton } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import type { Medium, Outcome } from '../../contract.ts'
import { client, type OpenedCase, queries, type ReadVisit, useChanged } from '../api.ts'
import { FormDialog } from '../FormDialog.tsx'
import { MediumItem, MinutesItem, OutcomeItem, PurposeItem, useVisitLabels, VolunteersItem, type VisitValues } from './VisitFields.tsx'
import { careWords, type CareWords } from '../words.ts'
import { visitWords } from './words.ts'

type Values = VisitValues & { version: number; reason?: string }
type Input = Parameters<typeof client.correctVisit>[0]

/** Puts a visit right, with the reason; two people at once see both values. */
export function CorrectVisitDialog({ visit, onClose }: { visit: ReadVisit; onClose: () => void }) {
  const words = useWords(visitWords)
  const of = useQuery(queries.getCase.queryOptions({ input: { id: visit.caseId } }))
  return (
    <FormDialog title={words.correctTitle} onClose={onClose}>
      {of.data ? <CorrectForm visit={visit} of={of.data} onClose={onClose} /> : <Skeleton active />}
    </FormDialog>
  )
}

function CorrectForm({ visit, of, onClose }: { visit: ReadVisit; of: OpenedCase; onClose: () => void }) {
  const words = useWords(visitWords)
  const care = useWords(careWords)
  const visitLabels = useVisitLabels()
  const { may } = useSession()
  const changed = useChanged()
  const record = useRecordForm<Values, Input, unknown>({
    name: 'correct-visit', labels: { ...visitLabels, reason: words.correctReason }, operation: client.correctVisit,
    initialValues: {
      version: visit.version, outcome: visit.outcome, madeOn: visit.madeOn, medium: visit.medium, minutes: visit.minutes,
      volunteerIds: visit.volunteers.map(({ volunteerId }) => volunteerId), note: visit.note ?? '', purpose: visit.purpose ?? 'everyday',
      ...(visit.attemptReason ? { attemptReason: visit.attemptReason } : {}),
    },
    toInput: values => changesOf(visit, values),
    showValue: (field, value) => wordsOf(care, of, field, value),
    refusalFields: {
      VISIT_IN_FUTURE: 'madeOn', VISIT_OUTSIDE_CASE: 'madeOn', MINUTES_NEEDED: 'minutes', VOLUNTEER_NOT_PAIRED: 'volunteerIds',
      PURPOSE_UNKNOWN: 'purpose', ATTEMPT_REASON_UNKNOWN: 'attemptReason',
    },
    onSaved: async () => { onClose(); await changed() },
  })
  const madeOn = Form.useWatch('madeOn', record.form)
  return (
    <RecordForm record={record} submitLabel={words.correct} onCancel={onClose}>
      <OutcomeItem />
      <DateItem name="madeOn" label={visitLabels.madeOn} required min={of.openedOn} max={of.closedOn ?? chinaToday()} />
      <MediumItem />
      <PurposeItem form={record.form} />
      <MinutesItem form={record.form} />
      {may('case.read') && <VolunteersItem pairings={of.pairings} madeOn={madeOn} />}
      <Form.Item name="note" label={visitLabels.note}><Input.TextArea rows={5} maxLength={4000} /></Form.Item>
      <Form.Item
        name="reason" label={words.correctReason} extra={care.noNameSentence}
        rules={[{ required: true, whitespace: true, message: words.correctReasonNeeded }]}
      >
        <Input maxLength={200} placeholder={words.correctExample} />
      </Form.Item>
    </RecordForm>
  )
}

/** Codes and ids as people read them. */
function wordsOf(care: CareWords, of: OpenedCase, field: string, value: unknown): string | undefined {
  if (field === 'medium') return care.media[value as Medium]
  if (field === 'outcome') return care.outcomes[value as Outcome]
  if (field !== 'volunteerIds' || !Array.isArray(value)) return undefined
  return value.map(id => of.pairings.find(({ volunteerId }) => volunteerId === id)?.volunteerName ?? '').join(care.and) || care.worker
}

/** Only what was changed is sent, so that a correction of the minutes does not touch the rest. */
function changesOf(visit: ReadVisit, { version, reason = '', ...values }: Values): Input {
  const before = {
    ...visit, purpose: visit.purpose ?? 'everyday', attemptReason: visit.attemptReason ?? undefined, note: visit.note ?? '',
    volunteerIds: visit.volunteers.map(({ volunteerId }) => volunteerId),
  }
  const keys = ['outcome', 'madeOn', 'medium', 'minutes', 'volunteerIds', 'note', 'purpose', 'attemptReason'] as const
  const isMeant = (key: (typeof keys)[number]) => values[key] !== undefined && (key !== 'attemptReason' || values.outcome === 'attempted')
  const isChanged = (key: (typeof keys)[number]) => isMeant(key) && JSON.stringify(values[key]) !== JSON.stringify(before[key])
  return { id: visit.id, version, reason, ...Object.fromEntries(keys.filter(isChanged).map(key => [key, values[key]])) }
}
