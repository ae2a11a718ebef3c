import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { ConfirmDialog, ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { scales, type Colour, type OverrideStatus } from '../../contract.ts'
import { colourWords, overrideStatusWords, scaleWords } from '../../rules/words.ts'
import { client, type OpenedCase, type ShownAssessment, useChanged } from '../api.ts'
import { RiskTag } from '../RiskTag.tsx'

/** Every assessment of the case; two of them stand side by side, the latest and the one before to begin with. */
export function AssessmentSheet({ of }: { of: OpenedCase }) {
  const [latest, before] = of.assessments
  if (latest === undefined) return null
  return (
    <Sheet title="风险评估">
      {latest.override !== null && <OverrideState assessment={latest} />}
      {before === undefined ? <Levels columns={[latest]} /> : <Comparison of={of} latest={latest} before={before} />}
    </Sheet>
  )
}

function Comparison({ of, latest, before }: { of: OpenedCase; latest: ShownAssessment; before: ShownAssessment }) {
  const [ids, setIds] = useState({ one: before.id, other: latest.id })
  const options = of.assessments.map(
    ({ id, assessedOn, colour, assessedName }) => ({ value: id, label: `${assessedOn} ${colourWords[colour]} ${assessedName}` })
  )
  const find = (id: string) => of.assessments.find(each => each.id === id) ?? latest
  return (
    <>
      <div className="care-acts xh-gap">
        <Select aria-label="与哪一次比较" value={ids.one} options={options} onChange={one => setIds({ ...ids, one })} />
        <Select aria-label="比较哪一次" value={ids.other} options={options} onChange={other => setIds({ ...ids, other })} />
      </div>
      <Levels columns={[find(ids.one), find(ids.other)]} />
    </>
  )
}

/** The three scales in rows, an assessment in each column; what differs says so in words. */
function Levels({ columns }: { columns: readonly ShownAssessment[] }) {
  const [one, other] = columns
  return (
    <div className="care-compare" role="table" aria-label="评估比较">
      <div role="row">
        <span role="columnheader">量表</span>
        {columns.map((each, at) => <span role="columnheader" key={`${each.id}-${at}`}>{each.assessedOn}，{each.assessedName}</span>)}
      </div>
      {scales.map(scale => (
        <div role="row" key={scale}>
          <span role="rowheader">{scaleWords[scale]}{other && one && changeWords(one.scores[scale], other.scores[scale])}</span>
          {columns.map((each, at) => (
            <span role="cell" key={`${each.id}-${at}`}>
              <strong>{each.scores[scale]}分 {each.levels[scale].title}</strong><small>{each.levels[scale].wording}</small>
            </span>
          ))}
        </div>
      ))}
      <div role="row">
        <span role="rowheader">颜色</span>
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

const changeWords = (before: number, after: number) => (before === after ? '（不变）' : after > before ? '（加重）' : '（减轻）')

const overrideWords = (derived: Colour, { colour, status }: { colour: Colour; status: OverrideStatus }) =>
  `量表为${colourWords[derived]}，拟调整为${colourWords[colour]}：${overrideStatusWords[status]}`

function OverrideState({ assessment }: { assessment: ShownAssessment }) {
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
            <p>理由：{assessment.overrideReason}</p>
            {override.status === 'pending' && <p>审批以前按较重的{colourWords[colour]}走访。审批要由评估人以外的人办理。</p>}
            {override.decidedName && <p>{override.decidedName} {override.decidedOn} 审批{override.answer && `：${override.answer}`}</p>}
            {override.mayDecide && (
              <div className="care-acts">
                <Button onClick={() => setAct('reject')}>不同意</Button><Button type="primary" onClick={() => setAct('approve')}>同意调整</Button>
              </div>
            )}
          </>
        )}
      />
      <ConfirmDialog
        open={act === 'approve'} title={`同意调整为${colourWords[override.colour]}？`} confirmLabel="同意调整" onCancel={() => setAct(undefined)}
        onConfirm={() => decide({ isApproved: true })}
      >
        从今天起按调整后的颜色安排走访。
      </ConfirmDialog>
      <ReasonDialog
        open={act === 'reject'} title="不同意调整颜色？" confirmLabel="不同意" onCancel={() => setAct(undefined)}
        presets={['理由不充分，请补充', '现场情况未改变']} onConfirm={answer => decide({ isApproved: false, answer: answer.slice(0, 200) })}
      >
        <p>从今天起按量表的{colourWords[derivedColour]}安排走访，评估人会收到消息。理由里请不要写孩子的姓名。</p>
      </ReasonDialog>
    </>
  )
}
