import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { useWords } from '#platform/ui/words.ts'
import { minuteInChina } from '#platform/values/local-date.ts'
import { client, queries, type ReadReport, useChanged } from './api.ts'
import { CloseReportDialog } from './CloseReportDialog.tsx'
import { ReaderSheet } from './ReaderSheet.tsx'
import { ReportState } from './ReportListPage.tsx'
import { StepDialog } from './StepDialog.tsx'
import './safeguarding.css'
import { words } from './words.ts'

/** One report, opened once: coming back to the window is no new reading. */
export default function ReportPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const once = { staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false } as const
  const asked = useQuery({ ...queries.openReport.queryOptions({ input: { id } }), ...once })
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <ReportView report={asked.data} /> : <Skeleton active />
}

type Act = 'step' | 'close' | 'reopen'

function ReportView({ report }: { report: ReadReport }) {
  const texts = useWords(words)
  const [act, setAct] = useState<Act>()
  const changed = useChanged()
  const close = () => setAct(undefined)
  return (
    <Page
      title={texts.reportOf(report.number)} width="text" back={{ to: '/safeguarding/reports', label: texts.reports }}
      lead={<><ReportState status={report.status} /> {report.unitName} · {texts.filedOf(minuteInChina(report.filedAt))}</>}
      actions={<Acts report={report} onAct={setAct} />}
    >
      <MatterSheet report={report} />
      <StepSheet report={report} />
      {report.closingResult && (
        <Sheet title={texts.outcome}><p><strong>{texts.resultWords[report.closingResult]}</strong></p><p className="sg-words">{report.closingText}</p></Sheet>
      )}
      <ReaderSheet report={report} />
      {act === 'step' && <StepDialog report={report} onClose={close} />}
      {act === 'close' && <CloseReportDialog report={report} onClose={close} />}
      <ReasonDialog
        open={act === 'reopen'} title={texts.reopenTitle} confirmLabel={texts.reopen} onCancel={close} presets={texts.reopenPresets}
        onConfirm={async reason => { await client.reopenReport({ id: report.id, version: report.version, reason }); close(); await changed() }}
      >
        <p>{texts.reopenLead}</p>
      </ReasonDialog>
    </Page>
  )
}

function Acts({ report, onAct }: { report: ReadReport; onAct: (act: Act) => void }) {
  const texts = useWords(words)
  const print = <Button href={`/api/safeguarding/report.docx?id=${report.id}`}>{texts.print}</Button>
  if (report.status === 'closed') return <>{print}<Button onClick={() => onAct('reopen')}>{texts.reopen}</Button></>
  return (
    <>
      {print}<Button onClick={() => onAct('close')}>{texts.close}</Button>
      <Button type="primary" onClick={() => onAct('step')}>{texts.recordStep}</Button>
    </>
  )
}

function MatterSheet({ report }: { report: ReadReport }) {
  const texts = useWords(words)
  const { listed } = useWords()
  return (
    <Sheet title={texts.matter}>
      <Facts
        lines={[
          fact(texts.situation, listed(report.situations.map(code => texts.situationTitles[code]))), fact(texts.seenAt, minuteInChina(report.seenAt)),
          report.place !== '' && fact(texts.place, report.place),
          fact(texts.child, report.childId === null ? texts.notRegistered
            : <Link to={`/children/${report.childId}`}>{report.childLabel ?? texts.openFile}</Link>),
          report.description !== '' && fact(texts.description, report.description), fact(texts.seen, report.seen),
        ]}
      />
      <ReporterPart report={report} />
    </Sheet>
  )
}

/** Who reported is a second step, with a reason. */
function ReporterPart({ report }: { report: ReadReport }) {
  const texts = useWords(words)
  const { colon } = useWords()
  const [asking, setAsking] = useState(false)
  const [reporter, setReporter] = useState<Awaited<ReturnType<typeof client.openReporter>>>()
  if (!report.maySeeReporter) return <p className="xh-secondary">{texts.reporterClosed}</p>
  if (reporter) return <p>{texts.reporter}{colon}<strong>{reporter.personName}</strong>{texts.reporterRest(reporter.unitName, reporter.phone)}</p>
  return (
    <>
      <p><Button onClick={() => setAsking(true)}>{texts.openReporter}</Button></p>
      <ReasonDialog
        open={asking} title={texts.openReporterTitle} confirmLabel={texts.open} onCancel={() => setAsking(false)} presets={texts.reporterPresets}
        onConfirm={async reason => { setReporter(await client.openReporter({ id: report.id, reason })); setAsking(false) }}
      >
        <p>{texts.openReporterLead}</p>
      </ReasonDialog>
    </>
  )
}

function StepSheet({ report }: { report: ReadReport }) {
  const texts = useWords(words)
  return (
    <Sheet title={texts.course}>
      {report.steps.length === 0 && <p className="xh-secondary">{texts.noSteps}</p>}
      <ul className="xh-cards">
        {report.steps.map(step => (
          <li key={step.id}>
            <div className="xh-card-name">{minuteInChina(step.happenedAt)} {texts.stepWords[step.kind]}</div>
            <p>
              {step.doneBy ?? texts.byReporter}{step.contact && texts.contactOf(step.contact)}{step.receiptNumber && texts.receiptOf(step.receiptNumber)}
            </p>
            {step.text && <p className="sg-words">{step.text}</p>}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
