import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Button, Form, Input, Skeleton } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useAddress } from '#platform/ui/list/use-address.ts'
import { ageBandLabel } from '#platform/values/mask.ts'
import { chinaToday, childQueries, client, queries, type ShownCase, useChanged } from '../api.ts'
import { ChildChoice } from './ChildChoice.tsx'
import { ScaleFields, type ScaleValues } from './ScaleFields.tsx'

/** Opens a case in two steps: which child, then what help is for and the first assessment. */
export default function OpenCasePage() {
  const { search, set } = useAddress<{ child: string }>()
  return (
    <Page title="开案" width="text" back={{ to: '/cases', label: '帮扶个案' }}>
      {search.child
        ? <ForChild key={search.child} id={search.child} onOther={() => set('child', undefined)} />
        : <ChildChoice onChoose={id => set('child', id)} />}
    </Page>
  )
}

function ForChild({ id, onOther }: { id: string; onOther: () => void }) {
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
          <strong>{child.data.maskedName} · {ageBandLabel(child.data.ageBand)}</strong>，{child.data.unitName}
          <Button type="link" onClick={onOther}>换一个孩子</Button>
        </p>
      </Sheet>
      {known && <Blocked title="这个孩子已有进行中的个案。" to={`/cases/${known.id}`} label="打开个案" />}
      {!known && child.data.status !== 'registered' && <Blocked title="这份档案已经结束，不能开案。" to={`/children/${id}`} label="打开档案" />}
      {!known && child.data.status === 'registered' && !hasConsent && (
        <Blocked title="监护人还没有同意接受帮扶，请先在档案里登记同意（帮扶服务）。" to={`/children/${id}`} label="去登记同意" />
      )}
      {!known && child.data.status === 'registered' && hasConsent && <Sheet title="需求和首次评估"><OpenCaseForm childId={id} /></Sheet>}
    </>
  )
}

/** What stands against opening, before anything is typed. */
function Blocked({ title, to, label }: { title: string; to: string; label: string }) {
  return <Alert type="warning" showIcon title={title} action={<Link to={to}><Button type="primary">{label}</Button></Link>} />
}

type Values = ScaleValues & { openedOn: string; need?: string }
type Input = Parameters<typeof client.openCase>[0]

const labels = { guardianship: '监护', physical: '生理', behaviour: '行为', openedOn: '开案日期', need: '帮扶需求' }

function OpenCaseForm({ childId }: { childId: string }) {
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
    <RecordForm record={record} submitLabel="开案">
      <Form.Item name="need" label={labels.need} extra="加密保存，只有办理人员能看到。"><Input.TextArea rows={3} maxLength={1000} placeholder="如：父母外出，需要陪伴和学习督促" /></Form.Item>
      <ScaleFields />
      <DateItem name="openedOn" label={labels.openedOn} required max={chinaToday()} />
    </RecordForm>
  )
}
