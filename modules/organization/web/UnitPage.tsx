import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Breadcrumb, Skeleton, Timeline } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { Slot } from '#platform/ui/slots.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries, type ShownUnit } from './api.ts'
import { AsOfDay } from './AsOfDay.tsx'
import { ChangeMenu } from './ChangeMenu.tsx'
import { PostTable } from './PostTable.tsx'
import { RuleList } from './RuleList.tsx'
import { UnitFacts } from './UnitCard.tsx'
import { words } from './words.ts'
import './units.css'

/** One unit: what it is, who leads it, its rules, what happened to it. */
export default function UnitPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getUnit.queryOptions({ input: { id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <UnitView unit={asked.data} /> : <Skeleton active />
}

function UnitView({ unit }: { unit: ShownUnit }) {
  const texts = useWords(words)
  const { aside, joined, labelled } = useWords()
  const { may, unit: own } = useSession()
  const first = Math.max(unit.path.findIndex(step => step.id === own.id), 0)
  const above = unit.path.slice(first, -1).map(step => ({ key: step.id, title: <Link to={`/units/${step.id}`}>{step.name}</Link> }))
  return (
    <Page title={unit.name} lead={<Breadcrumb items={[...above, { key: unit.id, title: unit.name }]} />} back={{ to: '/units', label: texts.units }}
      actions={<ChangeMenu unit={unit} />}>
      <Sheet><UnitFacts unit={unit} /></Sheet>
      {may('post.read') && <PostTable unit={unit} />}
      {may('post.read') && <RuleList unit={unit} />}
      <Slot name="unit-page" props={{ unitId: unit.id, unitCode: unit.unitCode }} />
      <Sheet title={texts.changes}>
        {unit.changes.length === 0
          ? <p className="xh-secondary">{texts.noChanges}</p>
          : <Timeline items={unit.changes.map(done => changeItem(done, texts.changeWords[done.change], aside))} />}
      </Sheet>
      <Sheet title={texts.formerStates}>
        {unit.formerStates.map((state, at) => (
          <p key={at}>
            {labelled(`${texts.untilWord} ${state.untilOn}`, state.name)}{aside(joined([state.parentName, state.unitCode].flatMap(each => each ?? [])))}
          </p>
        ))}
        <AsOfDay unitId={unit.id} />
      </Sheet>
    </Page>
  )
}

function changeItem(done: ShownUnit['changes'][number], change: string, aside: (text: string) => string) {
  const other = done.otherUnitName === null ? '' : aside(done.otherUnitName)
  return {
    key: done.id,
    content: <>{done.happenedOn} {change}{other}{done.reason && <> · {done.reason}</>} <span
      className="xh-secondary">{done.personName}</span></>,
  }
}
