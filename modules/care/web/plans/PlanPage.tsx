import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Alert, Skeleton } from 'antd'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { endingReasonWords, goalOutcomeWords } from '../../rules/words.ts'
import { momentOf, type OpenedPlan, queries } from '../api.ts'
import '../care.css'
import { PlanActs } from './PlanActs.tsx'
import { PlanTag } from './PlanTag.tsx'

/** One plan: what is to be reached, what is done, by whom, and how it went. */
export default function PlanPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getPlan.queryOptions({ input: { id } }))
  if (asked.isError) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <PlanView plan={asked.data} /> : <Skeleton active />
}

function PlanView({ plan }: { plan: OpenedPlan }) {
  return (
    <Page
      title={`${plan.childLabel}的帮扶方案`} width="text" lead={<PlanTag plan={plan} />} back={{ to: `/cases/${plan.caseId}`, label: '个案' }}
      actions={<PlanActs plan={plan} />}
    >
      <PlanState plan={plan} />
      <Sheet title="方案">
        <dl className="care-facts">
          <div><dt>期间</dt><dd>{plan.fromOn} 至 {plan.untilOn}</dd></div>
          <div><dt>回访不晚于</dt><dd>{plan.reviewOn}</dd></div>
          <div><dt>拟订</dt><dd>{plan.writtenName}</dd></div>
          <div><dt>提交</dt><dd>{plan.submittedAt ? momentOf(plan.submittedAt) : '还没有提交'}</dd></div>
          <div><dt>审批</dt><dd>{plan.decidedName ? `${plan.decidedName}，${plan.decidedOn ?? ''}` : '还没有审批'}</dd></div>
        </dl>
        {plan.aim && <p className="care-note">{plan.aim}</p>}
      </Sheet>
      <Goals plan={plan} />
      <Services plan={plan} />
      <Reviews plan={plan} />
    </Page>
  )
}

const hidden = '内容只对办理人员开放'

function PlanState({ plan }: { plan: OpenedPlan }) {
  if (plan.status === 'suspended') {
    return (
      <Alert
        type="warning" showIcon className="xh-gap" title={`监护人收回了帮扶同意，方案已于 ${plan.suspendedOn ?? ''} 中止`}
        description="请与家庭联系：在孩子的档案里重新登记同意后恢复方案，或结束方案。"
      />
    )
  }
  if (plan.status === 'returned') return <Alert type="warning" showIcon className="xh-gap" title="方案被退回，请修改后重新提交" description={plan.answer} />
  if (plan.endingReason === null) return null
  const title = `已于 ${plan.endedOn ?? ''} 结束：${endingReasonWords[plan.endingReason]}`
  return <Alert type="info" showIcon className="xh-gap" title={title} description={plan.ending} />
}

function Goals({ plan }: { plan: OpenedPlan }) {
  return (
    <Sheet title="目标">
      {plan.goals.length === 0 && <p className="xh-secondary">还没有写目标。</p>}
      <ul className="xh-cards">
        {plan.goals.map(goal => (
          <li key={goal.id}>
            <div className="xh-card-name">{goal.text ?? hidden}</div>
            <p>{goal.dueOn} 前，{goalOutcomeWords[goal.outcome]}{goal.judgedOn && `（${goal.judgedOn}）`}{goal.words && `：${goal.words}`}</p>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

function Services({ plan }: { plan: OpenedPlan }) {
  return (
    <Sheet title="服务">
      {plan.services.length === 0 && <p className="xh-secondary">还没有写服务。</p>}
      <ul className="xh-cards">
        {plan.services.map(service => (
          <li key={service.id}>
            <div className="xh-card-name">{service.text ?? hidden}</div>
            <p>负责：{service.responsible}；{service.fromOn} 至 {service.untilOn}</p>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

function Reviews({ plan }: { plan: OpenedPlan }) {
  if (plan.reviews.length === 0) return null
  return (
    <Sheet title="回访">
      <ul className="xh-cards">
        {plan.reviews.map(review => (
          <li key={review.id}>
            <div className="xh-card-name">{review.reviewedOn}，{review.reviewedName}</div>
            {review.summary && <p className="care-note">{review.summary}</p>}
            {review.nextReviewOn && <p className="xh-secondary">下次回访不晚于 {review.nextReviewOn}</p>}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
