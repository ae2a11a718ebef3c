import { Button, Checkbox, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { WholeNumberItem } from '#platform/ui/form/WholeNumberItem.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, type ReadProject, useChanged } from '../api.ts'
import { projectWords } from './words.ts'

/** What reviewers said, and what an approval wants. */
export function ReviewSheet({ project }: { project: ReadProject }) {
  const own = useWords(projectWords)
  const [isReviewing, setIsReviewing] = useState(false)
  const { need, may } = project
  const act = may.review && <Button type="primary" onClick={() => setIsReviewing(true)}>{own.review}</Button>
  if (project.status === 'draft' || project.status === 'discarded') return null
  return (
    <Sheet title={own.reviews} actions={act}>
      {may.approve && <p className="xh-secondary">{need.mayApprove ? own.needs(need.reviewsNeeded, need.leastScore) : own.overLimit}</p>}
      {project.score !== null && <p><strong>{own.scoreOf(project.score)}</strong></p>}
      {project.reviews.length === 0 && <p className="xh-secondary">{own.noReviews}</p>}
      <ul className="projects-list">{project.reviews.map(review => (
        <li key={review.name}>
          <span>
            {review.name} · {review.hasConflict ? own.conflict : own.points(sumOf(review))} · <span className="projects-words">{review.opinion}</span>
          </span>
          <span className="xh-secondary">{own.statement} · {review.statement}</span>
        </li>
      ))}</ul>
      {isReviewing && <ReviewDialog project={project} onClose={() => setIsReviewing(false)} />}
    </Sheet>
  )
}

const fields = ['needScore', 'meansScore', 'budgetScore', 'benefitScore'] as const
const sumOf = (review: ReadProject['reviews'][number]): number => fields.reduce((sum, field) => sum + (review[field] ?? 0), 0)

type Values = { hasConflict: boolean; statement: string; opinion: string } & Partial<Record<(typeof fields)[number], number | null>>
type Input = Parameters<typeof client.reviewProject>[0]

function ReviewDialog({ project, onClose }: { project: ReadProject; onClose: () => void }) {
  const own = useWords(projectWords)
  const changed = useChanged()
  const labels = {
    hasConflict: own.hasConflict, statement: own.statement, needScore: own.needScore, meansScore: own.meansScore, budgetScore: own.budgetScore,
    benefitScore: own.benefitScore, opinion: own.opinion,
  }
  const record = useRecordForm<Values, Input, unknown>({
    name: 'review-project', labels, operation: client.reviewProject, initialValues: { hasConflict: false },
    toInput: ({ hasConflict, statement, opinion, ...scores }) => ({
      id: project.id, version: project.version, hasConflict, statement, opinion,
      ...(hasConflict ? {} : Object.fromEntries(fields.flatMap(field => (typeof scores[field] === 'number' ? [[field, scores[field]]] : [])))),
    }),
    onSaved: async () => { onClose(); await changed() },
  })
  const hasConflict = Form.useWatch('hasConflict', record.form)
  const needed = (label: string) => [{ required: true, whitespace: true, message: own.needed(label) }]
  return (
    <Modal open title={own.reviewTitle} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <RecordForm record={record} submitLabel={own.review} onCancel={onClose}>
        <Form.Item name="hasConflict" valuePropName="checked"><Checkbox>{labels.hasConflict}</Checkbox></Form.Item>
        <Form.Item name="statement" label={labels.statement} extra={own.statementHint} rules={needed(labels.statement)}><Input maxLength={200} /></Form.Item>
        {!hasConflict && <div className="projects-pair">{fields.map(field => (
          <WholeNumberItem key={field} name={field} label={labels[field]} min={0} max={25} required />
        ))}</div>}
        <Form.Item name="opinion" label={labels.opinion} rules={needed(labels.opinion)}><Input.TextArea rows={3} maxLength={1000} /></Form.Item>
      </RecordForm>
    </Modal>
  )
}
