import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Page } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { client, queries, type ShownDonor } from '../api.ts'
import { useChoices, useDonorName } from '../names.ts'
import { donorWords, words } from '../words.ts'

/** Donors of the range, masked. */
export default function DonorListPage() {
  const texts = useWords(words)
  const own = useWords(donorWords)
  const { may } = useSession()
  const { donorKinds } = useChoices()
  const donorName = useDonorName()
  const columns: RecordColumn<ShownDonor>[] = [
    { key: 'label', title: texts.donor, isName: true, render: donor => donorName(donor.kind, donor.label) },
    { key: 'kind', title: texts.kind, render: donor => texts.donorKindWords[donor.kind] },
    { key: 'code', title: own.code, isWideOnly: true, render: donor => donor.creditCode ?? '' },
    { key: 'count', title: own.count, align: 'right', render: donor => donor.giftCount },
    { key: 'given', title: own.given, align: 'right', render: donor => texts.yuan(formatYuan(donor.givenFen)) },
    { key: 'last', title: own.last, render: donor => donor.lastGivenOn ?? '' },
    { key: 'unit', title: texts.unit, isWideOnly: true, render: donor => donor.unitName },
  ]
  const filters: RecordFilter[] = [{ key: 'kind', label: texts.kind, kind: 'choice', options: donorKinds }]
  const register = may('donor.write') && <Link to="/donors/register"><Button type="primary">{own.register}</Button></Link>
  return (
    <Page title={texts.donors} lead={own.lead} actions={register}>
      <RecordList
        caption={texts.donors} queryKey={queries.listDonors.key()} load={loadDonors} columns={columns} filters={filters} searchHint={own.search}
        exportButton={({ q: _searched, ...wanted }) => <Button href={`/api/donors.xlsx?${new URLSearchParams(wanted).toString()}`}>{texts.export}</Button>}
        linkTo={donor => `/donors/${donor.id}`} empty={{ title: own.empty, lead: own.emptyLead, action: register }}
      />
    </Page>
  )
}

const loadDonors = ({ filters: wanted, after, limit, signal }: PageRequest) => {
  const input = { ...wanted, limit, ...(after === undefined ? {} : { after }) } as Parameters<typeof client.searchDonors>[0]
  // A name never stands in the address of a question to the server.
  return wanted['q'] === undefined ? client.listDonors(input, { signal }) : client.searchDonors(input, { signal })
}
