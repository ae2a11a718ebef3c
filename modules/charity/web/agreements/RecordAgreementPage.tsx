import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useAddress } from '#platform/ui/list/use-address.ts'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { client, queries, type ReadAgreement, type ShownAgreement, type ShownBook, useChanged } from '../api.ts'
import { giftWords } from '../gifts/words.ts'
import { amountOf } from '../names.ts'
import { words } from '../words.ts'
import { AgreementFields, type AgreementValues } from './AgreementFields.tsx'
import { agreementWords } from './words.ts'

/** Records an agreement of a donor, or rewrites one of which nothing came yet. */
export default function RecordAgreementPage() {
  const own = useWords(agreementWords)
  const texts = useWords(words)
  const gifts = useWords(giftWords)
  const { search } = useAddress<{ donor: string; agreement: string }>()
  if (search.agreement) return <Rewriting id={search.agreement} />
  if (search.donor) return <Recording donorId={search.donor} />
  return (
    <Page title={own.recordTitle} width="text" back={{ to: '/donation-agreements', label: texts.agreements }}>
      <Sheet><p>{own.emptyLead}</p><Link to="/donors"><Button type="primary">{gifts.toDonors}</Button></Link></Sheet>
    </Page>
  )
}

function Recording({ donorId }: { donorId: string }) {
  const own = useWords(agreementWords)
  const donor = useQuery(queries.getDonor.queryOptions({ input: { id: donorId } }))
  const books = useQuery(queries.listGivingBooks.queryOptions({ input: {} }))
  const problem = donor.error ?? books.error
  if (problem) return <ProblemPage problem={problem} onRetry={() => { void donor.refetch(); void books.refetch() }} />
  if (donor.data === undefined || books.data === undefined) return <Skeleton active />
  return (
    <Page title={own.recordTitle} lead={donor.data.label} width="text" back={{ to: `/donors/${donorId}`, label: donor.data.label }}>
      <Sheet><AgreementForm donorId={donorId} books={books.data.items} /></Sheet>
    </Page>
  )
}

function Rewriting({ id }: { id: string }) {
  const own = useWords(agreementWords)
  const asked = useQuery(queries.getAgreement.queryOptions({ input: { id }, gcTime: 0 }))
  const books = useQuery(queries.listGivingBooks.queryOptions({ input: {} }))
  const problem = asked.error ?? books.error
  if (problem) return <ProblemPage problem={problem} onRetry={() => { void asked.refetch(); void books.refetch() }} />
  if (asked.data === undefined || books.data === undefined) return <Skeleton active />
  return (
    <Page title={own.editTitle} lead={asked.data.donorLabel} width="text" back={{ to: `/donation-agreements/${id}`, label: asked.data.title }}>
      <Sheet><AgreementForm donorId={asked.data.donorId} books={books.data.items} agreement={asked.data} /></Sheet>
    </Page>
  )
}

type Content = Omit<Parameters<typeof client.recordAgreement>[0], 'donorId'>

function AgreementForm({ donorId, books, agreement }: { donorId: string; books: readonly ShownBook[]; agreement?: ReadAgreement }) {
  const texts = useWords(words)
  const own = useWords(agreementWords)
  const gifts = useWords(giftWords)
  const navigate = useNavigate()
  const changed = useChanged()
  const labels = {
    kind: texts.kind, title: own.name, signedOn: own.signedOn, fundId: texts.fund, purpose: own.purpose, instalments: own.instalments,
  }
  const record = useRecordForm<AgreementValues, Content, ShownAgreement>({
    name: 'record-agreement', labels, initialValues: valuesOf(agreement), toInput: contentOf,
    operation: (content, options) => (agreement
      ? client.updateAgreement({ id: agreement.id, version: agreement.version, ...content }, options) : client.recordAgreement({ donorId, ...content },
        options)),
    onSaved: async saved => { await changed(); await navigate({ to: `/donation-agreements/${saved.id}` }) },
  })
  if (books.length === 0) return <Alert type="info" showIcon title={gifts.noBooks} />
  return <RecordForm record={record} submitLabel={texts.save}><AgreementFields books={books} labels={labels} /></RecordForm>
}

function valuesOf(agreement: ReadAgreement | undefined): Partial<AgreementValues> {
  if (agreement === undefined) return { kind: 'agreement', signedOn: chinaToday(), instalments: [{}] }
  const { kind, title, signedOn, fundId, purpose, instalments } = agreement
  return { kind, title, signedOn, fundId, purpose, instalments: instalments.map(({ dueOn, amountFen }) => ({ dueOn, amount: amountFen })) }
}

const contentOf = ({ kind, title, signedOn, fundId, purpose, instalments }: AgreementValues): Content => ({
  kind, title: title ?? '', signedOn: signedOn ?? '', fundId: fundId ?? '', purpose: purpose ?? '',
  instalments: instalments.map(instalment => ({ dueOn: instalment?.dueOn ?? '', amount: amountOf(instalment?.amount) })),
})
