import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { client, queries, type ShownAgreement } from '../api.ts'
import { useChoices } from '../names.ts'
import { AgreementTag } from '../Tags.tsx'
import { words } from '../words.ts'
import { agreementWords } from './words.ts'

/** Agreements of the range, or of one donor. */
export function AgreementList({ donorId }: { donorId?: string }) {
  const texts = useWords(words)
  const own = useWords(agreementWords)
  const { agreementStatuses } = useChoices()
  const columns: RecordColumn<ShownAgreement>[] = [
    { key: 'title', title: own.name, isName: true, render: agreement => agreement.title },
    ...(donorId === undefined ? [{ key: 'donor', title: texts.donor, render: (agreement: ShownAgreement) => agreement.donorLabel }] : []),
    { key: 'status', title: texts.status, render: agreement => <AgreementTag status={agreement.status} /> },
    { key: 'total', title: own.total, align: 'right', render: agreement => texts.yuan(formatYuan(agreement.totalFen)) },
    { key: 'arrived', title: own.arrived, align: 'right', render: agreement => texts.yuan(formatYuan(agreement.arrivedFen)) },
    { key: 'next', title: own.nextDue, render: agreement => agreement.nextDueOn ?? '' },
    { key: 'overdue', title: own.overdue, align: 'right', render: agreement => (agreement.overdueFen === 0 ? ''
      : texts.yuan(formatYuan(agreement.overdueFen))) },
    { key: 'fund', title: texts.fund, isWideOnly: true, render: agreement => agreement.fundName },
  ]
  // Beside the gifts of a donor the list has no filters: they stand in the address, which both would read.
  const filters: RecordFilter[] = donorId !== undefined ? [] : [
    { key: 'status', label: texts.status, kind: 'choice', options: agreementStatuses },
    { key: 'isOverdue', label: own.overdueFilter, kind: 'choice', options: [{ value: 'true', label: own.isOverdue }, { value: 'false',
      label: own.notOverdue }] },
  ]
  const load = ({ filters: wanted, after, limit, signal }: PageRequest) => client.listAgreements({
    ...wanted, limit, ...(donorId === undefined ? {} : { donorId }), ...(after === undefined ? {} : { after }),
  } as Parameters<typeof client.listAgreements>[0], { signal })
  return (
    <RecordList
      caption={texts.agreements} queryKey={[...queries.listAgreements.key(), donorId ?? 'all']} load={load} columns={columns} filters={filters}
      linkTo={agreement => `/donation-agreements/${agreement.id}`} empty={{ title: own.empty, lead: own.emptyLead }}
    />
  )
}
