import { FileWordOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Segmented, Select, Skeleton } from 'antd'
import { useId } from 'react'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { PrintButton } from '#platform/ui/pieces/PrintButton.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { queryOf, useFigureAddress } from './address.ts'
import { queries, type ShownReport } from './api.ts'
import { UnitChoice } from './Choices.tsx'
import { ReportEditor } from './ReportEditor.tsx'
import { ReportPreview } from './ReportPreview.tsx'

type Template = 'summary' | 'speech'

/** The yearly report: the text at the left, what becomes of it at the right, every figure a link to its records. */
export default function ReportPage() {
  const { asked, text, set } = useFigureAddress()
  const session = useSession()
  const asYear = text('year')
  const template: Template = text('template') === 'speech' ? 'speech' : 'summary'
  const found = useQuery(queries.getYearlyReport.queryOptions({ input: { template, ...asked, ...(asYear === undefined ? {} : { year: Number(asYear) }) } }))
  if (found.isError) return <ProblemPage problem={found.error} onRetry={() => void found.refetch()} />
  const report = found.data
  const year = report?.year ?? Number(asYear)
  const mayWrite = session.may('report.write') && report !== undefined && report.status !== 'approved'
  return (
    <Page
      title="年度报告" lead="文字里的每个数字都从记录统计，点开可看到明细；余、约、万只改变文中写法，不改变数字。"
      actions={<><PrintButton />{report && <DownloadButtons report={report} template={template} />}</>}
    >
      <section className="xh-list" aria-label="选择报告">
        <div className="xh-filters">
          <UnitChoice name={report?.unitName} onChange={code => set('unit', code)} />
          {report && <YearChoice year={year} thisYear={report.thisYear} onChange={chosen => set('year', chosen)} />}
          <Segmented<Template>
            aria-label="模板" value={template} onChange={chosen => set('template', chosen)}
            options={[{ value: 'summary', label: '年度工作总结' }, { value: 'speech', label: '讲话回顾段' }]}
          />
          {report && <ReportStatus report={report} />}
        </div>
      </section>
      {report === undefined && <Skeleton active />}
      {report && (
        <div className={mayWrite ? 'xh-home' : ''}>
          {mayWrite && <ReportEditor key={`${report.unitCode} ${year} ${template}`} report={report} template={template} />}
          <Sheet title="预览"><ReportPreview report={report} /></Sheet>
        </div>
      )}
    </Page>
  )
}

function YearChoice({ year, thisYear, onChange }: { year: number; thisYear: number; onChange: (year: string) => void }) {
  const id = useId()
  const years = Array.from({ length: 10 }, (_, back) => String(thisYear - back))
  return (
    <div className="xh-filter">
      <label htmlFor={id}>年份</label>
      <Select id={id} value={String(year)} onChange={onChange} options={years.map(each => ({ value: each, label: `${each}年` }))} />
    </div>
  )
}

function ReportStatus({ report }: { report: ShownReport }) {
  if (report.status === 'approved') return <StatusTag tone="good">已由{report.approvedByName}审定，数字已固定</StatusTag>
  if (report.status === 'draft') return <StatusTag tone="info">草稿第{report.version}版，{report.updatedByName}保存</StatusTag>
  return <StatusTag tone="neutral">模板原文，尚未保存</StatusTag>
}

function DownloadButtons({ report, template }: { report: ShownReport; template: Template }) {
  const query = { unit: report.unitCode, year: String(report.year), template }
  const icon = <FileWordOutlined aria-hidden="true" />
  return (
    <>
      <Button icon={icon} href={`/api/reports/yearly.docx${queryOf({ ...query, sources: 'true' })}`}>下载（附数字出处）</Button>
      <Button type="primary" icon={icon} href={`/api/reports/yearly.docx${queryOf(query)}`}>下载 .docx</Button>
    </>
  )
}
