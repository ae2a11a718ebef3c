import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { RecordColumn } from '#platform/ui/list/record-list.ts'
import { ageBandLabel } from '#platform/values/mask.ts'
import { queries, type ShownChild } from './api.ts'
import { loadChildren } from './ChildListPage.tsx'
import { optionsOf, sexNames, typeOptions } from './names.ts'
import { DifferenceText, Types } from './Types.tsx'

const columns: RecordColumn<ShownChild>[] = [
  {
    key: 'name',
    title: '孩子',
    isName: true,
    render: (child) => `${child.maskedName}（${sexNames[child.sex]}，${ageBandLabel(child.ageBand)}）`,
  },
  { key: 'unit', title: '单位', render: (child) => child.unitName },
  { key: 'derived', title: '平台推算', isWideOnly: true, render: (child) => <Types types={child.derivedTypes} /> },
  { key: 'civil', title: '民政认定', isWideOnly: true, render: (child) => <Types types={child.civilAffairsTypes} none="未认定" /> },
  { key: 'difference', title: '不一致之处', render: (child) => <DifferenceText {...child} /> },
]

/** Children for whom our rules and civil affairs say different things: a list to talk over, not a verdict. */
export default function DifferenceListPage() {
  return (
    <Page
      title="推算与认定不一致"
      back={{ to: '/children', label: '关爱对象' }}
      lead="困难类型由民政部门认定；平台按所记情况推算，供核对。请带着这份名单与民政沟通，或补正所记情况。"
    >
      <RecordList
        caption="推算与认定不一致的孩子"
        queryKey={[...queries.listChildren.key(), 'differences']}
        columns={columns}
        linkTo={(child) => `/children/${child.id}`}
        load={(request) => loadChildren(request, '', { differs: true })}
        filters={[
          { key: 'type', label: '平台推算', kind: 'choice', options: typeOptions },
          { key: 'sex', label: '性别', kind: 'choice', options: optionsOf(sexNames) },
        ]}
        empty={{ title: '没有不一致的孩子', lead: '平台推算与民政认定目前相符。' }}
      />
    </Page>
  )
}
