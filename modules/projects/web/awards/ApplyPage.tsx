import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input, Select, Skeleton } from 'antd'
import { careContract } from '#modules/care/contract.ts'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { MoneyItem } from '#platform/ui/form/MoneyField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { WholeNumberItem } from '#platform/ui/form/WholeNumberItem.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useAddress } from '#platform/ui/list/use-address.ts'
import { makeApi } from '#platform/ui/module-api.ts'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { client, type ShownAward, useChanged } from '../api.ts'
import { amountOf, useKinds } from '../names.ts'
import { words } from '../words.ts'
import { PayeeFields, payeeIssues, payeeOf, usePayeeLabels, type PayeeValues } from './PayeeFields.tsx'
import { awardWords } from './words.ts'

const { queries: caseQueries } = makeApi('care', careContract)

/** Asks for money: for the child of a case that the address names, else for people counted outside. */
export default function ApplyPage() {
  const texts = useWords(words)
  const own = useWords(awardWords)
  const { search } = useAddress<{ case: string; need: string }>()
  const asked = useQuery({ ...caseQueries.getCase.queryOptions({ input: { id: search.case ?? '' }, staleTime: 60_000 }), enabled: search.case !== undefined })
  if (search.case === undefined) {
    return <Page title={own.forGroup} width="text" back={{ to: '/awards', label: texts.awards }}><Sheet><ApplyForm /></Sheet></Page>
  }
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton active />
  return (
    <Page title={own.forCase(asked.data.childLabel)} lead={asked.data.unitName} width="text" back={{ to: `/cases/${search.case}`, label: texts.theCase }}>
      <Sheet><ApplyForm caseId={search.case} {...(search.need === undefined ? {} : { needId: search.need })} /></Sheet>
    </Page>
  )
}

type Values = PayeeValues & { kind: string; amount: number | string; words: string; group?: string; peopleCount?: number; householdsCount?: number }
type Input = Parameters<typeof client.applyForAward>[0]

function ApplyForm({ caseId, needId }: { caseId?: string; needId?: string }) {
  const texts = useWords(words)
  const own = useWords(awardWords)
  const navigate = useNavigate()
  const changed = useChanged()
  const labels = {
    kind: texts.kind, amount: texts.amount, words: own.words, group: own.group, peopleCount: own.peopleCount, householdsCount: own.householdsCount,
      ...usePayeeLabels(),
  }
  const record = useRecordForm<Values, Input, ShownAward>({
    name: 'apply-for-award', labels, operation: client.applyForAward, initialValues: { relation: 'none' }, issueFields: payeeIssues,
    toInput: ({ kind, amount, words: reason, relation, group, peopleCount, householdsCount, ...payee }) => {
      const given = payeeOf({ relation, ...payee })
      const outside = { ...(group === undefined ? {} : { group }), ...(peopleCount == null ? {} : { peopleCount }), ...(householdsCount == null ? {} : {
        householdsCount }) }
      return {
        kind, amount: amountOf(amount), words: reason, relation, ...(given === undefined ? {} : { payee: given }),
        ...(caseId === undefined ? outside : { caseId, ...(needId === undefined ? {} : { needId }) }),
      }
    },
    onSaved: async saved => { await changed(); await navigate({ to: `/awards/${saved.id}` }) },
  })
  return (
    <RecordForm record={record} submitLabel={own.submit}>
      {caseId === undefined && <GroupFields labels={labels} />}
      <KindItem label={labels.kind} isOutside={caseId === undefined} />
      <MoneyItem name="amount" label={labels.amount} required />
      <Form.Item name="words" label={labels.words} extra={own.wordsHint} rules={[{ required: true, whitespace: true, message: own.needed(labels.words) }]}>
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
      <PayeeFields isNeeded={false} />
    </RecordForm>
  )
}

function GroupFields({ labels }: { labels: { group: string; peopleCount: string; householdsCount: string } }) {
  const own = useWords(awardWords)
  return (
    <>
      <Form.Item name="group" label={labels.group} extra={own.groupHint} rules={[{ required: true, whitespace: true, message: own.needed(labels.group) }]}>
        <Input maxLength={60} />
      </Form.Item>
      <WholeNumberItem name="peopleCount" label={labels.peopleCount} min={1} max={100_000} required />
      <WholeNumberItem name="householdsCount" label={labels.householdsCount} min={0} max={100_000} />
    </>
  )
}

/** Kinds with their criteria below the choice; those for children alone are not offered for others. */
function KindItem({ label, isOutside }: { label: string; isOutside: boolean }) {
  const own = useWords(awardWords)
  const kinds = useKinds().filter(({ needsChild }) => !isOutside || !needsChild)
  const kind = Form.useWatch<string | undefined>('kind')
  const chosen = kinds.find(({ value }) => value === kind)
  return (
    <Form.Item
      name="kind" label={label} rules={[{ required: true, message: own.needed(label) }]}
      extra={chosen && own.mostOf(formatYuan(chosen.mostFen), chosen.mostPerYear)}
    >
      <Select options={kinds.map(({ value, label: name }) => ({ value, label: name }))} />
    </Form.Item>
  )
}
