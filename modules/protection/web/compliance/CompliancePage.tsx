import { FileWordOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { App, Button, Select, Skeleton } from 'antd'
import { useId, useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, type ShownCompliance, useChanged } from '../api.ts'
import '../protection.css'
import { nameWords } from '../words/name-words.ts'
import { pageWords } from '../words/page-words.ts'

/** The yearly report: every figure by age, each a link to the records it was counted from. */
export default function CompliancePage() {
  const { year } = useSearch({ strict: false }) as { year?: string }
  const asked = useQuery(queries.getComplianceReport.queryOptions({ input: year === undefined ? {} : { year: Number(year) } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <ReportView report={asked.data} /> : <Skeleton active />
}

function ReportView({ report }: { report: ShownCompliance }) {
  const texts = useWords(pageWords)
  const { safeguards } = useWords(nameWords)
  const settled = report.savedName === null
    ? <StatusTag tone="info">{texts.countedOn(report.countedOn)}</StatusTag>
    : <StatusTag tone="good">{texts.settledBy(report.savedName, report.countedOn)}</StatusTag>
  return (
    <Page
      title={texts.complianceOf(report.year)} lead={<>{texts.complianceLead(report.unitName, report.dueOn)} {settled}</>}
      actions={(
        <>
          <Button icon={<FileWordOutlined aria-hidden />} href={`/api/compliance-report.docx?year=${report.year}&unit=${report.unitCode}`}>
            {texts.download}
          </Button>
          {report.maySave && <SettleButton year={report.year} />}
        </>
      )}
    >
      <YearChoice year={report.year} />
      <FigureSheet report={report} />
      <Sheet title={texts.safeguards}><ul>{safeguards.map((safeguard) => <li key={safeguard}>{safeguard}</li>)}</ul></Sheet>
    </Page>
  )
}

function YearChoice({ year }: { year: number }) {
  const texts = useWords(pageWords)
  const [thisYear] = useState(() => new Date().getFullYear())
  const id = useId()
  const navigate = useNavigate()
  const years = Array.from({ length: 5 }, (_, back) => String(thisYear - back))
  return (
    <section className="xh-list" aria-label={texts.chooseYear}>
      <div className="xh-filters">
        <div className="xh-filter">
          <label htmlFor={id}>{texts.year}</label>
          <Select
            id={id} value={String(year)} options={years.map((each) => ({ value: each, label: texts.yearOf(each) }))}
            onChange={(chosen) => void navigate({ to: '/compliance-report', search: { year: chosen } as never })}
          />
        </div>
      </div>
    </section>
  )
}

const bands = ['under-14', '14-to-18', 'other'] as const

function FigureSheet({ report }: { report: ShownCompliance }) {
  const texts = useWords(pageWords)
  const { figures } = useWords(nameWords)
  return (
    <Sheet title={texts.handling}>
      <ul className="protection-figures">
        <li aria-hidden="true"><span>{texts.figure}</span>{bands.map((band) => <span key={band}>{texts.bands[band]}</span>)}</li>
        {report.figures.map((figure) => (
          <li key={figure.code}>
            <strong>{figures[figure.code as keyof typeof figures]}</strong>
            {bands.map((band) => <Count key={band} report={report} figure={figure} band={band} />)}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

type Counted = { report: ShownCompliance; figure: ShownCompliance['figures'][number]; band: (typeof bands)[number] }

/** A number that opens its records; the age stands beside it where there is no column for it. */
function Count({ report, figure, band }: Counted) {
  const texts = useWords(pageWords)
  const { figures } = useWords(nameWords)
  const count = texts.countOf(figure[band], figure.unit)
  const full = `${figures[figure.code as keyof typeof figures]} ${texts.bands[band]} ${count}`
  return (
    <Link to="/compliance-report/rows" search={{ year: String(report.year), code: figure.code, band } as never} aria-label={full}>
      <span className="protection-band">{texts.bands[band]}</span><span>{count}</span>
    </Link>
  )
}

function SettleButton({ year }: { year: number }) {
  const texts = useWords(pageWords)
  const changed = useChanged()
  const { message } = App.useApp()
  const [isAsking, setIsAsking] = useState(false)
  const settle = async () => {
    await client.saveComplianceReport({ year })
    setIsAsking(false)
    void message.success(texts.settled)
    await changed()
  }
  return (
    <>
      <Button type="primary" onClick={() => setIsAsking(true)}>{texts.settle}</Button>
      <ConfirmDialog open={isAsking} title={texts.settleTitle(year)} confirmLabel={texts.settle} onConfirm={settle} onCancel={() => setIsAsking(false)}>
        {texts.settleLead}
      </ConfirmDialog>
    </>
  )
}
