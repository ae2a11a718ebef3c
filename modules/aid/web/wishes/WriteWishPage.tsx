import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input, Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { MoneyItem } from '#platform/ui/form/MoneyField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useAddress } from '#platform/ui/list/use-address.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, type ReadWish, type ShownWish, useChanged } from '../api.ts'
import { ForCase } from '../ForCase.tsx'
import { amountOf } from '../names.ts'
import { needWords, words } from '../words.ts'
import { wishWords } from './words.ts'

/** Writes a wish for the child of a case, or rewrites one that was not published. */
export default function WriteWishPage() {
  const texts = useWords(words)
  const { search } = useAddress<{ case: string; wish: string }>()
  if (search.wish) return <Rewriting id={search.wish} />
  return <ForCase caseId={search.case} title={texts.writeWish}>{search.case && <WishForm caseId={search.case} />}</ForCase>
}

function Rewriting({ id }: { id: string }) {
  const own = useWords(wishWords)
  const asked = useQuery(queries.getWish.queryOptions({ input: { id }, gcTime: 0 }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton active />
  return (
    <Page title={own.title(asked.data.label)} width="text" back={{ to: `/wishes/${id}`, label: own.title(asked.data.label) }}>
      <Sheet><WishForm key={id} wish={asked.data} caseId={asked.data.caseId} /></Sheet>
    </Page>
  )
}

type Values = { version: number; text: string; amount?: number | string }
type Written = { version: number; text: string; amount?: string }

function WishForm({ caseId, wish }: { caseId: string; wish?: ReadWish }) {
  const texts = useWords(words)
  const own = useWords(wishWords)
  const { needed } = useWords(needWords)
  const navigate = useNavigate()
  const changed = useChanged()
  const labels = { text: own.text, amount: texts.amount }
  const record = useRecordForm<Values, Written, ShownWish>({
    name: 'write-wish', labels,
    operation: ({ version, ...written }, options) => (
      wish ? client.updateWish({ id: wish.id, version, ...written }, options) : client.draftWish({ caseId, ...written }, options)),
    initialValues: wish ? { version: wish.version, text: wish.text ?? '', ...(wish.amountFen === null ? {} : { amount: wish.amountFen }) } : { version: 1 },
    toInput: ({ version, text, amount }) => {
      const asked = amountOf(amount)
      return { version, text, ...(asked === undefined ? {} : { amount: asked }) }
    },
    onSaved: async saved => { await changed(); await navigate({ to: `/wishes/${saved.id}` }) },
  })
  return (
    <RecordForm record={record} submitLabel={texts.save}>
      <Form.Item name="text" label={labels.text} extra={own.textHint} rules={[{ required: true, whitespace: true, message: needed(labels.text) }]}>
        <Input.TextArea rows={4} maxLength={300} showCount />
      </Form.Item>
      <MoneyItem name="amount" label={labels.amount} />
    </RecordForm>
  )
}
