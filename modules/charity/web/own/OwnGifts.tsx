import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { client, queries, type ReadOwnGift } from '../api.ts'
import { words } from '../words.ts'
import { ownWords } from './words.ts'

/** The own gifts, the latest first, a page at a time. */
export function OwnGifts() {
  const own = useWords(ownWords)
  const asked = useInfiniteQuery({
    queryKey: queries.listOwnGifts.key(), initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => client.listOwnGifts(pageParam === undefined ? {} : { after: pageParam }, { signal }),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  if (asked.data === undefined) return asked.isError ? <Alert type="error" showIcon title={toRefusal(asked.error).message} /> : <Skeleton active />
  const gifts = asked.data.pages.flatMap(({ items }) => items)
  if (gifts.length === 0) return <p className="xh-secondary">{own.noGifts}</p>
  return (
    <>
      <ul className="xh-cards">{gifts.map((gift) => <GiftCard key={gift.id} gift={gift} />)}</ul>
      {asked.hasNextPage && <Button loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>{own.more}</Button>}
    </>
  )
}

function GiftCard({ gift }: { gift: ReadOwnGift }) {
  const texts = useWords(words)
  const own = useWords(ownWords)
  const { form, item, quantity, countedIn, status, receivedOn, receiptCode, receiptNumber, receiptOn } = gift
  const standing = status === 'refunded' ? own.refunded : receivedOn === null ? own.waiting : own.receivedOn(receivedOn)
  return (
    <li>
      <div className="xh-card-name">
        {texts.giftFormWords[form]} · {texts.yuan(formatYuan(gift.amountFen))}
        {item !== null && <> · {quantity === null ? item : own.pieces(item, quantity, countedIn ?? '')}</>}
      </div>
      <p>{standing} · {gift.fundName}{gift.projectLabel !== null && <> · {gift.projectLabel}</>}</p>
      {receivedOn !== null && status === 'confirmed' && (
        <p className="xh-secondary">{receiptCode === null ? own.noReceipt : own.receipt(receiptCode, receiptNumber ?? '', receiptOn ?? '')}</p>
      )}
      {gift.traceCode !== null && <p className="xh-secondary">{own.traceCode(gift.traceCode)}</p>}
      {gift.traceCode !== null && <Link to={`/my-gifts/${gift.id}`}><Button>{own.trail}</Button></Link>}
    </li>
  )
}
