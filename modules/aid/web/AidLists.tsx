import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { queries } from './api.ts'
import { useKindName } from './names.ts'
import { ActTag, NeedTag, WishTag } from './Tags.tsx'
import { words } from './words.ts'

/** The latest needs, acts of aid and wishes of a child or a case, each with the way to it. */
export function AidLists({ of }: { of: { childId: string } | { caseId: string } }) {
  const texts = useWords(words)
  const kindName = useKindName()
  const { may } = useSession()
  const input = { ...of, limit: 10 }
  const needs = useQuery(queries.listNeeds.queryOptions({ input }))
  const acts = useQuery(queries.listActs.queryOptions({ input }))
  const wishes = useQuery({ ...queries.listWishes.queryOptions({ input }), enabled: may('aid.read') })
  const isEmpty = needs.data?.items.length === 0 && acts.data?.items.length === 0 && (wishes.data?.items.length ?? 0) === 0
  return (
    <>
      {isEmpty && <p className="xh-secondary">{texts.nothingYet}</p>}
      <ul className="xh-cards">
        {needs.data?.items.map(need => (
          <li key={need.id}>
            <div className="xh-card-name"><Link to={`/needs/${need.id}`}>{texts.aNeed} · {kindName(need.kind, need.kindName)} · {need.raisedOn}</Link></div>
            <p><NeedTag of={need} /></p>
          </li>
        ))}
        {acts.data?.items.map(act => (
          <li key={act.id}>
            <div className="xh-card-name">
              <Link to={`/aid-acts/${act.id}`}>{texts.anAct} · {kindName(act.kind, act.kindName)} · {act.givenOn ?? act.offeredOn}</Link>
            </div>
            <p><ActTag status={act.status} /> {texts.yuan(formatYuan(act.totalFen))}</p>
          </li>
        ))}
        {wishes.data?.items.map(wish => (
          <li key={wish.id}>
            <div className="xh-card-name"><Link to={`/wishes/${wish.id}`}>{texts.aWish} · {wish.writtenOn}</Link></div>
            <p><WishTag status={wish.status} /></p>
          </li>
        ))}
      </ul>
    </>
  )
}
