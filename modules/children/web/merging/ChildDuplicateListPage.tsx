import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, type ShownPair } from '../api.ts'
import { useNames } from '../names.ts'
import { childWords } from '../words/child-words.ts'
import { registerWords } from '../words/register-words.ts'
import { DismissDialog, MergeDialog } from './DuplicateDialogs.tsx'

/** Pairs of records that may be one child, masked, waiting for a decision. */
export default function ChildDuplicateListPage() {
  const texts = useWords(registerWords)
  const { duplicateReasons } = useNames()
  const { listed } = useWords()
  const [merging, setMerging] = useState<ShownPair>()
  const [dismissing, setDismissing] = useState<ShownPair>()
  const columns: RecordColumn<ShownPair>[] = [
    { key: 'first', title: texts.first, isName: true, render: ({ first }) => <Paired child={first} /> },
    { key: 'second', title: texts.second, render: ({ second }) => <Link to={`/children/${second.id}` as string}><Paired child={second} /></Link> },
    { key: 'reasons', title: texts.inCommon, render: ({ reasons }) => listed(reasons.map((reason) => duplicateReasons[reason])) },
    {
      key: 'acts', title: texts.handling, render: (pair) => (
        <span className="xh-actions">
          <Button size="small" onClick={() => setMerging(pair)}>{texts.isSame}</Button>
          <Button size="small" onClick={() => setDismissing(pair)}>{texts.isDistinct}</Button>
        </span>
      ),
    },
  ]
  return (
    <Page title={texts.duplicates} back={{ to: '/children', label: texts.children }} lead={texts.duplicatesLead}>
      <RecordList<ShownPair>
        caption={texts.duplicates} queryKey={queries.listChildDuplicates.key()} load={load} columns={columns}
        linkTo={({ first }) => `/children/${first.id}`} empty={{ title: texts.noDuplicates, lead: texts.noDuplicatesLead }}
      />
      {merging && <MergeDialog pair={merging} onClose={() => setMerging(undefined)} />}
      {dismissing && <DismissDialog pair={dismissing} onClose={() => setDismissing(undefined)} />}
    </Page>
  )
}

/** One record of a pair as it may be shown. */
function Paired({ child }: { child: ShownPair['first'] }) {
  const texts = useWords(registerWords)
  const { childOf } = useWords(childWords)
  const names = useNames()
  return <>{texts.recordOf(childOf(child.maskedName, names.sexes[child.sex], names.bandOf(child.ageBand)), child.unitName, child.registeredOn)}</>
}

const load = ({ after, limit, signal }: PageRequest) => client.listChildDuplicates({ limit, ...(after === undefined ? {} : { after }) }, { signal })
