import { Checkbox, Form, Input } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { client, type OpenedCase, type ShownPairing, useChanged } from '../api.ts'
import { FormDialog } from '../FormDialog.tsx'
import { Candidates } from './PairDialog.tsx'
import { careWords } from '../words.ts'
import { pairingWords } from './pairing-words.ts'

type Asked = Parameters<typeof client.handOverPairing>[0]
type Values = { version: number; untilOn: string; reason: string; volunteerId: string; mayReadEarlier?: boolean }

/** Ends a pairing and begins the successor's on the next day; an office decides whether the notes of before go along. */
export function HandOverDialog({ of, pairing, onClose }: { of: OpenedCase; pairing: ShownPairing; onClose: () => void }) {
  const words = useWords(pairingWords)
  const care = useWords(careWords)
  const labels = { untilOn: words.lastDayOfFirst, reason: care.reason, volunteerId: words.successor, mayReadEarlier: words.earlier }
  const changed = useChanged()
  const { may } = useSession()
  const record = useRecordForm<Values, Asked, unknown>({
    name: 'hand-over', labels, operation: client.handOverPairing, initialValues: { version: pairing.version, untilOn: chinaToday() },
    toInput: ({ mayReadEarlier, ...values }) => ({ ...values, id: pairing.id, mayReadEarlier: mayReadEarlier === true }),
    refusalFields: {
      END_BEFORE_START: 'untilOn', VISITED_LATER: 'untilOn', VOLUNTEER_NOT_ACTIVE: 'volunteerId', VOLUNTEER_NOT_CLEARED: 'volunteerId',
      ALREADY_PAIRED: 'volunteerId', NO_CAPACITY: 'volunteerId', SUCCESSOR_IS_SAME: 'volunteerId', NOTES_NEED_OFFICE: 'mayReadEarlier',
    },
    onSaved: async () => { onClose(); await changed() },
  })
  return (
    <FormDialog title={words.handOverTitle(pairing.volunteerName)} onClose={onClose}>
      <RecordForm record={record} submitLabel={words.handOver} onCancel={onClose}>
        <DateItem name="untilOn" label={labels.untilOn} required min={pairing.fromOn} extra={words.successorHint} />
        <Form.Item name="reason" label={labels.reason} rules={[{ required: true, whitespace: true, message: care.reasonNeeded }]}>
          <Input maxLength={200} placeholder={care.noName} />
        </Form.Item>
        <Candidates of={of} pairingRole="helper" but={pairing.volunteerId} label={words.successor} isSuccessor />
        {may('note.hand-over')
          ? (
            <Form.Item name="mayReadEarlier" valuePropName="checked" extra={words.earlierHint}>
              <Checkbox>{words.mayReadEarlier}</Checkbox>
            </Form.Item>
          )
          : <p className="xh-secondary">{words.earlierByOffice}</p>}
      </RecordForm>
    </FormDialog>
  )
}
