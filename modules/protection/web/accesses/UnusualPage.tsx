import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, App, Button, Descriptions, Skeleton } from 'antd'
import { useState } from 'react'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { accessRuleNames, accessRuleUnits } from '../../rules/words.ts'
import { client, queries, useChanged } from '../api.ts'
import { minuteOf } from '../names.ts'
import { UnusualStatus } from './UnusualStatus.tsx'

type Found = Awaited<ReturnType<typeof client.getUnusualAccess>>

/** One unusual access: what was read when, and the judgement. */
export default function UnusualPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getUnusualAccess.queryOptions({ input: { id } }))
  if (asked.isError) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <UnusualView found={asked.data} /> : <Skeleton active />
}

function UnusualView({ found }: { found: Found }) {
  const { may } = useSession()
  const mayJudge = may('unusual-access.decide') && found.status === 'open' && !found.isOwn
  return (
    <Page
      title={`${found.personName}：${accessRuleNames[found.rule]}`} back={{ to: '/unusual-accesses', label: '异常访问' }}
      lead={<>{found.unitName} · {found.happenedOn}，{found.count}{accessRuleUnits[found.rule]}，涉及{found.childrenCount}名孩子 <UnusualStatus found={found} /></>}
      actions={mayJudge && <Judgement found={found} />}
    >
      {found.isOwn && found.status === 'open' && <Alert type="info" showIcon className="xh-gap" title="这是您自己的访问，由其他负责人核实。" />}
      {found.status !== 'open' && (
        <Sheet title="核实结果">
          <p>{found.explanation}（{found.decidedName}）</p>
          {found.incidentId && <Link to={`/incidents/${found.incidentId}`}>查看安全事件</Link>}
        </Sheet>
      )}
      <Sheet title="查阅记录">
        {found.reads.length === 0 && <p className="xh-secondary">这一情形按查看卡片的次数统计，逐条记录请由审计管理员在审计记录中查看。</p>}
        <Descriptions
          column={1}
          items={found.reads.map((read) => ({
            key: read.id, label: minuteOf(read.at),
            children: (
              <>
                {read.childId !== null && <Link to={`/children/${read.childId}`}>{read.maskedName}</Link>} {read.what}
                {read.reason !== null && `，用途：${read.reason}`}
              </>
            ),
          }))}
        />
      </Sheet>
    </Page>
  )
}

function Judgement({ found }: { found: Found }) {
  const changed = useChanged()
  const { message } = App.useApp()
  const [judging, setJudging] = useState<'justified' | 'unjustified'>()
  const judge = async (explanation: string) => {
    await client.decideUnusualAccess({ id: found.id, version: found.version, justified: judging === 'justified', explanation })
    setJudging(undefined)
    void message.success(judging === 'justified' ? '已记录：正当。' : '已记录，并立为安全事件。')
    await changed()
  }
  return (
    <>
      <Button onClick={() => setJudging('unjustified')}>不正当，立为事件</Button>
      <Button type="primary" onClick={() => setJudging('justified')}>情况正当</Button>
      <ReasonDialog
        open={judging !== undefined} title={judging === 'unjustified' ? '不正当，立为安全事件？' : '情况正当？'} confirmLabel="记录"
        isDangerous={judging === 'unjustified'} onConfirm={judge} onCancel={() => setJudging(undefined)}
      >
        <p>请写明向本人核实的情况，不写孩子的姓名。</p>
      </ReasonDialog>
    </>
  )
}
