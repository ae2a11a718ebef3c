import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Skeleton } from 'antd'
import { useId } from 'react'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { Advice } from '#platform/ui/list/RecordList.tsx'
import { FigureCard, Figures } from '#platform/ui/pieces/FigureCard.tsx'
import { PrintButton } from '#platform/ui/pieces/PrintButton.tsx'
import { queryOf, rowsPath, useFigureAddress } from './address.ts'
import { queries, type ShownFigure } from './api.ts'
import { PeriodChoice, UnitChoice } from './Choices.tsx'
import { FigureTable } from './FigureTable.tsx'
import { writeValue } from './write-value.ts'

const chief = ['units.founded-rate', 'volunteers.active', 'children.registered', 'cases.open', 'visits.made', 'visits.children']

/** Every figure of a unit and period; each number opens the records it was counted from. */
export default function FiguresPage() {
  const { asked, text, set } = useFigureAddress()
  const searchId = useId()
  const found = useQuery(queries.listFigures.queryOptions({ input: asked }))
  if (found.isError) return <ProblemPage problem={found.error} onRetry={() => void found.refetch()} />
  const words = text('q') ?? ''
  const items = (found.data?.items ?? []).filter(item => `${item.name}${item.code}${item.definition}`.includes(words))
  const period = asked.period ?? found.data?.period.code ?? ''
  const thisYear = Number((found.data?.today ?? period).slice(0, 4))
  const lead = found.data && `${found.data.unitName} · ${found.data.period.label} · 存量截至${found.data.period.asOf}。点数字可看到它统计的每一条记录。`
  return (
    <Page
      title="统计数字" lead={lead}
      actions={<><PrintButton /><ExportButton query={queryOf({ ...asked, q: text('q') })} /></>}
    >
      <section className="xh-list" aria-label="筛选">
        <div className="xh-filters">
          <UnitChoice name={found.data?.unitName} onChange={code => set('unit', code)} />
          {period !== '' && <PeriodChoice value={period} thisYear={thisYear} onChange={chosen => set('period', chosen)} />}
          <div className="xh-filter xh-search">
            <label htmlFor={searchId}>查找指标</label>
            <Input id={searchId} allowClear defaultValue={words} placeholder="名称或口径中的字" onChange={event => set('q', event.target.value)} />
          </div>
        </div>
      </section>
      {found.isPending && <Skeleton active />}
      {found.data && words === '' && <ChiefFigures items={found.data.items} asked={asked} />}
      {found.data && items.length === 0 && <Sheet><Advice title="没有这样的指标" lead="换几个字再找，或清空查找内容。" /></Sheet>}
      {groupsOf(items).map(([group, members]) => <Sheet key={group} title={group}><FigureTable caption={group} items={members} asked={asked} /></Sheet>)}
    </Page>
  )
}

const ExportButton = ({ query }: { query: string }) =>
  <Button icon={<DownloadOutlined aria-hidden="true" />} href={`/api/figures.xlsx${query}`}>导出表格</Button>

function ChiefFigures({ items, asked }: { items: readonly ShownFigure[]; asked: { unit?: string; period?: string } }) {
  const shown = chief.flatMap(code => items.filter(item => item.code === code))
  return (
    <Figures>
      {shown.map(item => <FigureCard key={item.code} label={item.name} value={writeValue(item.value)} unit={item.unit} to={rowsPath(item.code, asked)} />)}
    </Figures>
  )
}

function groupsOf(items: readonly ShownFigure[]): [string, ShownFigure[]][] {
  const names = [...new Set(items.map(item => item.group))]
  return names.map(name => [name, items.filter(item => item.group === name)])
}
