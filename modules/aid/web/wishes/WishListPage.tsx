import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, type ShownWish } from '../api.ts'
import { ExportLink } from '../ExportLink.tsx'
import { useChoices } from '../names.ts'
import { WishTag } from '../Tags.tsx'
import { UnitFilter } from '../UnitFilter.tsx'
import { words } from '../words.ts'
import { wishWords } from './words.ts'

/** Wishes of the range, the latest changed first. */
export default function WishListPage() {
  const texts = useWords(words)
  const own = useWords(wishWords)
  const { wishStatuses } = useChoices()
  const columns: RecordColumn<ShownWish>[] = [
    { key: 'child', title: texts.child, isName: true, render: wish => texts.childSaid(wish.label) },
    { key: 'status', title: texts.status, render: wish => <WishTag status={wish.status} /> },
    { key: 'published', title: own.published, render: wish => wish.publishedOn ?? '' },
    { key: 'until', title: own.until, render: wish => wish.claimUntilOn ?? '' },
    { key: 'fulfilled', title: own.fulfilled, render: wish => wish.fulfilledOn ?? '' },
    { key: 'author', title: own.author, isWideOnly: true, render: wish => texts.by(wish.writtenOn, wish.authorName) },
    { key: 'unit', title: texts.unit, isWideOnly: true, render: wish => wish.unitName },
  ]
  const filters: RecordFilter[] = [
    { key: 'status', label: texts.status, kind: 'choice', options: wishStatuses },
    { key: 'unit', label: texts.unit, kind: 'custom', render: control => <UnitFilter {...control} /> },
  ]
  return (
    <Page
      title={texts.wishes} lead={own.lead}
      actions={<><Link to="/wish-wall"><Button>{texts.wall}</Button></Link><ExportLink path="/api/wishes.xlsx" keys={['status', 'unit']} /></>}
    >
      <RecordList
        caption={texts.wishes} queryKey={queries.listWishes.key()} load={loadWishes} columns={columns} filters={filters} linkTo={wish => `/wishes/${wish.id}`}
        empty={{ title: own.noWishes, lead: own.noWishesLead, action: <Link to="/cases"><Button>{texts.toCases}</Button></Link> }}
      />
    </Page>
  )
}

const loadWishes = ({ filters: wanted, after, limit, signal }: PageRequest) => (
  client.listWishes({ ...wanted, limit, ...(after === undefined ? {} : { after }) } as Parameters<typeof client.listWishes>[0], { signal }))
