import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { fileFieldLabels } from '../rules/fields.ts'
import { bodyWords, partyWords } from '../rules/words.ts'
import { client, queries, type ReadEnclosure, type ReadReferral } from './api.ts'
import { fieldWords } from './names.ts'
import { ReferralActs } from './ReferralActs.tsx'
import { ReferralState } from './ReferralState.tsx'
import './referrals.css'

/** One referral as this party sees it; what is sealed is opened on demand. */
export default function ReferralPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getReferral.queryOptions({ input: { id } }))
  if (asked.isError) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <ReferralView referral={asked.data} /> : <Skeleton active />
}

function ReferralView({ referral }: { referral: ReadReferral }) {
  return (
    <Page
      title={`转介：${referral.childLabel}`} width="text" back={{ to: '/referrals', label: '转介' }}
      lead={<><ReferralState of={referral} /> {partyWords[referral.party]} · {referral.fromUnitName} → {referral.toName}</>}
      actions={<ReferralActs referral={referral} />}
    >
      <NextStep referral={referral} />
      <Sheet title="转介情况">
        <dl className="rf-facts">
          <div><dt>转出单位</dt><dd>{referral.fromUnitName}（{referral.authorName}拟）</dd></div>
          <div><dt>接收方</dt><dd>{referral.toName}{referral.bodyKind && `（${bodyWords[referral.bodyKind]}）`}</dd></div>
          {referral.childId && <div><dt>儿童</dt><dd><Link to={`/children/${referral.childId}`}>{referral.childLabel}</Link></dd></div>}
          <div><dt>随转内容</dt><dd>{referral.fields.map(field => fieldWords[field]).join('、') || '不带档案内容'}</dd></div>
          {referral.sentOn && <div><dt>发出</dt><dd>{referral.sentOn}，请于 {referral.answerDueOn} 前答复</dd></div>}
          <div><dt>可查看到</dt><dd>{referral.openUntil ?? `发出后${referral.accessDays}天`}</dd></div>
          {referral.answeredOn && <div><dt>答复</dt><dd>{referral.answeredOn}</dd></div>}
          {referral.endedOn && <div><dt>结束</dt><dd>{referral.endedOn}</dd></div>}
          {referral.overrideName && <div><dt>例外审批</dt><dd>{referral.overrideName}</dd></div>}
        </dl>
      </Sheet>
      {referral.may.open && <EnclosureSheet key={referral.version} referral={referral} />}
    </Page>
  )
}

/** What has to happen next, where the person cannot see it from the buttons. */
function NextStep({ referral }: { referral: ReadReferral }) {
  if (referral.status !== 'draft') return null
  if (referral.overrideStatus === 'pending' && !referral.may.decide)
    return <Alert type="info" showIcon className="xh-gap" title="没有监护人同意：等未成年人信息负责人审批后才能发出。" />
  if (referral.overrideStatus === 'rejected')
    return <Alert type="warning" showIcon className="xh-gap" title="例外没有获批，不能发出。取得监护人同意后即可发出，或撤回这份草稿。" />
  return null
}

function EnclosureSheet({ referral }: { referral: ReadReferral }) {
  const [opened, setOpened] = useState<ReadEnclosure>()
  const [problem, setProblem] = useState<string>()
  const open = async () => {
    try {
      setOpened(await client.openEnclosure({ id: referral.id }))
    } catch (error) {
      setProblem(toRefusal(error).message)
    }
  }
  return (
    <Sheet title="需求、随转内容和答复" actions={!opened && <Button onClick={() => void open()}>打开（留痕）</Button>}>
      <div role="alert">{problem && <Alert type="error" showIcon title={problem} />}</div>
      {!opened && <p className="xh-secondary">加密保存，打开会留下查阅记录。</p>}
      {opened && <EnclosureFacts opened={opened} isSender={referral.party === 'sender'} />}
    </Sheet>
  )
}

function EnclosureFacts({ opened, isSender }: { opened: ReadEnclosure; isSender: boolean }) {
  const file = opened.file ? fileFieldLabels(opened.file) : []
  const words: [string, string | null][] = [
    ['需求', opened.need], ['情况摘要', opened.summary], ['例外理由', opened.overrideReason], ...file, ['答复说明', opened.answer], ['办理结果', opened.result]]
  return (
    <>
      <dl className="rf-facts">
        {words.filter(([, text]) => text).map(([name, text], at) => <div key={at}><dt>{name}</dt><dd className="rf-words">{text}</dd></div>)}
      </dl>
      {isSender && <p className="xh-secondary">档案内容请在孩子的档案页按许可打开。</p>}
    </>
  )
}
