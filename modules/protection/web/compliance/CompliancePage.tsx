import { FileWordOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { App, Button, Select, Skeleton } from 'antd'
import { useId, useState } from 'react'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { client, queries, type ShownCompliance, useChanged } from '../api.ts'

/** The yearly report: every figure by age, each a link to the records it was counted from. */
export default function CompliancePage() {
  const { year } = useSearch({ strict: false }) as { year?: string }
  const asked = useQuery(queries.getComplianceReport.queryOptions({ input: year === undefined ? {} : { year: Number(year) } }))
  if (asked.isError) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <ReportView report={asked.data} /> : <Skeleton active />
}

function ReportView({ report }: { report: ShownCompliance }) {
  const settled = report.savedName === null
    ? <StatusTag tone="info">按 {report.countedOn} 的记录统计，尚未定稿</StatusTag>
    : <StatusTag tone="good">{report.savedName}已定稿，数字固定于 {report.countedOn}</StatusTag>
  return (
    <Page
      title={`${report.year}年合规报告`} lead={<>{report.unitName}及以下 · {report.dueOn} 前向设区的市网信部门报送 {settled}</>}
      actions={(
        <>
          <Button icon={<FileWordOutlined aria-hidden />} href={`/api/compliance-report.docx?year=${report.year}&unit=${report.unitCode}`}>下载 .docx</Button>
          {report.maySave && <SettleButton year={report.year} />}
        </>
      )}
    >
      <YearChoice year={report.year} />
      <FigureSheet report={report} />
      <Sheet title="保护措施"><ul>{report.safeguards.map((safeguard) => <li key={safeguard}>{safeguard}</li>)}</ul></Sheet>
    </Page>
  )
}

function YearChoice({ year }: { year: number }) {
  const [thisYear] = useState(() => new Date().getFullYear())
  const id = useId()
  const navigate = useNavigate()
  const years = Array.from({ length: 5 }, (_, back) => String(thisYear - back))
  return (
    <section className="xh-list" aria-label="选择年份">
      <div className="xh-filters">
        <div className="xh-filter">
          <label htmlFor={id}>年份</label>
          <Select
            id={id} value={String(year)} options={years.map((each) => ({ value: each, label: `${each}年` }))}
            onChange={(chosen) => void navigate({ to: '/compliance-report', search: { year: chosen } as never })}
          />
        </div>
      </div>
    </section>
  )
}

const bands = [['under-14', '不满十四周岁'], ['14-to-18', '十四至十八周岁'], ['other', '不分年龄']] as const

function FigureSheet({ report }: { report: ShownCompliance }) {
  return (
    <Sheet title="处理情况">
      <ul className="xh-plain">
        {report.figures.map((figure) => (
          <li key={figure.code} className="xh-gap">
            <strong>{figure.group}：{figure.name}</strong>
            {bands.map(([band, label]) => (
              <div key={band}><RowsLink report={report} code={figure.code} band={band}>{`${label}：${figure[band]}${figure.unit}`}</RowsLink></div>
            ))}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

function RowsLink({ report, code, band, children }: { report: ShownCompliance; code: string; band: string; children: string }) {
  return <Link to="/compliance-report/rows" search={{ year: String(report.year), code, band } as never}>{children}</Link>
}

function SettleButton({ year }: { year: number }) {
  const changed = useChanged()
  const { message } = App.useApp()
  const [isAsking, setIsAsking] = useState(false)
  const settle = async () => {
    await client.saveComplianceReport({ year })
    setIsAsking(false)
    void message.success('已定稿，数字不再变化。')
    await changed()
  }
  return (
    <>
      <Button type="primary" onClick={() => setIsAsking(true)}>定稿</Button>
      <ConfirmDialog open={isAsking} title={`${year}年报告定稿？`} confirmLabel="定稿" onConfirm={settle} onCancel={() => setIsAsking(false)}>
        定稿后数字固定，以后的更正不再改变这份报告。
      </ConfirmDialog>
    </>
  )
}
