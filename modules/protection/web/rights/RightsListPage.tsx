import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn } from '#platform/ui/list/record-list.ts'
import { askerNames, rightsKindNames, rightsStateNames } from '../../rules/words.ts'
import { client, queries, type ShownRightsRow } from '../api.ts'
import { optionsOf } from '../names.ts'
import { RightsStatus } from './RightsStatus.tsx'

const columns: RecordColumn<ShownRightsRow>[] = [
  { key: 'what', title: '请求', isName: true, render: (request) => `${rightsKindNames[request.kind]}${request.maskedName}的信息` },
  { key: 'who', title: '提出人', render: (request) => askerNames[request.askedBy] },
  { key: 'unit', title: '单位', render: (request) => request.unitName },
  { key: 'received', title: '收到', render: (request) => request.receivedOn },
  { key: 'due', title: '答复期限', render: (request) => request.dueOn },
  { key: 'status', title: '办理', render: (request) => <RightsStatus request={request} /> },
]

/** What children and guardians ask of what is kept about them, with the last day for each answer. */
export default function RightsListPage() {
  return (
    <Page title="权利请求" lead="孩子本人或监护人要求查阅、复制、更正、删除个人信息的，从收到之日起十五日内书面答复；不予办理须说明理由。在孩子的页面登记。">
      <RecordList
        caption="权利请求" queryKey={queries.listRightsRequests.key()} load={load} columns={columns} linkTo={(request) => `/rights-requests/${request.id}`}
        filters={[
          { key: 'status', label: '办理', kind: 'choice', options: optionsOf(rightsStateNames) },
          { key: 'kind', label: '请求', kind: 'choice', options: optionsOf(rightsKindNames) },
          { key: 'late', label: '期限', kind: 'choice', options: [{ value: 'true', label: '已逾期' }, { value: 'false', label: '未逾期' }] },
        ]}
        empty={{ title: '没有权利请求', lead: '有孩子或监护人提出查阅、复制、更正、删除时，请在孩子的页面登记，会显示在这里。' }}
      />
    </Page>
  )
}

async function load({ filters, after, limit, signal }: PageRequest) {
  const input = { ...filters, limit, ...(after === undefined ? {} : { after }) } as Parameters<typeof client.listRightsRequests>[0]
  return client.listRightsRequests(input, { signal })
}
