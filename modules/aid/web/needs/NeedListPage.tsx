import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { client, queries, type ShownNeed } from '../api.ts'
import { UnitFilter } from '../UnitFilter.tsx'
import { ExportLink } from '../ExportLink.tsx'
import { useChoices, useKindName, useKinds } from '../names.ts'
import { NeedTag } from '../Tags.tsx'
import { words } from '../words.ts'

/** Needs of the range, the latest changed first. */
export default function NeedListPage() {
  const texts = useWords(words)
  const { needStatuses } = useChoices()
  const kindName = useKindName()
  const columns: RecordColumn<ShownNeed>[] = [
    { key: 'child', title: texts.child, isName: true, render: need => texts.childSaid(need.label) },
    { key: 'kind', title: texts.kind,
      render: need => `${kindName(need.kind, need.kindName)}${need.reach === 'household' ? ` · ${texts.reachWords.household}` : ''}` },
    { key: 'status', title: texts.status, render: need => <NeedTag of={need} /> },
    { key: 'amount', title: texts.amount, align: 'right', render: need => (need.amountFen === null ? '' : texts.yuan(formatYuan(need.amountFen))) },
    { key: 'wanted', title: texts.wantedBy, render: need => need.wantedBy ?? '' },
    { key: 'raised', title: texts.raised, isWideOnly: true, render: need => texts.by(need.raisedOn, need.raisedName) },
    { key: 'unit', title: texts.unit, isWideOnly: true, render: need => need.unitName },
  ]
  const filters: RecordFilter[] = [
    { key: 'status', label: texts.status, kind: 'choice', options: needStatuses },
    { key: 'kind', label: texts.kind, kind: 'choice', options: useKinds() },
    { key: 'overdue', label: texts.wantedBy, kind: 'choice', options: [{ value: 'true', label: texts.onlyOverdue }] },
    { key: 'unit', label: texts.unit, kind: 'custom', render: control => <UnitFilter {...control} /> },
  ]
  return (
    <Page title={texts.needs} lead={texts.needsLead} actions={<ExportLink path="/api/needs.xlsx" keys={['status', 'kind', 'overdue', 'unit']} />}>
      <RecordList
        caption={texts.needs} queryKey={queries.listNeeds.key()} load={loadNeeds} columns={columns} filters={filters} linkTo={need => `/needs/${need.id}`}
        empty={{ title: texts.noNeeds, lead: texts.noNeedsLead, action: <Link to="/cases"><Button>{texts.toCases}</Button></Link> }}
      />
    </Page>
  )
}

const loadNeeds = ({ filters: wanted, after, limit, signal }: PageRequest) => (
  client.listNeeds({ ...wanted, limit, ...(after === undefined ? {} : { after }) } as Parameters<typeof client.listNeeds>[0], { signal }))
