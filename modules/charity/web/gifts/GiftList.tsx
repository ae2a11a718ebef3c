import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { client, queries, type ShownGift } from '../api.ts'
import { useChoices, useDonorName } from '../names.ts'
import { GiftTag } from '../Tags.tsx'
import { words } from '../words.ts'
import { giftWords } from './words.ts'

const addressOf = (wanted: Record<string, string>) => `/api/gifts.xlsx?${new URLSearchParams(wanted).toString()}`

/** Gifts of the range, or of one donor. */
export function GiftList({ donorId }: { donorId?: string }) {
  const texts = useWords(words)
  const own = useWords(giftWords)
  const { forms, statuses } = useChoices()
  const donorName = useDonorName()
  const columns: RecordColumn<ShownGift>[] = [
    { key: 'donor', title: texts.donor, isName: true, render: gift => donorName(gift.donorKind, gift.donorLabel) },
    { key: 'form', title: texts.form, render: gift => texts.giftFormWords[gift.form] },
    { key: 'amount', title: texts.amount, align: 'right', render: gift => formatYuan(gift.amountFen) },
    { key: 'fund', title: texts.fund, render: gift => gift.fundName },
    { key: 'status', title: texts.status, render: gift => <GiftTag status={gift.status} /> },
    { key: 'received', title: texts.received, render: gift => gift.receivedOn ?? '' },
    { key: 'receipt', title: texts.receipt, isWideOnly: true, render: gift => gift.receiptNumber ?? '' },
    { key: 'unit', title: texts.unit, isWideOnly: true, render: gift => gift.unitName },
  ]
  const filters: RecordFilter[] = [
    { key: 'status', label: texts.status, kind: 'choice', options: statuses }, { key: 'form', label: texts.form, kind: 'choice', options: forms },
  ]
  const load = ({ filters: wanted, after, limit, signal }: PageRequest) => client.listGifts({
    ...wanted, limit, ...(donorId === undefined ? {} : { donorId }),
      ...(after === undefined ? {} : { after }) } as Parameters<typeof client.listGifts>[0], { signal })
  return (
    <RecordList
      caption={texts.gifts} queryKey={[...queries.listGifts.key(),
        donorId ?? 'all']} load={load} columns={columns} filters={filters} linkTo={gift => `/gifts/${gift.id}`}
      exportButton={wanted => <Button href={addressOf(donorId === undefined ? wanted : { ...wanted, donorId })}>{texts.export}</Button>}
      empty={{ title: own.empty, lead: own.emptyLead,
        ...(donorId === undefined ? { action: <Link to="/donors"><Button>{own.toDonors}</Button></Link> } : {}) }}
    />
  )
}
