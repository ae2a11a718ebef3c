import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { queries } from '../api.ts'
import { words } from '../words.ts'
import { ownWords } from './words.ts'

/** Home page of a donor: what was given in all, what waits to be paid or handed over, and the way to each gift. */
export default function OwnGiftsCard() {
  const texts = useWords(words)
  const own = useWords(ownWords)
  const { data, error } = useQuery(queries.getOwnPage.queryOptions({ input: {} }))
  if (error) throw error
  return (
    <Sheet title={own.title} actions={<Link to="/my-gifts">{own.openGifts}</Link>}>
      {data === undefined && <Skeleton active title={false} />}
      {data?.donor === null && <p>{own.notLinked}</p>}
      {data?.donor != null && (
        <Facts lines={[
          fact(own.given, texts.yuan(formatYuan(data.donor.givenFen))), fact(own.gifts, own.times(data.donor.giftCount)),
          data.orders.length > 0 && fact(own.orders, data.orders.length), data.claims.length > 0 && fact(own.claims, data.claims.length),
        ]} />
      )}
    </Sheet>
  )
}
