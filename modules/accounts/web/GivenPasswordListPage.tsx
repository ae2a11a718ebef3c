import { Page } from '#platform/ui/frame/Page.tsx'
import type { RecordColumn } from '#platform/ui/list/record-list.ts'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, instantText, queries } from './api.ts'
import { words } from './words.ts'

type Given = Awaited<ReturnType<typeof client.listGivenPasswords>>['items'][number]

/** Passwords that an office reset, for the security administrator's eye. */
export default function GivenPasswordListPage() {
  const texts = useWords(words)
  const columns: RecordColumn<Given>[] = [
    { key: 'person', title: texts.person, isName: true, render: given => given.personName }, { key: 'unit', title: texts.unit, render: given =>
      given.unitName },
    { key: 'giver', title: texts.giver2, render: given => given.giverName }, { key: 'at', title: texts.at, render: given => instantText(given.at) },
    { key: 'reason', title: texts.reason, render: given => given.reason },
  ]
  return (
    <Page title={texts.given} lead={texts.givenLead}>
      <RecordList caption={texts.given} queryKey={queries.listGivenPasswords.key()} columns={columns} empty={{ title: texts.noGiven, lead: '' }}
        load={({ after, limit, signal }) => client.listGivenPasswords({ limit, ...(after ? { after } : {}) }, { signal })} />
    </Page>
  )
}
