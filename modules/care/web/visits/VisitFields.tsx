import { Checkbox, Form, Radio, Select, type FormInstance } from 'antd'
import { WholeNumberItem } from '#platform/ui/form/WholeNumberItem.tsx'
import { useWords } from '#platform/ui/words.ts'
import type { Medium, Outcome } from '../../contract.ts'
import { includes } from '../../rules/pairing.ts'
import type { ShownPairing } from '../api.ts'
import '../care.css'
import { optionsOf } from '../names.ts'
import { useCategories } from './use-categories.ts'
import { careWords } from '../words.ts'
import { visitWords } from './words.ts'

/** Fields of a visit as the forms hold them. */
export type VisitValues = {
  outcome: Outcome; madeOn: string; medium: Medium; minutes?: number; volunteerIds?: string[]; note?: string; purpose?: string; attemptReason?: string
}

/** Names of the fields for people. */
export function useVisitLabels() {
  const words = useWords(visitWords)
  const { medium } = useWords(careWords)
  return {
    outcome: words.outcome, madeOn: words.day, medium, minutes: words.minutes, volunteerIds: words.who, onBehalfOf: words.onBehalfOf, note: words.note,
    purpose: words.purpose, attemptReason: words.attemptReason,
  }
}

const usualMinutes = [30, 45, 60, 90]

export function OutcomeItem() {
  const words = useWords(visitWords)
  const { outcomes } = useWords(careWords)
  return (
    <Form.Item name="outcome" label={words.outcome} extra={words.outcomeHint}>
      <Radio.Group className="care-tiles" optionType="button" options={optionsOf(outcomes)} />
    </Form.Item>
  )
}

export function MediumItem() {
  const { medium, media } = useWords(careWords)
  return <Form.Item name="medium" label={medium}><Radio.Group className="care-tiles" optionType="button" options={optionsOf(media)} /></Form.Item>
}

/** What a visit was for; of an attempt, why nobody was met. Both come filled in or may stay empty. */
export function PurposeItem({ form }: { form: FormInstance }) {
  const labels = useVisitLabels()
  const words = useWords(visitWords)
  const { purposes, attemptReasons } = useCategories()
  const outcome = Form.useWatch<Outcome | undefined>('outcome', form)
  if (outcome === 'attempted') {
    return (
      <Form.Item name="attemptReason" label={labels.attemptReason}>
        <Select allowClear placeholder={words.notSaid} options={attemptReasons} />
      </Form.Item>
    )
  }
  return <Form.Item name="purpose" label={labels.purpose}><Select options={purposes} /></Form.Item>
}

/** Minutes by one tap or typed; an attempt may take none. */
export function MinutesItem({ form, onPick }: { form: FormInstance; onPick?: () => void }) {
  const words = useWords(visitWords)
  const care = useWords(careWords)
  const outcome = Form.useWatch<Outcome | undefined>('outcome', form)
  const value = Form.useWatch<number | undefined>('minutes', form)
  const least = outcome === 'attempted' ? 0 : 1
  const pick = (minutes: number) => { form.setFieldValue('minutes', minutes); onPick?.() }
  return (
    <div className="care-beside">
      <WholeNumberItem name="minutes" label={words.minutes} min={least} max={720} required={least === 1} />
      <div className="care-quick" role="group" aria-label={words.usualMinutes}>
        {(outcome === 'attempted' ? [0, 10, ...usualMinutes] : usualMinutes).map(minutes => (
          <button key={minutes} type="button" className="xh-preset" aria-pressed={value === minutes} onClick={() => pick(minutes)}>
            {care.minutes(minutes)}
          </button>
        ))}
      </div>
    </div>
  )
}

/** Those paired on the day can be ticked; others are shown with the reason. Nobody ticked: the worker went alone. */
export function VolunteersItem({ pairings, madeOn }: { pairings: readonly ShownPairing[]; madeOn: string | undefined }) {
  const words = useWords(visitWords)
  const { roles } = useWords(careWords)
  const people = [...new Map(pairings.map(pairing => [pairing.volunteerId, pairing])).values()]
  if (people.length === 0) return <p className="xh-secondary xh-gap">{words.nobodyPaired}</p>
  const wasPaired = (id: string) => pairings.some(pairing => pairing.volunteerId === id && (madeOn === undefined || includes(pairing, madeOn)))
  const options = people.map(({ volunteerId, volunteerName, role }) => ({
    value: volunteerId, disabled: !wasPaired(volunteerId), label: `${volunteerName} · ${wasPaired(volunteerId) ? roles[role] : words.notPairedThen}`,
  }))
  return <Form.Item name="volunteerIds" label={words.who} extra={words.whoHint}><Checkbox.Group options={options} /></Form.Item>
}
