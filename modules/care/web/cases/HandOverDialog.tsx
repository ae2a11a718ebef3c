import { Checkbox, Form, Input } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { chinaToday, client, type OpenedCase, type ShownPairing, useChanged } from '../api.ts'
import { FormDialog } from '../FormDialog.tsx'
import { Candidates } from './PairDialog.tsx'

type Asked = Parameters<typeof client.handOverPairing>[0]
type Values = { version: number; untilOn: string; reason: string; volunteerId: string; mayReadEarlier?: boolean }

const labels = { untilOn: '交接人最后一天', reason: '原因', volunteerId: '接手的志愿者', mayReadEarlier: '以前的记录' }

/** Ends a pairing and begins the successor's on the next day; an office decides whether the notes of before go along. */
export function HandOverDialog({ of, pairing, onClose }: { of: OpenedCase; pairing: ShownPairing; onClose: () => void }) {
  const changed = useChanged()
  const { may } = useSession()
  const record = useRecordForm<Values, Asked, unknown>({
    name: 'hand-over', labels, operation: client.handOverPairing, initialValues: { version: pairing.version, untilOn: chinaToday() },
    toInput: ({ mayReadEarlier, ...values }) => ({ ...values, id: pairing.id, mayReadEarlier: mayReadEarlier === true }),
    refusalFields: {
      END_BEFORE_START: 'untilOn', VISITED_LATER: 'untilOn', VOLUNTEER_NOT_ACTIVE: 'volunteerId', VOLUNTEER_NOT_CLEARED: 'volunteerId',
      ALREADY_PAIRED: 'volunteerId', NO_CAPACITY: 'volunteerId', NOTES_NEED_OFFICE: 'mayReadEarlier',
    },
    onSaved: async () => { onClose(); await changed() },
  })
  return (
    <FormDialog title={`交接：${pairing.volunteerName}`} onClose={onClose}>
      <RecordForm record={record} submitLabel="交接" onCancel={onClose}>
        <DateItem name="untilOn" label={labels.untilOn} required min={pairing.fromOn} extra="接手的志愿者从第二天开始。" />
        <Form.Item name="reason" label={labels.reason} rules={[{ required: true, whitespace: true, message: '请写明原因。' }]}><Input maxLength={200} /></Form.Item>
        <Candidates of={of} pairingRole="helper" but={pairing.volunteerId} />
        {may('note.hand-over')
          ? (
            <Form.Item name="mayReadEarlier" valuePropName="checked" extra="只开放交接人参加的走访，结对结束即收回；这个决定会留下记录。">
              <Checkbox>接手人可以看以前的走访记录</Checkbox>
            </Form.Item>
          )
          : <p className="xh-secondary">接手人看不到以前的走访记录；需要开放的，请办公室办理交接。</p>}
      </RecordForm>
    </FormDialog>
  )
}
