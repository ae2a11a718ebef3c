import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { mediumWords, outcomeWords } from '../../rules/words.ts'
import { client, momentOf, queries, type ReadVisit, useChanged } from '../api.ts'
import '../care.css'
import { Comments } from './Comments.tsx'
import { CorrectVisitDialog } from './CorrectVisitDialog.tsx'
import { VisitState } from './VisitListPage.tsx'

/** One visit with its note, what it said before, and the ways to put a mistake right. */
export default function VisitPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getVisit.queryOptions({ input: { id } }))
  if (asked.isError) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <VisitView visit={asked.data} /> : <Skeleton active />
}

function VisitView({ visit }: { visit: ReadVisit }) {
  const [act, setAct] = useState<'correct' | 'void'>()
  const changed = useChanged()
  const close = () => setAct(undefined)
  const acts = visit.mayCorrect && (
    <>
      <Button danger onClick={() => setAct('void')}>作废</Button>
      <Button onClick={() => setAct('correct')}>更正</Button>
    </>
  )
  return (
    <Page
      title={`${visit.childLabel}，${visit.madeOn} 走访`} width="text" lead={<VisitState visit={visit} />}
      back={{ to: `/cases/${visit.caseId}`, label: '个案' }} actions={acts}
    >
      {visit.voidedAt !== null && <Alert type="warning" showIcon className="xh-gap" title={`已于${momentOf(visit.voidedAt)}作废：${visit.voidReason ?? ''}`} />}
      <Sheet title="经过">
        <dl className="care-facts">
          <div><dt>方式</dt><dd>{mediumWords[visit.medium]}</dd></div>
          <div><dt>时长</dt><dd>{visit.minutes}分钟</dd></div>
          <div><dt>结果</dt><dd>{outcomeWords[visit.outcome]}</dd></div>
          <div><dt>谁去的</dt><dd>{visit.volunteers.map(({ name }) => name).join('、') || '工作人员'}</dd></div>
          <div><dt>录入</dt><dd>{visit.recordedName}{visit.onBehalfOf && '（代录）'}，{momentOf(visit.recordedAt)}</dd></div>
        </dl>
      </Sheet>
      <Sheet title="走访记录"><Note note={visit.note} hasNote={visit.hasNote} /></Sheet>
      <Comments visit={visit} />
      <Versions visit={visit} />
      {act === 'correct' && <CorrectVisitDialog visit={visit} onClose={close} />}
      <ReasonDialog
        open={act === 'void'} title="作废这次走访？" confirmLabel="作废" isDangerous onCancel={close} presets={['重复录入', '录错了孩子', '没有去走访']}
        onConfirm={async reason => { await client.voidVisit({ id: visit.id, version: visit.version, reason }); close(); await changed() }}
      >
        <p>作废后所有统计都会减去这一次；记录和原因会保留。原因里请不要写孩子的姓名。</p>
      </ReasonDialog>
    </Page>
  )
}

function Note({ note, hasNote }: { note: string | null; hasNote: boolean }) {
  if (note !== null && note !== '') return <p className="care-note">{note}</p>
  return <p className="xh-secondary">{hasNote ? '您可以看到走访情况，记录内容只对办理人员开放。' : '没有写记录。'}</p>
}

function Versions({ visit }: { visit: ReadVisit }) {
  if (visit.versions.length === 0) return null
  return (
    <Sheet title="更正经过">
      <ul className="xh-cards">
        {visit.versions.map(before => (
          <li key={before.version}>
            <p>{momentOf(before.correctedAt)}，{before.correctedName}更正：{before.reason}</p>
            <p className="xh-secondary">
              原来是：{before.madeOn}，{mediumWords[before.medium]}，{before.minutes}分钟，{outcomeWords[before.outcome]}，{before.volunteerNames || '工作人员'}
            </p>
            {before.note && <p className="care-note xh-secondary">{before.note}</p>}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
