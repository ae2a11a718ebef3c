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
import { agreementWords } from '../agreements/words.ts'
import { campaignWords } from '../campaigns/words.ts'
import { client, queries, type ReadGift, type ShownBook, type ShownGift, useChanged } from '../api.ts'
import { amountOf, typed, useDonorName } from '../names.ts'
import { words } from '../words.ts'
import type { GiftValues } from './gift-values.ts'
import { GiftFields } from './GiftFields.tsx'
import { namedInstalment, promised, useOpenInstalments, type OpenInstalment } from './open-instalments.ts'
import { giftWords } from './words.ts'

/** Records a gift of a donor, or rewrites a draft. */
export default function DraftGiftPage() {
  const own = useWords(giftWords)
  const texts = useWords(words)
  const { search } = useAddress<{ donor: string; gift: string; instalment: string }>()
  if (search.gift) return <Rewriting id={search.gift} />
  if (search.donor) return <Drafting donorId={search.donor} meets={search.instalment} />
  return (
    <Page title={own.draftTitle} width="text" back={{ to: '/gifts', label: texts.gifts }}>
      <Sheet><p>{own.onlyDonor}</p><Link to="/donors"><Button type="primary">{own.toDonors}</Button></Link></Sheet>
    </Page>
  )
}

function Drafting({ donorId, meets }: { donorId: string; meets: string | undefined }) {
  const own = useWords(giftWords)
  const donorName = useDonorName()
  const donor = useQuery(queries.getDonor.queryOptions({ input: { id: donorId } }))
  const books = useQuery(queries.listGivingBooks.queryOptions({ input: {} }))
  const promises = useOpenInstalments(donorId)
  const problem = donor.error ?? books.error
  if (problem) return <ProblemPage problem={problem} onRetry={() => { void donor.refetch(); void books.refetch() }} />
  if (donor.data === undefined || books.data === undefined || promises === undefined) return <Skeleton active />
  return (
    <Page title={own.draftTitle} lead={donorName(donor.data.kind, donor.data.label)} width="text"
      back={{ to: `/donors/${donorId}`, label: donorName(donor.data.kind, donor.data.label) }}>
      <Sheet><DraftForm donorId={donorId} books={books.data.items} promises={promises} {...(meets === undefined ? {} : { meets })} /></Sheet>
    </Page>
  )
}

function Rewriting({ id }: { id: string }) {
  const own = useWords(giftWords)
  const donorName = useDonorName()
  const gift = useQuery(queries.getGift.queryOptions({ input: { id }, gcTime: 0 }))
  const books = useQuery(queries.listGivingBooks.queryOptions({ input: {} }))
  const promises = useOpenInstalments(gift.data?.donorId)
  const problem = gift.error ?? books.error
  if (problem) return <ProblemPage problem={problem} onRetry={() => { void gift.refetch(); void books.refetch() }} />
  if (gift.data === undefined || books.data === undefined || promises === undefined) return <Skeleton active />
  return (
    <Page title={own.editTitle} lead={donorName(gift.data.donorKind, gift.data.donorLabel)} width="text"
      back={{ to: `/gifts/${id}`, label: own.title(donorName(gift.data.donorKind, gift.data.donorLabel)) }}>
      <Sheet><DraftForm key={id} donorId={gift.data.donorId} books={books.data.items} promises={promises} gift={gift.data} /></Sheet>
    </Page>
  )
}

type Content = Omit<Parameters<typeof client.draftGift>[0], 'bookId' | 'donorId'>

type FormProps = { donorId: string; books: readonly ShownBook[]; promises: readonly OpenInstalment[]; gift?: ReadGift; meets?: string }

function DraftForm({ donorId, books, promises, gift, meets }: FormProps) {
  const texts = useWords(words)
  const own = useWords(giftWords)
  const agreements = useWords(agreementWords)
  const campaigns = useWords(campaignWords)
  const navigate = useNavigate()
  const changed = useChanged()
  const labels = {
    bookId: own.book, form: texts.form, amount: texts.amount, item: own.item, quantity: own.quantity, countedIn: own.countedIn,
    valueBasis: own.valueBasis, fundId: texts.fund,
    projectLabel: own.project, needKind: own.needKind, wish: own.wish, promisedOn: own.promisedOn, instalment: agreements.meets,
    campaignId: campaigns.answers,
  }
  const record = useRecordForm<GiftValues, Content & { bookId: string }, ShownGift>({
    name: 'draft-gift', labels, initialValues: valuesOf({ books, promises, gift, meets }), issueFields: { agreementId: 'instalment' },
    toInput: values => ({ bookId: values.bookId, ...contentOf(values) }),
    operation: ({ bookId, ...content }, options) => (
      gift ? client.updateGift({ id: gift.id, version: gift.version, ...content }, options) : client.draftGift({ bookId, donorId, ...content }, options)),
    onSaved: async saved => { await changed(); await navigate({ to: `/gifts/${saved.id}` }) },
  })
  if (books.length === 0) return <Alert type="info" showIcon title={own.noBooks} />
  return (
    <RecordForm record={record} submitLabel={texts.save}>
      <GiftFields books={books} form={record.form} labels={labels} promises={promises} isKnown={gift !== undefined} />
    </RecordForm>
  )
}

type Given = { books: readonly ShownBook[]; promises: readonly OpenInstalment[]; gift: ReadGift | undefined; meets: string | undefined }

function valuesOf({ books, promises, gift, meets }: Given): GiftValues {
  if (gift === undefined) {
    const promise = promises.find(({ key }) => key === meets)
    const first = { bookId: books[0]?.id ?? '', form: 'money', promisedOn: chinaToday() } as const
    return promise === undefined ? first : { ...first, ...promised(promise), instalment: promise.key }
  }
  const { bookId, form, amountFen, item, quantity, countedIn, valueBasis, fundId, projectLabel, needKind, wish, promisedOn } = gift
  return {
    bookId, form, amount: amountFen, fundId, promisedOn, ...typed('item', item), ...(quantity === null ? {} : { quantity }), ...typed('countedIn', countedIn),
    ...typed('valueBasis', valueBasis), ...typed('projectLabel', projectLabel), ...typed('needKind', needKind), ...typed('wish', wish),
    ...typed('campaignId', gift.campaignId), ...(gift.agreementId === null ? {} : { instalment: `${gift.agreementId}/${gift.instalment}` }),
  }
}

function contentOf({ instalment, campaignId, form, amount, item, quantity, countedIn, valueBasis, fundId, projectLabel, needKind, wish,
  promisedOn }: GiftValues): Content {
  return {
    form, amount: amountOf(amount), fundId: fundId ?? '', promisedOn: promisedOn ?? '', wish: wish ?? '', ...typed('projectLabel', projectLabel),
      ...typed('needKind', needKind),
    ...typed('campaignId', campaignId), ...(instalment && form === 'money' ? namedInstalment(instalment) : {}),
    ...(form === 'money' ? {} : { ...typed('item', item), ...typed('valueBasis', valueBasis) }),
    ...(form === 'goods' ? { ...(quantity == null ? {} : { quantity }), ...typed('countedIn', countedIn) } : {}),
  }
}
