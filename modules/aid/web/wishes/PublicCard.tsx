import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import type { PublicWish } from '../api.ts'
import { PublicTag } from '../Tags.tsx'
import { wishWords } from './words.ts'

/** One wish as the public sees it. */
export function PublicCard({ wish }: { wish: PublicWish }) {
  const own = useWords(wishWords)
  const band = wish.ageBand === null ? own.anyAge : own.bandOf(wish.ageBand)
  return (
    <>
      <p><strong>{wish.text}</strong></p>
      <p className="xh-secondary">{wish.area} · {band}{wish.amountFen !== null && ` · ${own.cost(formatYuan(wish.amountFen))}`}</p>
      <p><PublicTag status={wish.status} /></p>
      {wish.thanks !== null && <p>“{wish.thanks}”</p>}
    </>
  )
}
