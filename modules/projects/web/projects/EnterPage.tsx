import { useQuery } from '@tanstack/react-query'
import { Alert, Form, Input, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { careContract } from '#modules/care/contract.ts'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { WholeNumberItem } from '#platform/ui/form/WholeNumberItem.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useAddress } from '#platform/ui/list/use-address.ts'
import { makeApi } from '#platform/ui/module-api.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, useChanged } from '../api.ts'
import { words } from '../words.ts'
import { projectWords } from './words.ts'

const { queries: caseQueries } = makeApi('care', careContract)

/** Enters whom a running project helps: the child of the case that the address names, else people by number. */
export default function EnterPage() {
  const texts = useWords(words)
  const own = useWords(projectWords)
  const { search } = useAddress<{ case: string; project: string }>()
  const asked = useQuery({ ...caseQueries.getCase.queryOptions({ input: { id: search.case ?? '' }, staleTime: 60_000 }), enabled: search.case !== undefined })
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  if (search.case !== undefined && asked.data === undefined) return <Skeleton active />
  const ofProject = search.project === undefined ? {} : { back: { to: `/projects/${search.project}`, label: own.project } }
  const back = search.case === undefined ? ofProject : { back: { to: `/cases/${search.case}`, label: texts.theCase } }
  return (
    <Page title={asked.data === undefined ? own.enterTitle : own.forCase(asked.data.childLabel)} lead={own.enterLead} width="text" {...back}>
      <Sheet><EnterForm caseId={search.case} projectId={search.project} /></Sheet>
    </Page>
  )
}

type Values = { projectId: string; group?: string; peopleCount?: number | null; householdsCount?: number | null }
type Input = Parameters<typeof client.enterBeneficiary>[0]

function EnterForm({ caseId, projectId }: { caseId: string | undefined; projectId: string | undefined }) {
  const own = useWords(projectWords)
  const changed = useChanged()
  const [entered, setEntered] = useState<string>()
  const labels = { projectId: own.project, group: own.group, peopleCount: own.peopleCount, householdsCount: own.householdsCount }
  const record = useRecordForm<Values, Input, { label: string }>({
    name: 'enter-beneficiary', labels, operation: client.enterBeneficiary, initialValues: projectId === undefined ? {} : { projectId },
    refusalFields: { PROJECT_NOT_RUNNING: 'projectId', CHILD_COUNTED: 'projectId' },
    toInput: ({ projectId: chosen, group, peopleCount, householdsCount }) => ({
      projectId: chosen, ...(caseId === undefined ? { ...(group ? { group } : {}), ...(typeof peopleCount === 'number' ? { peopleCount } : {}),
        ...(typeof householdsCount === 'number' ? { householdsCount } : {}) } : { caseId }),
    }),
    onSaved: async saved => { setEntered(saved.label); record.form.resetFields(['group', 'peopleCount', 'householdsCount']); await changed() },
  })
  const { data } = useQuery(queries.listOpenProjects.queryOptions({ input: {} }))
  return (
    <>
      <div role="status">{entered !== undefined && <Alert type="success" showIcon className="xh-gap" title={`${entered} ${own.entered}`} />}</div>
      {data?.items.length === 0 && <Alert type="info" showIcon className="xh-gap" title={own.noOpen} />}
      <RecordForm record={record} submitLabel={own.enter}>
        <Form.Item name="projectId" label={labels.projectId} rules={[{ required: true, message: own.chosen(labels.projectId) }]}>
          <Select options={(data?.items ?? []).map(({ id, name, unitName }) => ({ value: id, label: `${name} · ${unitName}` }))} />
        </Form.Item>
        {caseId === undefined && (
          <>
            <Form.Item
              name="group" label={labels.group} extra={own.groupHint} rules={[{ required: true, whitespace: true, message: own.needed(labels.group) }]}
            >
              <Input maxLength={60} />
            </Form.Item>
            <WholeNumberItem name="peopleCount" label={labels.peopleCount} min={1} max={100_000} required />
            <WholeNumberItem name="householdsCount" label={labels.householdsCount} min={0} max={100_000} />
          </>
        )}
      </RecordForm>
    </>
  )
}
