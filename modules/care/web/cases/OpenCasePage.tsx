import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Button, Form, Input, Skeleton } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useAddress } from '#platform/ui/list/use-address.ts'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { ageBandLabel } from '#platform/values/mask.ts'
import { childQueries, client, queries, type ShownCase, useChanged } from '../api.ts'
import { ChildChoice } from './ChildChoice.tsx'
import { ScaleFields, type ScaleValues } from './ScaleFields.tsx'
import { careWords } from '../words.ts'
import { caseWords } from './words.ts'

/** Opens a case in two steps: which child, then what help is for and the first assessment. */
export default function OpenCasePage() {
  const care = useWords(careWords)
  const { search, set } = useAddress<{ child: string }>()
  return (
    <Page title={care.openCase} width="text" back={{ to: '/cases', label: care.cases }}>
      {search.child
        ? <ForChild key={search.child} id={search.child} onOther={() => set('child', undefined)} />
        : <ChildChoice onChoose={id => set('child', id)} />}
    </Page>
  )
}

function ForChild({ id, onOther }: { id: string; onOther: () => void }) {
  const words = useWords(caseWords)
  const care = useWords(careWords)
  const child = useQuery(childQueries.getChild.queryOptions({ input: { id } }))
  const open = useQuery(queries.listCases.queryOptions({ input: { childId: id, status: 'open', limit: 1 } }))
  const problem = child.error ?? open.error
  if (problem) return <ProblemPage problem={problem} onRetry={() => { void child.refetch(); void open.refetch() }} />
  if (child.data === undefined || open.data === undefined) return <Skeleton active />
  const known = open.data.items[0]
  const hasConsent = child.data.consents.some(({ kind, isValid }) => kind === 'service' && isValid)
  return (
    <>
      <Sheet>
        <p>
          <strong>{care.childSaid(`${child.data.maskedName} · ${ageBandLabel(child.data.ageBand)}`)}</strong>{care.comma}{child.data.unitName}
          <Button type="link" onClick={onOther}>{care.otherChild}</Button>
        </p>
      </Sheet>
      {known && <Blocked title={words.hasCase} to={`/cases/${known.id}`} label={care.openTheCase} />}
      {!known && child.data.status !== 'registered' && <Blocked title={words.fileEnded} to={`/children/${id}`} label={words.openChildFile} />}
      {!known && child.data.status === 'registered' && !hasConsent && (
        <Blocked title={words.consentMissing} to={`/children/${id}`} label={words.recordConsent} />
      )}
      {!known && child.data.status === 'registered' && hasConsent && <Sheet title={words.needAndFirst}><OpenCaseForm childId={id} /></Sheet>}
    </>
  )
}

/** What stands against opening, before anything is typed. */
function Blocked({ title, to, label }: { title: string; to: string; label: string }) {
  return <Alert type="warning" showIcon title={title} action={<Link to={to}><Button type="primary">{label}</Button></Link>} />
}

type Values = ScaleValues & { openedOn: string; need?: string }
type Input = Parameters<typeof client.openCase>[0]

function OpenCaseForm({ childId }: { childId: string }) {
  const words = useWords(caseWords)
  const care = useWords(careWords)
  const labels = { ...care.scales, openedOn: words.openingDay, need: words.need }
  const navigate = useNavigate()
  const changed = useChanged()
  const record = useRecordForm<Values, Input, ShownCase>({
    name: 'open-case', labels, operation: client.openCase, initialValues: { openedOn: chinaToday() },
    toInput: ({ guardianship = 0, physical = 0, behaviour = 0, openedOn, need = '' }) => (
      { childId, openedOn, need, scores: { guardianship, physical, behaviour } }
    ),
    refusalFields: { OPENING_IN_FUTURE: 'openedOn' },
    onSaved: async opened => { await changed(); await navigate({ to: `/cases/${opened.id}` }) },
  })
  return (
    <RecordForm record={record} submitLabel={care.openCase}>
      <Form.Item name="need" label={labels.need} extra={care.sealed}>
        <Input.TextArea rows={3} maxLength={1000} placeholder={words.needExample} />
      </Form.Item>
      <ScaleFields />
      <DateItem name="openedOn" label={labels.openedOn} required max={chinaToday()} />
    </RecordForm>
  )
}
