import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { RecordColumn } from '#platform/ui/list/record-list.ts'
import { accessRuleNames, accessRuleUnits, unusualStateNames } from '../../rules/words.ts'
import { client, queries, type ShownUnusual } from '../api.ts'
import { askedOf, optionsOf } from '../names.ts'
import { UnusualStatus } from './UnusualStatus.tsx'

const columns: RecordColumn<ShownUnusual>[] = [
  { key: 'who', title: '查阅人', isName: true, render: (found) => `${found.personName}，${found.happenedOn}` },
  { key: 'rule', title: '情形', render: (found) => `${accessRuleNames[found.rule]}（${found.count}${accessRuleUnits[found.rule]}）` },
  { key: 'unit', title: '单位', render: (found) => found.unitName },
  { key: 'due', title: '核实期限', render: (found) => found.dueOn },
  { key: 'status', title: '核实', render: (found) => <UnusualStatus found={found} /> },
]

/** What the weekly look at the reading of files found out of the ordinary, to be explained and judged. */
export default function UnusualListPage() {
  return (
    <Page title="异常访问" lead="每周一从审计记录中找出查阅过多、夜间、跨乡镇、结案后等情形，由未成年人信息负责人向本人核实并作出判断；不正当的自动立为安全事件。">
      <RecordList
        caption="异常访问" queryKey={queries.listUnusualAccesses.key()} columns={columns} linkTo={(found) => `/unusual-accesses/${found.id}`}
        load={(asked) => client.listUnusualAccesses(askedOf(asked), { signal: asked.signal })}
        filters={[
          { key: 'status', label: '核实', kind: 'choice', options: optionsOf(unusualStateNames) },
          { key: 'rule', label: '情形', kind: 'choice', options: optionsOf(accessRuleNames) },
        ]}
        empty={{ title: '没有异常访问', lead: '每周一早上自动查找上周的查阅记录，有情况会显示在这里并形成待办。' }}
      />
    </Page>
  )
}
