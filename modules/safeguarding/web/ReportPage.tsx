import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { resultWords, situationTitles, stepWords } from '../rules/words.ts'
import { client, clockOf, queries, type ReadReport, useChanged } from './api.ts'
import { CloseReportDialog } from './CloseReportDialog.tsx'
import { ReaderSheet } from './ReaderSheet.tsx'
import { ReportState } from './ReportListPage.tsx'
import { StepDialog } from './StepDialog.tsx'
import './safeguarding.css'

/** One report, opened once: coming back to the window is no new reading. */
export default function ReportPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const once = { staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false } as const
  const asked = useQuery({ ...queries.openReport.queryOptions({ input: { id } }), ...once })
  if (asked.isError) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <ReportView report={asked.data} /> : <Skeleton active />
}

type Act = 'step' | 'close' | 'reopen'

function ReportView({ report }: { report: ReadReport }) {
  const [act, setAct] = useState<Act>()
  const changed = useChanged()
  const close = () => setAct(undefined)
  return (
    <Page
      title={`强制报告 ${report.number}`} width="text" back={{ to: '/safeguarding/reports', label: '强制报告处置' }}
      lead={<><ReportState status={report.status} /> {report.unitName} · {clockOf(report.filedAt)} 报告</>} actions={<Acts report={report} onAct={setAct} />}
    >
      <MatterSheet report={report} />
      <StepSheet report={report} />
      {report.closingResult && (
        <Sheet title="处置结果"><p><strong>{resultWords[report.closingResult]}</strong></p><p className="sg-words">{report.closingText}</p></Sheet>
      )}
      <ReaderSheet report={report} />
      {act === 'step' && <StepDialog report={report} onClose={close} />}
      {act === 'close' && <CloseReportDialog report={report} onClose={close} />}
      <ReasonDialog
        open={act === 'reopen'} title="重新办理这份报告？" confirmLabel="重新办理" onCancel={close} presets={['出现新情况', '办结有误']}
        onConfirm={async reason => { await client.reopenReport({ id: report.id, version: report.version, reason }); close(); await changed() }}
      >
        <p>原来的处置结果会撤下，处置记录都保留。</p>
      </ReasonDialog>
    </Page>
  )
}

function Acts({ report, onAct }: { report: ReadReport; onAct: (act: Act) => void }) {
  const print = <Button href={`/api/safeguarding/report.docx?id=${report.id}`}>打印报告表</Button>
  if (report.status === 'closed') return <>{print}<Button onClick={() => onAct('reopen')}>重新办理</Button></>
  return <>{print}<Button onClick={() => onAct('close')}>办结</Button><Button type="primary" onClick={() => onAct('step')}>登记处置</Button></>
}

function MatterSheet({ report }: { report: ReadReport }) {
  return (
    <Sheet title="报告内容">
      <dl className="sg-facts">
        <div><dt>情形</dt><dd>{report.situations.map(code => situationTitles[code]).join('、')}</dd></div>
        <div><dt>发现时间</dt><dd>{clockOf(report.seenAt)}</dd></div>
        {report.place && <div><dt>地点</dt><dd>{report.place}</dd></div>}
        <div><dt>孩子</dt><dd>{report.childId === null ? '没有登记在册' : <Link to={`/children/${report.childId}`}>{report.childLabel ?? '打开档案'}</Link>}</dd></div>
        {report.description && <div><dt>怎样辨认</dt><dd className="sg-words">{report.description}</dd></div>}
        <div><dt>看到、听到</dt><dd className="sg-words">{report.seen}</dd></div>
      </dl>
      <ReporterPart report={report} />
    </Sheet>
  )
}

/** Who reported is a second step, with a reason. */
function ReporterPart({ report }: { report: ReadReport }) {
  const [asking, setAsking] = useState(false)
  const [reporter, setReporter] = useState<Awaited<ReturnType<typeof client.openReporter>>>()
  if (!report.maySeeReporter) return <p className="xh-secondary">报告人保密，不对您开放。</p>
  if (reporter) return <p>报告人：<strong>{reporter.personName}</strong>，{reporter.unitName}{reporter.phone ? `，电话 ${reporter.phone}` : ''}。请保密。</p>
  return (
    <>
      <p><Button onClick={() => setAsking(true)}>查看报告人</Button></p>
      <ReasonDialog
        open={asking} title="查看报告人？" confirmLabel="查看" onCancel={() => setAsking(false)} presets={['公安机关要求核实', '需要向报告人了解细节']}
        onConfirm={async reason => { setReporter(await client.openReporter({ id: report.id, reason })); setAsking(false) }}
      >
        <p>报告人依法保密。查看的人、时间和原因会留下记录。</p>
      </ReasonDialog>
    </>
  )
}

function StepSheet({ report }: { report: ReadReport }) {
  return (
    <Sheet title="报告与处置经过">
      {report.steps.length === 0 && <p className="xh-secondary">还没有登记。请先向公安、民政或教育部门报告，再登记时间和回执。</p>}
      <ul className="xh-cards">
        {report.steps.map(step => (
          <li key={step.id}>
            <div className="xh-card-name">{clockOf(step.happenedAt)} {stepWords[step.kind]}</div>
            <p>
              {step.doneBy ?? '报告时填写'}{step.contact && `，对方：${step.contact}`}{step.receiptNumber && `，回执：${step.receiptNumber}`}
            </p>
            {step.text && <p className="sg-words">{step.text}</p>}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
