import { Button } from 'antd'
import { Page } from '#platform/ui/frame/Page.tsx'
import type { PageRequest, RecordColumn } from '#platform/ui/list/record-list.ts'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, type ShownPost } from './api.ts'
import { words } from './words.ts'

/** Posts that nobody holds, the longest vacant first. */
export default function VacancyListPage() {
  const texts = useWords(words)
  const columns: RecordColumn<ShownPost>[] = [
    { key: 'unit', title: texts.unit, isName: true, render: post => post.unitName },
    { key: 'title', title: texts.title, render: post => post.titleName },
    { key: 'since', title: texts.vacantSince, render: post => post.vacantSince },
    { key: 'days', title: texts.status, align: 'right', render: post => texts.vacantFor(post.vacantDays ?? 0) },
  ]
  return (
    <Page title={texts.vacancies} lead={texts.vacanciesLead} back={{ to: '/units', label: texts.units }}
      actions={<Button href="/api/exports/posts.xlsx">{texts.exportPosts}</Button>}>
      <RecordList caption={texts.vacancies} queryKey={[...queries.listPosts.key(), 'vacant']} columns={columns} load={loadVacancies}
        linkTo={post => `/units/${post.unitId}`} empty={{ title: texts.noVacancies, lead: texts.noVacanciesLead }} />
    </Page>
  )
}

const loadVacancies = ({ after, limit, signal }: PageRequest) =>
  client.listPosts({ isVacant: 'true', limit, ...(after === undefined ? {} : { after }) }, { signal })
