import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Page } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { client, queries, type ShownAward } from '../api.ts'
import { useChoices, useKindName, useKinds } from '../names.ts'
import { AwardTag } from '../Tags.tsx'
import { words } from '../words.ts'

/** Awards of the range, the latest changed first. */
export default function AwardListPage() {
  const texts = useWords(words)
  const { may } = useSession()
  const kindName = useKindName()
  const columns: RecordColumn<ShownAward>[] = [
    { key: 'child', title: texts.child, isName: true, render: award => texts.childSaid(award.label) },
    { key: 'kind', title: texts.kind, render: award => kindName(award.kind, award.kindName) },
    { key: 'status', title: texts.status, render: award => <AwardTag status={award.status} /> },
    { key: 'amount', title: texts.amount, align: 'right', render: award => texts.yuan(formatYuan(award.amountFen)) },
    { key: 'people', title: texts.people, align: 'right', isWideOnly: true, render: award => award.peopleCount },
    { key: 'payee', title: texts.payee, render: award => (award.payeeLabel === null ? '' : texts.tail(award.payeeLabel, award.accountTail ?? '')) },
    { key: 'applied', title: texts.applied, isWideOnly: true, render: award => texts.by(award.appliedOn, award.appliedName) },
    { key: 'paid', title: texts.paid, isWideOnly: true, render: award => award.paidOn ?? '' },
    { key: 'unit', title: texts.unit, isWideOnly: true, render: award => award.unitName },
  ]
  const filters: RecordFilter[] = [
    { key: 'status', label: texts.status, kind: 'choice', options: useChoices().awardStatuses },
    { key: 'kind', label: texts.kind, kind: 'choice', options: useKinds() },
    { key: 'isWaiting', label: texts.waiting, kind: 'choice', options: [{ value: 'true', label: texts.isWaiting }, { value: 'false',
      label: texts.notWaiting }] },
  ]
  const apply = may('award.apply') && <Link to="/awards/apply"><Button type="primary">{texts.apply}</Button></Link>
  return (
    <Page title={texts.awards} lead={texts.awardsLead} actions={<><Link to="/award-batches"><Button>{texts.batches}</Button></Link>
      {may('beneficiary.enter') && <Link to="/beneficiaries/enter"><Button>{texts.enterBeneficiaries}</Button></Link>}{apply}</>}>
      <RecordList
        caption={texts.awards} queryKey={queries.listAwards.key()} load={loadAwards} columns={columns} filters={filters} linkTo={award => `/awards/${award.id}`}
        empty={{ title: texts.noAwards, lead: texts.noAwardsLead, ...(apply ? { action: apply } : {}) }}
      />
    </Page>
  )
}

const loadAwards = ({ filters: wanted, after, limit, signal }: PageRequest) => (
  client.listAwards({ ...wanted, limit, ...(after === undefined ? {} : { after }) } as Parameters<typeof client.listAwards>[0], { signal }))
