import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Form, Input, Radio, Select, Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { WholeNumberItem } from '#platform/ui/form/WholeNumberItem.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useAddress } from '#platform/ui/list/use-address.ts'
import { useWords } from '#platform/ui/words.ts'
import { surplusRules, type SurplusRule } from '../../contract.ts'
import { client, queries, type ReadProject, type ShownProject, useChanged } from '../api.ts'
import { amountOf } from '../names.ts'
import {
  Foots, LineRows, MilestoneRows, PartnerRows, SourceRows, type LineValues, type MilestoneValues, type PartnerValues, type SourceValues,
} from './ProposalRows.tsx'
import { projectWords } from './words.ts'
import './projects.css'

/** Writes a proposal, or changes the one that the address names. */
export default function ProposePage() {
  const own = useWords(projectWords)
  const { search } = useAddress<{ project: string }>()
  const asked = useQuery({ ...queries.getProject.queryOptions({ input: { id: search.project ?? '' } }), enabled: search.project !== undefined })
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  if (search.project !== undefined && asked.data === undefined) return <Skeleton active />
  const back = asked.data === undefined ? { to: '/projects', label: own.projects } : { to: `/projects/${asked.data.id}`, label: asked.data.name }
  return (
    <Page title={asked.data === undefined ? own.propose : own.edit} lead={own.noneLead} width="text" back={back}>
      <Sheet><ProposalForm project={asked.data} /></Sheet>
    </Page>
  )
}

type Values = {
  version?: number; bookId?: string; name: string; purpose: string; startsOn: string; endsOn: string; peoplePlanned: number | null; surplusRule: SurplusRule
  parentId?: string | null; lines: LineValues[]; sources: SourceValues[]; milestones: MilestoneValues[]; partners: PartnerValues[]
}
type Input = Parameters<typeof client.draftProject>[0]

function ProposalForm({ project }: { project: ReadProject | undefined }) {
  const own = useWords(projectWords)
  const navigate = useNavigate()
  const changed = useChanged()
  const labels = {
    bookId: own.book, name: own.name, purpose: own.purpose, startsOn: own.startsOn, endsOn: own.endsOn, peoplePlanned: own.peoplePlanned,
    surplusRule: own.surplusRule, parentId: own.parent, lines: own.lines, sources: own.sources, milestones: own.milestones, partners: own.partners,
  }
  const record = useRecordForm<Values, Input, ShownProject>({
    name: 'proposal', labels, initialValues: project === undefined ? fresh : valuesOf(project), toInput: inputOf,
    operation: (input, options) => (project === undefined ? client.draftProject(input, options)
      : client.updateProject({ ...input, id: project.id, version: project.version }, options)),
    onSaved: async saved => { await changed(); await navigate({ to: `/projects/${saved.id}` }) },
  })
  const { data } = useQuery(queries.listProjectGrounds.queryOptions({ input: {} }))
  const chosen = Form.useWatch('bookId', record.form)
  const book = data?.items.find(({ id }) => id === (project?.bookId ?? chosen))
  const needed = (label: string) => [{ required: true, whitespace: true, message: own.needed(label) }]
  return (
    <RecordForm record={record} submitLabel={own.save}>
      {project === undefined && (
        <Form.Item name="bookId" label={labels.bookId} rules={[{ required: true, message: own.chosen(labels.bookId) }]}>
          <Select options={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      )}
      <Form.Item name="name" label={labels.name} rules={needed(labels.name)}><Input maxLength={60} /></Form.Item>
      <Form.Item name="purpose" label={labels.purpose} extra={own.purposeHint} rules={needed(labels.purpose)}>
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
      <div className="projects-pair">
        <DateItem name="startsOn" label={labels.startsOn} required />
        <DateItem name="endsOn" label={labels.endsOn} required />
      </div>
      <WholeNumberItem name="peoplePlanned" label={labels.peoplePlanned} min={0} max={1_000_000} required />
      <Form.Item name="surplusRule" label={labels.surplusRule}>
        <Radio.Group options={surplusRules.map(value => ({ value, label: own.surplusWords[value] }))} />
      </Form.Item>
      <Form.Item name="parentId" label={labels.parentId}>
        <Select allowClear placeholder={own.noParent} options={(book?.projects ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <LineRows />
      <SourceRows funds={book?.funds ?? []} />
      <Foots form={record.form} />
      <MilestoneRows />
      <PartnerRows />
      {data?.items.length === 0 && <Alert type="info" showIcon title={own.noOpen} />}
    </RecordForm>
  )
}

const fresh: Partial<Values> = { surplusRule: 'return', lines: [{}], sources: [{}], milestones: [{}], partners: [] }

const valuesOf = (project: ReadProject): Partial<Values> => ({
  name: project.name, purpose: project.purpose, startsOn: project.startsOn, endsOn: project.endsOn, peoplePlanned: project.peoplePlanned,
  surplusRule: project.surplusRule, parentId: project.parentId, lines: project.lines.map(({ name, budgetFen }) => ({ name, amount: budgetFen })),
  sources: project.sources.map(({ fundId, amountFen }) => ({ fundId, amount: amountFen })),
  milestones: project.milestones.map(({ title, dueOn }) => ({ title, dueOn })),
  partners: project.partners.map(({ name, creditCode, task }) => ({ name, creditCode, task })),
})

function inputOf({ bookId = '', parentId, peoplePlanned, lines, sources, milestones, partners, version: _version, ...values }: Values): Input {
  return {
    ...values, bookId, peoplePlanned: peoplePlanned ?? 0, ...(parentId ? { parentId } : {}),
    lines: lines.map(({ name = '', amount }) => ({ name, amount: amountOf(amount) })),
    sources: sources.map(({ fundId = '', amount }) => ({ fundId, amount: amountOf(amount) })),
    milestones: milestones.map(({ title = '', dueOn = '' }) => ({ title, dueOn })),
    partners: partners.map(({ name = '', creditCode, task = '' }) => ({ name, task, ...(creditCode ? { creditCode } : {}) })),
  }
}
