import { useQuery } from '@tanstack/react-query'
import { Form, Input, Radio, Skeleton } from 'antd'
import { useState } from 'react'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { addDays, chinaToday, parseLocalDate } from '#platform/values/local-date.ts'
import type { PairingRole } from '../../contract.ts'
import { includes } from '../../rules/pairing.ts'
import { client, type OpenedCase, queries, useChanged } from '../api.ts'
import '../care.css'
import { FormDialog } from '../FormDialog.tsx'
import { optionsOf } from '../names.ts'
import { careWords } from '../words.ts'
import { pairingWords } from './pairing-words.ts'

type Values = { role: PairingRole; fromOn: string; untilOn?: string; volunteerId: string }
type Candidate = Awaited<ReturnType<typeof client.listPairingCandidates>>['items'][number]
type Input = Parameters<typeof client.pairVolunteer>[0]

/** Pairs a volunteer: whoever can be paired stands first, whoever cannot shows why, by the rule that would refuse it. */
export function PairDialog({ of, onClose }: { of: OpenedCase; onClose: () => void }) {
  const words = useWords(pairingWords)
  const care = useWords(careWords)
  const labels = { role: words.part, fromOn: words.fromOn, untilOn: words.untilOn, volunteerId: care.volunteer }
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
    <FormDialog title={words.pairVolunteer} onClose={onClose}>
      <RecordForm record={record} submitLabel={words.pair} onCancel={onClose}>
        <Form.Item name="role" label={labels.role}><Radio.Group className="care-tiles" optionType="button" options={optionsOf(care.roles)} /></Form.Item>
        <DateItem name="fromOn" label={labels.fromOn} required min={of.openedOn} />
        <DateItem name="untilOn" label={labels.untilOn} extra={words.noEndHint} />
        <Candidates of={of} />
      </RecordForm>
    </FormDialog>
  )
}

type CandidatesProps = {
  of: OpenedCase; pairingRole?: PairingRole; but?: string; label?: string
  /** The last day in the form is another volunteer's: whoever is chosen begins on the next one. */
  isSuccessor?: boolean
}

/** Volunteers to choose from, for the days and the part in the form around it. */
export function Candidates({ of, pairingRole, but, label, isSuccessor = false }: CandidatesProps) {
  const words = useWords(pairingWords)
  const care = useWords(careWords)
  const nearWords = useNearWords()
  const [q, setQ] = useState('')
  const chosen = Form.useWatch<PairingRole | undefined>('role')
  const [fromOn, untilOn] = [dayOf(Form.useWatch('fromOn')), dayOf(Form.useWatch('untilOn'))]
  const days = isSuccessor ? { fromOn: untilOn && addDays(untilOn, 1), untilOn: undefined } : { fromOn, untilOn }
  const wished = { ...days, role: chosen ?? pairingRole }
  const { data } = useQuery({
    ...queries.listPairingCandidates.queryOptions({ input: {
      id: of.id, limit: 50, ...(q ? { q } : {}), ...(wished.fromOn ? { fromOn: wished.fromOn } : {}), ...(wished.untilOn ? { untilOn: wished.untilOn } : {}),
      ...(wished.role ? { role: wished.role } : {}),
    } }),
    placeholderData: before => before,
  })
  return (
    <Form.Item label={label ?? care.volunteer} required>
      <Input.Search
        allowClear maxLength={50} aria-label={words.findVolunteer} placeholder={words.findVolunteer} className="xh-gap" onSearch={text => setQ(text.trim())}
      />
      {data === undefined && <Skeleton active />}
      {data?.items.length === 0 && <p className="xh-secondary">{words.noVolunteer}</p>}
      {data !== undefined && data.items.length > 0 && (
        <Form.Item name="volunteerId" noStyle rules={[{ required: true, message: words.chooseVolunteer }]}>
          <Radio.Group
            className="care-people" aria-label={label ?? care.volunteer}
            options={data.items.filter(({ id }) => id !== but).map(({ id, name, unitName, clearanceUntil, healthLimits, obstacle, ...near }) => ({
              value: id, disabled: obstacle !== null,
              label: (
                <>
                  {words.ofUnit(name, unitName)}
                  <small>
                    {care.list(words.load(near.load, near.capacity), words.cleared(clearanceUntil), ...(
                      healthLimits.length > 0 ? [words.mind(healthLimits.join(care.and))] : []
                    ))}
                  </small>
                  <small>{nearWords(near)}</small>
                  {obstacle !== null && <small className="care-why">{words.cannot(obstacle)}</small>}
                </>
              ),
            }))}
          />
        </Form.Item>
      )}
    </Form.Item>
  )
}

function useNearWords() {
  const words = useWords(pairingWords)
  const care = useWords(careWords)
  return ({ distance, siblings, fits, lacks }: Pick<Candidate, 'distance' | 'siblings' | 'fits' | 'lacks'>) => care.list(...[
    care.distances[distance], siblings > 0 && words.sibling, fits.length > 0 && words.fits(fits.join(care.and)),
    lacks.length > 0 && words.lacks(lacks.join(care.and)),
  ].filter(part => part !== false))
}

const dayOf = (typed: unknown): string | undefined => (typeof typed === 'string' ? parseLocalDate(typed) : undefined)
