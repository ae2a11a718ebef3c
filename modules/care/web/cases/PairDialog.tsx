import { useQuery } from '@tanstack/react-query'
import { Form, Input, Radio, Skeleton } from 'antd'
import { useState } from 'react'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { parseLocalDate } from '#platform/values/local-date.ts'
import type { PairingRole } from '../../contract.ts'
import { includes } from '../../rules/pairing.ts'
import { distanceWords } from '../../rules/words.ts'
import { chinaToday, client, type OpenedCase, queries, useChanged } from '../api.ts'
import '../care.css'
import { FormDialog } from '../FormDialog.tsx'
import { roleOptions } from '../names.ts'

type Values = { role: PairingRole; fromOn: string; untilOn?: string; volunteerId: string }
type Candidate = Awaited<ReturnType<typeof client.listPairingCandidates>>['items'][number]
type Input = Parameters<typeof client.pairVolunteer>[0]

const labels = { role: '方式', fromOn: '从哪天起', untilOn: '到哪天止', volunteerId: '志愿者' }

/** Pairs a volunteer: whoever can be paired stands first, whoever cannot shows why, by the rule that would refuse it. */
export function PairDialog({ of, onClose }: { of: OpenedCase; onClose: () => void }) {
  const changed = useChanged()
  const hasPrimary = of.pairings.some(pairing => pairing.role === 'primary' && includes(pairing, chinaToday()))
  const record = useRecordForm<Values, Input, unknown>({
    name: 'pair', labels, operation: client.pairVolunteer, initialValues: { role: hasPrimary ? 'helper' : 'primary', fromOn: chinaToday() },
    toInput: ({ untilOn, ...values }) => ({ ...values, id: of.id, ...(untilOn ? { untilOn } : {}) }),
    refusalFields: {
      PAIRING_BEFORE_CASE: 'fromOn', PERIOD_REVERSED: 'untilOn', VOLUNTEER_NOT_ACTIVE: 'volunteerId', VOLUNTEER_NOT_CLEARED: 'volunteerId',
      ALREADY_PAIRED: 'volunteerId', PRIMARY_EXISTS: 'role', NO_CAPACITY: 'volunteerId',
    },
    onSaved: async () => { onClose(); await changed() },
  })
  return (
    <FormDialog title="结对志愿者" onClose={onClose}>
      <RecordForm record={record} submitLabel="结对" onCancel={onClose}>
        <Form.Item name="role" label={labels.role}><Radio.Group className="care-tiles" optionType="button" options={roleOptions} /></Form.Item>
        <DateItem name="fromOn" label={labels.fromOn} required min={of.openedOn} />
        <DateItem name="untilOn" label={labels.untilOn} extra="没有约定期限就不填。" />
        <Candidates of={of} />
      </RecordForm>
    </FormDialog>
  )
}

/** Volunteers to choose from, for the days and the part in the form around it. */
export function Candidates({ of, pairingRole, but }: { of: OpenedCase; pairingRole?: PairingRole; but?: string }) {
  const [q, setQ] = useState('')
  const chosen = Form.useWatch<PairingRole | undefined>('role')
  const wished = { fromOn: dayOf(Form.useWatch('fromOn')), untilOn: dayOf(Form.useWatch('untilOn')), role: chosen ?? pairingRole }
  const { data } = useQuery({
    ...queries.listPairingCandidates.queryOptions({ input: {
      id: of.id, limit: 50, ...(q ? { q } : {}), ...(wished.fromOn ? { fromOn: wished.fromOn } : {}), ...(wished.untilOn ? { untilOn: wished.untilOn } : {}),
      ...(wished.role ? { role: wished.role } : {}),
    } }),
    placeholderData: before => before,
  })
  return (
    <>
      <Input.Search allowClear maxLength={50} aria-label="按姓名找志愿者" placeholder="按姓名找志愿者" className="xh-gap" onSearch={text => setQ(text.trim())} />
      {data === undefined && <Skeleton active />}
      {data?.items.length === 0 && <p className="xh-secondary">没有找到志愿者。本单位没有合适的人选时，请乡镇（街道）关工委从全乡镇的志愿者里结对。</p>}
      {data !== undefined && data.items.length > 0 && (
        <Form.Item name="volunteerId" label={labels.volunteerId} rules={[{ required: true, message: '请选择一位志愿者。' }]}>
          <Radio.Group
            className="care-people"
            options={data.items.filter(({ id }) => id !== but).map(({ id, name, unitName, clearanceUntil, healthLimits, obstacle, ...near }) => ({
              value: id, disabled: obstacle !== null,
              label: (
                <>
                  {name}（{unitName}）
                  <small>已结对{near.load}名，可结对{near.capacity}名；准入查询{clearanceUntil ? `至${clearanceUntil}` : '未办'}{
                    healthLimits.length > 0 && `；注意：${healthLimits.join('、')}`
                  }</small>
                  <small>{nearWords(near)}</small>
                  {obstacle !== null && <small className="care-why">不能结对：{obstacle}</small>}
                </>
              ),
            }))}
          />
        </Form.Item>
      )}
    </>
  )
}

const nearWords = ({ distance, siblings, fits, lacks }: Pick<Candidate, 'distance' | 'siblings' | 'fits' | 'lacks'>) => [
  distanceWords[distance], siblings > 0 && '已结对这个孩子的兄弟姐妹', fits.length > 0 && `符合意愿：${fits.join('、')}`,
  lacks.length > 0 && `不符合：${lacks.join('、')}`,
].filter(Boolean).join('；')

const dayOf = (typed: unknown): string | undefined => (typeof typed === 'string' ? parseLocalDate(typed) : undefined)
