import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Alert, Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { useWords } from '#platform/ui/words.ts'
import { type OpenedPlan, queries } from '../api.ts'
import '../care.css'
import { PlanActs } from './PlanActs.tsx'
import { PlanTag } from './PlanTag.tsx'
import { careWords } from '../words.ts'
import { planWords } from './words.ts'

/** One plan: what is to be reached, what is done, by whom, and how it went. */
export default function PlanPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getPlan.queryOptions({ input: { id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <PlanView plan={asked.data} /> : <Skeleton active />
}

function PlanView({ plan }: { plan: OpenedPlan }) {
  const words = useWords(planWords)
  const care = useWords(careWords)
  return (
    <Page
      title={words.planOf(plan.childLabel)} width="text" lead={<PlanTag plan={plan} />} back={{ to: `/cases/${plan.caseId}`, label: care.aCase }}
      actions={<PlanActs plan={plan} />}
    >
      <PlanState plan={plan} />
      <Sheet title={words.plan}>
        <Facts
          tiles lines={[
            fact(words.period, words.days(plan.fromOn, plan.untilOn)), fact(words.reviewBy, plan.reviewOn), fact(words.written, plan.writtenName),
            fact(words.submitted, plan.submittedAt ? care.moment(plan.submittedAt) : words.notSubmitted),
            fact(words.decided, plan.decidedName ? `${plan.decidedName}${care.comma}${plan.decidedOn ?? ''}` : words.notDecided),
          ]}
        />
        {plan.aim && <p className="care-note">{plan.aim}</p>}
      </Sheet>
      <Goals plan={plan} />
      <Services plan={plan} />
      <Reviews plan={plan} />
    </Page>
  )
}

function PlanState({ plan }: { plan: OpenedPlan }) {
  const words = useWords(planWords)
  const { endings } = useWords(careWords)
  if (plan.status === 'suspended') {
    return (
      <Alert
        type="warning" showIcon className="xh-gap" title={words.suspended(plan.suspendedOn ?? '')}
        description={words.suspendedLead}
      />
    )
  }
  if (plan.status === 'returned') return <Alert type="warning" showIcon className="xh-gap" title={words.returned} description={plan.answer} />
  if (plan.endingReason === null) return null
  const title = words.endedAs(plan.endedOn ?? '', endings[plan.endingReason])
  return <Alert type="info" showIcon className="xh-gap" title={title} description={plan.ending} />
}

function Goals({ plan }: { plan: OpenedPlan }) {
  const words = useWords(planWords)
  const { goalStates } = useWords(careWords)
  return (
    <Sheet title={words.goals}>
      {plan.goals.length === 0 && <p className="xh-secondary">{words.noGoals}</p>}
      <ul className="xh-cards">
        {plan.goals.map(goal => (
          <li key={goal.id}>
            <div className="xh-card-name">{goal.text ?? words.hidden}</div>
            <p>{words.goalState(goal.dueOn, goalStates[goal.outcome], goal.judgedOn, goal.words)}</p>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

function Services({ plan }: { plan: OpenedPlan }) {
  const words = useWords(planWords)
  return (
    <Sheet title={words.services}>
      {plan.services.length === 0 && <p className="xh-secondary">{words.noServices}</p>}
      <ul className="xh-cards">
        {plan.services.map(service => (
          <li key={service.id}>
            <div className="xh-card-name">{service.text ?? words.hidden}</div>
            <p>{words.serviceOf(service.responsible, service.fromOn, service.untilOn)}</p>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

function Reviews({ plan }: { plan: OpenedPlan }) {
  const words = useWords(planWords)
  const { comma } = useWords(careWords)
  if (plan.reviews.length === 0) return null
  return (
    <Sheet title={words.reviews}>
      <ul className="xh-cards">
        {plan.reviews.map(review => (
          <li key={review.id}>
            <div className="xh-card-name">{review.reviewedOn}{comma}{review.reviewedName}</div>
            {review.summary && <p className="care-note">{review.summary}</p>}
            {review.nextReviewOn && <p className="xh-secondary">{words.nextReviewBy(review.nextReviewOn)}</p>}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
