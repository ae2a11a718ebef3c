import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Skeleton } from 'antd'
import { useId } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { Advice } from '#platform/ui/list/RecordList.tsx'
import { FigureCard, Figures } from '#platform/ui/pieces/FigureCard.tsx'
import { PrintButton } from '#platform/ui/pieces/PrintButton.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queryOf, rowsPath, useFigureAddress } from './address.ts'
import { queries, type ShownFigure } from './api.ts'
import { PeriodChoice, UnitChoice } from './Choices.tsx'
import { FigureTable } from './FigureTable.tsx'
import { isOfPeriod, NothingToCount } from './NothingToCount.tsx'
import { writeValue } from './write-value.ts'
import { words } from './words.ts'

const chief = ['units.founded-rate', 'volunteers.active', 'children.registered', 'cases.open', 'visits.made', 'visits.children']

/** Every figure of a unit and period; each number opens the records it was counted from. */
export default function FiguresPage() {
  const texts = useWords(words)
  const { asked, text, set } = useFigureAddress()
  const searchId = useId()
  const found = useQuery(queries.listFigures.queryOptions({ input: asked }))
  if (isOfPeriod(found.error)) return <NothingToCount period={asked.period} onLeave={() => set('period', undefined)} />
  if (hasNothingToShow(found)) return <ProblemPage problem={found.error} onRetry={() => void found.refetch()} />
  const sought = text('q') ?? ''
  const items = (found.data?.items ?? []).filter(item => `${item.name}${item.code}${item.definition}`.includes(sought))
  const period = asked.period ?? found.data?.period.code ?? ''
  const lead = found.data && texts.lead(found.data.unitName, texts.periodText(found.data.period), found.data.period.asOf)
  return (
    <Page
      title={texts.figures} lead={lead}
      actions={<><PrintButton /><ExportButton query={queryOf({ ...asked, q: text('q') })} /></>}
    >
      <section className="xh-list" aria-label={texts.filters}>
        <div className="xh-filters">
          <UnitChoice name={found.data?.unitName} onChange={code => set('unit', code)} />
          {found.data && <PeriodChoice value={period} begun={found.data} onChange={chosen => set('period', chosen)} />}
          <div className="xh-filter xh-search">
            <label htmlFor={searchId}>{texts.find}</label>
            <Input id={searchId} allowClear defaultValue={sought} placeholder={texts.findHint} onChange={event => set('q', event.target.value)} />
          </div>
        </div>
      </section>
      {found.isPending && <Skeleton active />}
      {found.data && sought === '' && <ChiefFigures items={found.data.items} asked={asked} />}
      {found.data && items.length === 0 && <Sheet><Advice title={texts.noneTitle} lead={texts.noneLead} /></Sheet>}
      {groupsOf(items).map(([group, members]) => <Sheet key={group} title={group}><FigureTable caption={group} items={members} asked={asked} /></Sheet>)}
    </Page>
  )
}

function ExportButton({ query }: { query: string }) {
  const { exportTable } = useWords(words)
  return <Button icon={<DownloadOutlined aria-hidden="true" />} href={`/api/figures.xlsx${query}`}>{exportTable}</Button>
}

function ChiefFigures({ items, asked }: { items: readonly ShownFigure[]; asked: { unit?: string; period?: string } }) {
  const texts = useWords(words)
  const shown = chief.flatMap(code => items.filter(item => item.code === code))
  return (
    <Figures>
      {shown.map(item => (
        <FigureCard key={item.code} label={item.name} value={writeValue(item.value)} unit={texts.unitText(item.unit)} to={rowsPath(item.code, asked)} />
      ))}
    </Figures>
  )
}

function groupsOf(items: readonly ShownFigure[]): [string, ShownFigure[]][] {
  const names = [...new Set(items.map(item => item.group))]
  return names.map(name => [name, items.filter(item => item.group === name)])
}
