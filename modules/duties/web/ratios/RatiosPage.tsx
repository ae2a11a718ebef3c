import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { formatYuan } from '#platform/values/money.ts'
import { queries, useChanged, type ReadRatios, type ShownBody } from '../api.ts'
import { BodyChoice, Choice, OfBody, useBodyAddress } from '../OfBody.tsx'
import { words } from '../words.ts'
import { FigureTable } from './FigureTable.tsx'
import { KindsSheet } from './KindsSheet.tsx'
import { NotesSheet } from './NotesSheet.tsx'
import { RatioCards } from './RatioCards.tsx'
import { EarlierYearDialog, NoteDialog } from './dialogs.tsx'
import { ratioWords } from './words.ts'

/** The legal ratios of a body in a year. */
export default function RatiosPage() {
  return <OfBody>{(body, bodies) => <RatiosOf body={body} bodies={bodies} />}</OfBody>
}

function RatiosOf({ body, bodies }: { body: ShownBody; bodies: readonly ShownBody[] }) {
  const own = useWords(ratioWords)
  const { text, set } = useBodyAddress()
  const thisYear = Number(chinaToday().slice(0, 4))
  const wanted = Number(text('year'))
  const year = Number.isInteger(wanted) && wanted >= 2000 && wanted <= 2099 ? wanted : thisYear
  const asked = useQuery(queries.getRatios.queryOptions({ input: { bookId: body.id, year } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton active />
  const years = [...new Set([year, thisYear, thisYear - 1, thisYear - 2])].toSorted((one, other) => other - one)
  return (
    <Page title={own.title} lead={own.lead(body.name, asked.data.untilOn)} actions={asked.data.mayExplain && <Acts sheet={asked.data} />}>
      <div className="xh-filters">
        <BodyChoice body={body} bodies={bodies} />
        <Choice label={own.year} value={String(year)} options={years.map(each => ({ value: String(each), label: own.yearOf(each) }))}
          onChange={chosen => set('year', chosen)} />
      </div>
      <ShownRatios sheet={asked.data} />
    </Page>
  )
}

function ShownRatios({ sheet }: { sheet: ReadRatios }) {
  const texts = useWords(words)
  const own = useWords(ratioWords)
  const { rule, judged, forecast } = sheet
  if (sheet.body.kind === null) return <Sheet><p>{own.notBound}</p></Sheet>
  if (rule === null) return <><Sheet><p>{own.noRule}</p></Sheet><KindsSheet sheet={sheet} /></>
  const { number, conflict } = sheet.leave
  const late = forecast?.judged.filter(({ verdict }) => verdict === 'short') ?? []
  return (
    <>
      {conflict !== null && (
        <Alert
          type="warning" showIcon title={own.leaveConflicts[conflict](texts.bodyKindWords[rule.bodyKind], sheet.untilOn)}
          description={<Link to="/campaigns/qualifications">{own.seeLeave}</Link>}
        />
      )}
      {late.map(({ ratio }) => <Alert key={ratio} type="warning" showIcon title={own.warnShort(own.ratioWords[ratio])} />)}
      <Sheet title={own.title}>
        {judged.length === 0 ? <p>{own.beforeBooks}</p> : <RatioCards judged={judged} rule={rule} />}
        <p className="xh-secondary">
          {own.rule} · {own.ruleText(texts.bodyKindWords[rule.bodyKind], rule.validFrom)} · {rule.source}
          {rule.floorFen > 0 && ` · ${own.step(formatYuan(rule.floorFen))}`}{!rule.isVerified && ` · ${texts.unverified}`}
          {' · '}{number === null ? own.leaveNone : own.leaveHeld(number)}
        </p>
      </Sheet>
      {sheet.before.map(was => (
        <Sheet key={was.untilOn} title={own.ifBefore(texts.bodyKindWords[was.rule.bodyKind], was.untilOn)}>
          <RatioCards judged={was.judged} rule={was.rule} />
          <p className="xh-secondary">{own.ifBeforeLead}</p>
        </Sheet>
      ))}
      {forecast !== null && (
        <Sheet title={own.forecast}>
          <RatioCards judged={forecast.judged} rule={rule} />
          <p className="xh-secondary">{own.forecastRule(forecast.elapsedDays, forecast.yearDays, formatYuan(forecast.promisedFen))}</p>
        </Sheet>
      )}
      <Sheet title={own.figures}><FigureTable sheet={sheet} /></Sheet>
      <KindsSheet sheet={sheet} />
      <NotesSheet sheet={sheet} />
    </>
  )
}

function Acts({ sheet }: { sheet: ReadRatios }) {
  const own = useWords(ratioWords)
  const [step, setStep] = useState<'note' | 'earlier'>()
  const changed = useChanged()
  const close = () => setStep(undefined)
  const done = async () => { close(); await changed() }
  if (sheet.body.kind === null) return null
  return (
    <>
      <Button onClick={() => setStep('earlier')}>{own.addEarlier}</Button>
      <Button type="primary" onClick={() => setStep('note')}>{own.addNote}</Button>
      {step === 'note' && <NoteDialog sheet={sheet} onClose={close} onDone={done} />}
      {step === 'earlier' && <EarlierYearDialog sheet={sheet} onClose={close} onDone={done} />}
    </>
  )
}
