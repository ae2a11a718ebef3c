import { Checkbox, Form, Input, Radio } from 'antd'
import { ActDialog } from './ActDialog.tsx'
import { client, type ShownDuplicate, type ShownItem } from './api.ts'

type DialogProps = { pair: ShownDuplicate; onClose: () => void }

const nameOf = (item: ShownItem) => `${item.unitName}的${item.name}${item.phone === null ? '' : `（${item.phone}）`}`
const takable = [
  { value: 'name', label: '姓名' }, { value: 'phone', label: '联系电话' }, { value: 'birthOn', label: '出生日期' }, { value: 'capacity', label: '可结对人数' },
  { value: 'education', label: '学历' }, { value: 'formerWork', label: '原工作' }, { value: 'joinedOn', label: '加入日期' },
] as const

/** One person: which record goes on, and what is taken over from the other. */
export function MergeDialog({ pair, onClose }: DialogProps) {
  type Values = { keptId: string; take: (typeof takable)[number]['value'][]; reason: string }
  const { first, second } = pair
  const otherOf = (id: string) => (id === first.id ? second : first)
  const keptOf = (id: string) => (id === first.id ? first : second)
  return (
    <ActDialog<Values, Parameters<typeof client.mergeVolunteers>[0], { id: string }>
      name="merge" title="合并" onClose={onClose} operation={client.mergeVolunteers} initialValues={{ keptId: first.id, take: [] }}
      labels={{ keptId: '保留哪一条', take: '从另一条取用', reason: '依据' }}
      toInput={({ keptId, take, reason }) => ({
        id: keptId, version: keptOf(keptId).version, mergedId: otherOf(keptId).id, mergedVersion: otherOf(keptId).version, take, reason })}
    >
      <Form.Item<Values> name="keptId" label="保留哪一条">
        <Radio.Group options={[{ value: first.id, label: nameOf(first) }, { value: second.id, label: nameOf(second) }]} />
      </Form.Item>
      <Form.Item<Values> name="take" label="从另一条取用" extra="类别、岗位、特长会自动合在一起。"><Checkbox.Group options={[...takable]} /></Form.Item>
      <Form.Item<Values> name="reason" label="依据" rules={[{ required: true, message: '请填写依据。' }]}>
        <Input maxLength={200} placeholder="如：已电话核实是同一人" />
      </Form.Item>
    </ActDialog>
  )
}

/** Two people: the pair is not shown again. */
export function DistinctDialog({ pair, onClose }: DialogProps) {
  type Values = { note?: string }
  return (
    <ActDialog<Values, Parameters<typeof client.decideDuplicate>[0], { id: string }>
      name="distinct" title="认定不是同一人" onClose={onClose} operation={client.decideDuplicate} initialValues={{}} labels={{ note: '说明' }}
      toInput={(values) => ({ id: pair.id, ...values })}
    >
      <p>{nameOf(pair.first)} 和 {nameOf(pair.second)} 是两个人。</p>
      <Form.Item<Values> name="note" label="说明"><Input maxLength={200} placeholder="如：同名，住址不同" /></Form.Item>
    </ActDialog>
  )
}
