import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { client, type ReadProject, useChanged } from '../api.ts'
import { projectWords } from './words.ts'

type Step = ReadProject['milestones'][number]

/** Steps with their days; those reached say when. */
export function MilestoneSheet({ project }: { project: ReadProject }) {
  const own = useWords(projectWords)
  const [reaching, setReaching] = useState<Step>()
  const toneOf = ({ reachedOn, dueOn }: Step) => (reachedOn !== null ? 'good' : dueOn < chinaToday() && project.status === 'running' ? 'danger' : 'neutral')
  return (
    <Sheet title={own.milestones}>
      <ul className="projects-list">{project.milestones.map(step => (
        <li key={step.id}>
          <span>{step.title}{step.note !== null && <span className="xh-secondary"> · {step.note}</span>}</span>
          <StatusTag tone={toneOf(step)}>{step.reachedOn === null ? own.due(step.dueOn) : own.reached(step.reachedOn)}</StatusTag>
          {project.may.run && step.reachedOn === null && (
            <Button size="small" aria-label={`${own.reach} ${step.title}`} onClick={() => setReaching(step)}>{own.reach}</Button>
          )}
        </li>
      ))}</ul>
      {reaching !== undefined && <ReachDialog project={project} step={reaching} onClose={() => setReaching(undefined)} />}
    </Sheet>
  )
}

type Values = { reachedOn: string; note?: string }

function ReachDialog({ project, step, onClose }: { project: ReadProject; step: Step; onClose: () => void }) {
  const own = useWords(projectWords)
  const changed = useChanged()
  const labels = { reachedOn: own.reachedOn, note: own.note }
  const record = useRecordForm<Values, Parameters<typeof client.reachMilestone>[0], unknown>({
    name: 'reach-milestone', labels, operation: client.reachMilestone, initialValues: { reachedOn: chinaToday() },
    toInput: ({ reachedOn, note = '' }) => ({ id: project.id, milestoneId: step.id, reachedOn, note }), onSaved: async () => { onClose(); await changed() },
  })
  return (
    <Modal open title={own.reachTitle} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <p>{step.title}</p>
      <RecordForm record={record} submitLabel={own.save} onCancel={onClose}>
        <DateItem name="reachedOn" label={labels.reachedOn} required max={chinaToday()} />
        <Form.Item name="note" label={labels.note}><Input maxLength={200} /></Form.Item>
      </RecordForm>
    </Modal>
  )
}
