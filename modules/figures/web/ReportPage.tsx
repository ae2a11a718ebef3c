import { FileWordOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Segmented, Select, Skeleton } from 'antd'
import { useId } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { isRefusal } from '#platform/ui/api/refusal.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { Advice } from '#platform/ui/list/RecordList.tsx'
import { PrintButton } from '#platform/ui/pieces/PrintButton.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queryOf, useFigureAddress } from './address.ts'
import { queries, type ShownReport } from './api.ts'
import { UnitChoice } from './Choices.tsx'
import { ReportEditor } from './ReportEditor.tsx'
import { ReportPreview } from './ReportPreview.tsx'
import { reportWords as words } from './report-words.ts'
import { words as figureWords } from './words.ts'

type Template = 'summary' | 'speech'

/** The yearly report: the text at the left, what becomes of it at the right, every figure a link to its records. */
export default function ReportPage() {
  const texts = useWords(words)
  const { asked, text, set } = useFigureAddress()
  const session = useSession()
  const asYear = text('year')
  const template: Template = text('template') === 'speech' ? 'speech' : 'summary'
  const found = useQuery(queries.getYearlyReport.queryOptions({ input: { template, ...asked, ...(asYear === undefined ? {} : { year: Number(asYear) }) } }))
  if (isRefusal(found.error, 'YEAR_NOT_BEGUN')) return <NotBegun year={asYear ?? ''} onLeave={() => set('year', undefined)} />
  if (hasNothingToShow(found)) return <ProblemPage problem={found.error} onRetry={() => void found.refetch()} />
  const report = found.data
  const year = report?.year ?? Number(asYear)
  const mayWrite = session.may('report.write') && report !== undefined && report.status !== 'approved'
  return (
    <Page
      title={texts.report} lead={texts.lead}
      actions={<><PrintButton />{report && <DownloadButtons report={report} template={template} />}</>}
    >
      <section className="xh-list" aria-label={texts.choose}>
        <div className="xh-filters">
          <UnitChoice name={report?.unitName} onChange={code => set('unit', code)} />
          {report && <YearChoice year={year} thisYear={report.thisYear} onChange={chosen => set('year', chosen)} />}
          <Segmented<Template>
            aria-label={texts.template} value={template} onChange={chosen => set('template', chosen)}
            options={[{ value: 'summary', label: texts.templates.summary }, { value: 'speech', label: texts.templates.speech }]}
          />
          {report && <ReportStatus report={report} />}
        </div>
      </section>
      {report === undefined && <Skeleton active />}
      {report && (
        <div className={mayWrite ? 'xh-home' : ''}>
          {mayWrite && (
            <div className="xh-screen-only"><ReportEditor key={`${report.unitCode} ${year} ${template}`} report={report} template={template} /></div>)}
          <div className="xh-paper"><Sheet title={texts.preview}><ReportPreview report={report} /></Sheet></div>
        </div>
      )}
    </Page>
  )
}

/** The address asks for a year to come: nothing is wrong with the page, there is only nothing to tell. */
function NotBegun({ year, onLeave }: { year: string; onLeave: () => void }) {
  const texts = useWords(words)
  return (
    <Page title={texts.report}>
      <Sheet>
        <Advice title={texts.notBegun(year)} lead={texts.notBegunLead} action={<Button type="primary" onClick={onLeave}>{texts.thisYear}</Button>} />
      </Sheet>
    </Page>
  )
}

function YearChoice({ year, thisYear, onChange }: { year: number; thisYear: number; onChange: (year: string) => void }) {
  const { year: yearLabel, yearOf } = useWords(figureWords)
  const id = useId()
  const years = Array.from({ length: 10 }, (_, back) => String(thisYear - back))
  return (
    <div className="xh-filter">
      <label htmlFor={id}>{yearLabel}</label>
      <Select id={id} value={String(year)} onChange={onChange} options={years.map(each => ({ value: each, label: yearOf(each) }))} />
    </div>
  )
}

function ReportStatus({ report }: { report: ShownReport }) {
  const texts = useWords(words)
  if (report.status === 'approved') return <StatusTag tone="good">{texts.approvedBy(report.approvedByName ?? '')}</StatusTag>
  if (report.status === 'draft') return <StatusTag tone="info">{texts.draftOf(report.version, report.updatedByName ?? '')}</StatusTag>
  return <StatusTag tone="neutral">{texts.unsaved}</StatusTag>
}

function DownloadButtons({ report, template }: { report: ShownReport; template: Template }) {
  const texts = useWords(words)
  const query = { unit: report.unitCode, year: String(report.year), template }
  const icon = <FileWordOutlined aria-hidden="true" />
  return (
    <>
      <Button icon={icon} href={`/api/reports/yearly.docx${queryOf({ ...query, sources: 'true' })}`}>{texts.downloadSources}</Button>
      <Button type="primary" icon={icon} href={`/api/reports/yearly.docx${queryOf(query)}`}>{texts.download}</Button>
    </>
  )
}
