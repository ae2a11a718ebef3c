import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { client, queries, type ShownAct } from '../api.ts'
import { ExportLink } from '../ExportLink.tsx'
import { useChoices, useKindName, useKinds } from '../names.ts'
import { ActTag } from '../Tags.tsx'
import { UnitFilter } from '../UnitFilter.tsx'
import { words } from '../words.ts'

/** Acts of aid of the range, the latest changed first. */
export default function ActListPage() {
  const texts = useWords(words)
  const { actStatuses, payers } = useChoices()
  const kindName = useKindName()
  const columns: RecordColumn<ShownAct>[] = [
    { key: 'child', title: texts.child, isName: true, render: act => texts.childSaid(act.label) },
    { key: 'kind', title: texts.kind, render: act => `${kindName(act.kind, act.kindName)}${act.isCourtesyCall ? ` · ${texts.courtesy}` : ''}` },
    { key: 'status', title: texts.status, render: act => <ActTag status={act.status} /> },
    { key: 'total', title: texts.total, align: 'right', render: act => texts.yuan(formatYuan(act.totalFen)) },
    { key: 'payers', title: texts.payer, render: act => act.payerKinds.map(kind => texts.payerWords[kind]).join(' · ') },
    { key: 'given', title: texts.given, render: act => act.givenOn ?? '' },
    { key: 'received', title: texts.received, isWideOnly: true, render: act => act.receivedOn ?? '' },
    { key: 'unit', title: texts.unit, isWideOnly: true, render: act => act.unitName },
  ]
  const filters: RecordFilter[] = [
    { key: 'status', label: texts.status, kind: 'choice', options: actStatuses },
    { key: 'kind', label: texts.kind, kind: 'choice', options: useKinds() },
    { key: 'payer', label: texts.payer, kind: 'choice', options: payers },
    { key: 'courtesy', label: texts.courtesy, kind: 'choice',
      options: [{ value: 'true', label: texts.isCourtesy }, { value: 'false', label: texts.notCourtesy }] },
    { key: 'unit', label: texts.unit, kind: 'custom', render: control => <UnitFilter {...control} /> },
  ]
  return (
    <Page title={texts.acts} lead={texts.actsLead} actions={<ExportLink path="/api/aid-acts.xlsx" keys={['status', 'kind', 'payer', 'courtesy', 'unit']} />}>
      <RecordList
        caption={texts.acts} queryKey={queries.listActs.key()} load={loadActs} columns={columns} filters={filters} linkTo={act => `/aid-acts/${act.id}`}
        empty={{ title: texts.noActs, lead: texts.noActsLead, action: <Link to="/needs"><Button>{texts.needs}</Button></Link> }}
      />
    </Page>
  )
}

const loadActs = ({ filters: wanted, after, limit, signal }: PageRequest) => (
  client.listActs({ ...wanted, limit, ...(after === undefined ? {} : { after }) } as Parameters<typeof client.listActs>[0], { signal }))
