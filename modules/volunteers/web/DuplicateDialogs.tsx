import { Checkbox, Form, Input, Radio } from 'antd'
import { useWords } from '#platform/ui/words.ts'
import { ActDialog } from './ActDialog.tsx'
import { client, type ShownDuplicate, type ShownItem } from './api.ts'
import { formWords } from './words.ts'

type DialogProps = { pair: ShownDuplicate; onClose: () => void }

const takable = ['name', 'phone', 'birthOn', 'capacity', 'education', 'formerWork', 'joinedOn'] as const

function useNameOf() {
  const { recordOf } = useWords(formWords)
  return (item: ShownItem) => recordOf(item.unitName, item.name, item.phone)
}

/** One person: which record goes on, and what is taken over from the other. */
export function MergeDialog({ pair, onClose }: DialogProps) {
  type Values = { keptId: string; take: (typeof takable)[number][]; reason: string }
  const texts = useWords(formWords)
  const nameOf = useNameOf()
  const { first, second } = pair
  const otherOf = (id: string) => (id === first.id ? second : first)
  const keptOf = (id: string) => (id === first.id ? first : second)
  return (
    <ActDialog<Values, Parameters<typeof client.mergeVolunteers>[0], { id: string }>
      name="merge" title={texts.merge} onClose={onClose} operation={client.mergeVolunteers} initialValues={{ keptId: first.id, take: [] }}
      labels={{ keptId: texts.keep, take: texts.take, reason: texts.basis }}
      toInput={({ keptId, take, reason }) => ({
        id: keptId, version: keptOf(keptId).version, mergedId: otherOf(keptId).id, mergedVersion: otherOf(keptId).version, take, reason })}
    >
      <Form.Item<Values> name="keptId" label={texts.keep}>
        <Radio.Group options={[{ value: first.id, label: nameOf(first) }, { value: second.id, label: nameOf(second) }]} />
      </Form.Item>
      <Form.Item<Values> name="take" label={texts.take} extra={texts.takeLead}>
        <Checkbox.Group options={takable.map(value => ({ value, label: value === 'capacity' ? texts.capacity : texts.fields[value] }))} />
      </Form.Item>
      <Form.Item<Values> name="reason" label={texts.basis} rules={[{ required: true, message: texts.basisNeeded }]}>
        <Input maxLength={200} placeholder={texts.basisHint} />
      </Form.Item>
    </ActDialog>
  )
}

/** Two people: the pair is not shown again. */
export function DistinctDialog({ pair, onClose }: DialogProps) {
  const texts = useWords(formWords)
  const nameOf = useNameOf()
  type Values = { note?: string }
  return (
    <ActDialog<Values, Parameters<typeof client.decideDuplicate>[0], { id: string }>
      name="distinct" title={texts.decideDistinct} onClose={onClose} operation={client.decideDuplicate} initialValues={{}} labels={{ note: texts.note }}
      toInput={(values) => ({ id: pair.id, ...values })}
    >
      <p>{texts.areTwo(nameOf(pair.first), nameOf(pair.second))}</p>
      <Form.Item<Values> name="note" label={texts.note}><Input maxLength={200} placeholder={texts.noteHint} /></Form.Item>
    </ActDialog>
  )
}
