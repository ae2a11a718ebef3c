import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { cleanText } from '#platform/values/text.ts'
import { scales, type Colour } from '../../contract.ts'
import { client, type OpenedCase, type ShownAssessment, useChanged } from '../api.ts'
import { RiskTag } from '../RiskTag.tsx'
import { careWords } from '../words.ts'
import { riskPageWords } from './risk-words.ts'

/** Every assessment of the case; two of them stand side by side, the latest and the one before to begin with. */
export function AssessmentSheet({ of }: { of: OpenedCase }) {
  const words = useWords(riskPageWords)
  const [latest, before] = of.assessments
  if (latest === undefined) return null
  return (
    <Sheet title={words.assessed}>
      {latest.override !== null && <OverrideState assessment={latest} />}
      {before === undefined ? <Levels columns={[latest]} /> : <Comparison of={of} latest={latest} before={before} />}
    </Sheet>
  )
}

function Comparison({ of, latest, before }: { of: OpenedCase; latest: ShownAssessment; before: ShownAssessment }) {
  const words = useWords(riskPageWords)
  const { colours } = useWords(careWords)
  const [ids, setIds] = useState({ one: before.id, other: latest.id })
  const options = of.assessments.map(
    ({ id, assessedOn, colour, assessedName }) => ({ value: id, label: `${assessedOn} ${colours[colour]} ${assessedName}` })
  )
  const find = (id: string) => of.assessments.find(each => each.id === id) ?? latest
  return (
    <>
      <div className="care-acts xh-gap">
        <Select aria-label={words.compareWith} value={ids.one} options={options} onChange={one => setIds({ ...ids, one })} />
        <Select aria-label={words.compareThis} value={ids.other} options={options} onChange={other => setIds({ ...ids, other })} />
      </div>
      <Levels columns={[find(ids.one), find(ids.other)]} />
    </>
  )
}

/** The three scales in rows, an assessment in each column; what differs says so in words. */
function Levels({ columns }: { columns: readonly ShownAssessment[] }) {
  const words = useWords(riskPageWords)
  const { scales: names, comma } = useWords(careWords)
  const overrideWords = useOverrideWords()
  const changeWords = (before: number, after: number) => (before === after ? words.same : after > before ? words.worse : words.better)
  const [one, other] = columns
  return (
    <div className="care-compare" role="table" aria-label={words.comparison}>
      <div role="row">
        <span role="columnheader">{words.scale}</span>
        {columns.map((each, at) => <span role="columnheader" key={`${each.id}-${at}`}>{each.assessedOn}{comma}{each.assessedName}</span>)}
      </div>
      {scales.map(scale => (
        <div role="row" key={scale}>
          <span role="rowheader">{names[scale]}{other && one && changeWords(one.scores[scale], other.scores[scale])}</span>
          {columns.map((each, at) => (
            <span role="cell" key={`${each.id}-${at}`}>
              <strong>{words.points(each.scores[scale])} {each.levels[scale].title}</strong><small>{each.levels[scale].wording}</small>
            </span>
          ))}
        </div>
      ))}
      <div role="row">
        <span role="rowheader">{words.colour}</span>
        {columns.map((each, at) => (
          <span role="cell" key={`${each.id}-${at}`}>
            <RiskTag colour={each.colour} />
            {each.override && <small>{overrideWords(each.derivedColour, each.override)}</small>}
          </span>
        ))}
      </div>
    </div>
  )
}

type Wished = NonNullable<ShownAssessment['override']>

function useOverrideWords() {
  const words = useWords(riskPageWords)
  const { colours, overrides } = useWords(careWords)
  return (derived: Colour, { colour, status }: Wished) => words.wished(colours[derived], colours[colour], overrides[status])
}

function OverrideState({ assessment }: { assessment: ShownAssessment }) {
  const words = useWords(riskPageWords)
  const { colours } = useWords(careWords)
  const overrideWords = useOverrideWords()
  const [act, setAct] = useState<'approve' | 'reject'>()
  const changed = useChanged()
  const { override, derivedColour, colour } = assessment
  if (override === null || override.status === 'lapsed') return null
  const decide = async (answer: { isApproved: boolean; answer?: string }) => {
    await client.decideOverride({ id: assessment.id, ...answer }); setAct(undefined); await changed()
  }
  return (
    <>
      <Alert
        type={override.status === 'pending' ? 'warning' : 'info'} showIcon className="xh-gap" title={overrideWords(derivedColour, override)}
        description={(
          <>
            <p>{words.why(assessment.overrideReason ?? '')}</p>
            {override.status === 'pending' && <p>{words.untilDecided(colours[colour])}</p>}
            {override.decidedName && <p>{words.decidedBy(override.decidedName, override.decidedOn ?? '', override.answer)}</p>}
            {override.mayDecide && (
              <div className="care-acts">
                <Button onClick={() => setAct('reject')}>{words.reject}</Button>
                <Button type="primary" onClick={() => setAct('approve')}>{words.approve}</Button>
              </div>
            )}
          </>
        )}
      />
      <ReasonDialog
        open={act === 'approve'} title={words.approveTitle(colours[override.colour])} confirmLabel={words.approve} onCancel={() => setAct(undefined)}
        isOptional label={words.wordsForAssessor} placeholder={words.wordsLead} maxLength={200} minLength={2}
        onConfirm={answer => decide({ isApproved: true, ...(answer === '' ? {} : { answer: cleanText(answer) }) })}
      >
        <p>{words.approveLead}</p>
      </ReasonDialog>
      <ReasonDialog
        open={act === 'reject'} title={words.rejectTitle} confirmLabel={words.reject} onCancel={() => setAct(undefined)}
        placeholder={words.wordsLead} maxLength={200} presets={words.rejectPresets}
        onConfirm={answer => decide({ isApproved: false, answer: cleanText(answer) })}
      >
        <p>{words.rejectLead(colours[derivedColour])}</p>
      </ReasonDialog>
    </>
  )
}
