import { Button, Form, Input, Select, type FormInstance } from 'antd'
import type { ReactNode } from 'react'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { MoneyItem } from '#platform/ui/form/MoneyField.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { mostParts } from '../../contract.ts'
import { projectWords } from './words.ts'

/** A line of a budget as a form holds it. */
export type LineValues = { name?: string; amount?: number | string }
/** A source as a form holds it. */
export type SourceValues = { fundId?: string; amount?: number | string }
/** A step as a form holds it. */
export type MilestoneValues = { title?: string; dueOn?: string }
/** A body with a contract, as a form holds it. */
export type PartnerValues = { name?: string; creditCode?: string | null; task?: string }

/** Rows of one kind, with what adds and removes them. */
function Rows({ name, title, addLabel, children }: { name: string; title: string; addLabel: string; children: (at: number) => ReactNode }) {
  const own = useWords(projectWords)
  return (
    <Form.List name={name}>
      {(fields, { add, remove }) => (
        <fieldset className="projects-rows">
          <legend>{title}</legend>
          {fields.map(({ key, name: at }, index) => (
            <div key={key} className="projects-row" role="group" aria-label={`${title} ${own.row(index + 1)}`}>
              {children(at)}
              <Button className="projects-remove" aria-label={`${own.removeRow} ${title} ${own.row(index + 1)}`} onClick={() => remove(at)}>
                {own.removeRow}
              </Button>
            </div>
          ))}
          {fields.length < mostParts && <Button onClick={() => add({})}>{addLabel}</Button>}
        </fieldset>
      )}
    </Form.List>
  )
}

/** Lines of the budget. */
export function LineRows() {
  const own = useWords(projectWords)
  return (
    <Rows name="lines" title={own.lines} addLabel={own.addLine}>
      {at => (
        <>
          <Form.Item name={[at, 'name']} label={own.lineName} rules={[{ required: true, whitespace: true, message: own.needed(own.lineName) }]}>
            <Input maxLength={40} />
          </Form.Item>
          <MoneyItem name={[at, 'amount']} label={own.amount} required />
        </>
      )}
    </Rows>
  )
}

/** Funds that bear the budget. */
export function SourceRows({ funds }: { funds: readonly { id: string; name: string }[] }) {
  const own = useWords(projectWords)
  return (
    <Rows name="sources" title={own.sources} addLabel={own.addSource}>
      {at => (
        <>
          <Form.Item name={[at, 'fundId']} label={own.fund} rules={[{ required: true, message: own.chosen(own.fund) }]}>
            <Select options={funds.map(({ id, name }) => ({ value: id, label: name }))} />
          </Form.Item>
          <MoneyItem name={[at, 'amount']} label={own.amount} required />
        </>
      )}
    </Rows>
  )
}

/** Steps with their days. */
export function MilestoneRows() {
  const own = useWords(projectWords)
  return (
    <Rows name="milestones" title={own.milestones} addLabel={own.addMilestone}>
      {at => (
        <>
          <Form.Item name={[at, 'title']} label={own.milestone} rules={[{ required: true, whitespace: true, message: own.needed(own.milestone) }]}>
            <Input maxLength={80} />
          </Form.Item>
          <DateItem name={[at, 'dueOn']} label={own.dueOn} required />
        </>
      )}
    </Rows>
  )
}

/** Bodies with which there will be a contract; none is asked for. */
export function PartnerRows() {
  const own = useWords(projectWords)
  const needed = (label: string) => [{ required: true, whitespace: true, message: own.needed(label) }]
  return (
    <Rows name="partners" title={own.partners} addLabel={own.addPartner}>
      {at => (
        <>
          <Form.Item name={[at, 'name']} label={own.partner} rules={needed(own.partner)}><Input maxLength={60} /></Form.Item>
          <Form.Item name={[at, 'creditCode']} label={own.creditCode}><Input maxLength={18} /></Form.Item>
          <Form.Item name={[at, 'task']} label={own.task} rules={needed(own.task)}><Input maxLength={80} /></Form.Item>
        </>
      )}
    </Rows>
  )
}

const totalOf = (rows: readonly { amount?: number | string }[] | undefined): number =>
  (rows ?? []).reduce((sum, row) => sum + (typeof row?.amount === 'number' ? row.amount : 0), 0)

/** Both sums while they are typed, and whether they agree. */
export function Foots<Values extends object>({ form }: { form: FormInstance<Values> }) {
  const own = useWords(projectWords)
  const [lines, sources] = [Form.useWatch('lines', form) as LineValues[] | undefined, Form.useWatch('sources', form) as SourceValues[] | undefined]
  const [budget, borne] = [totalOf(lines), totalOf(sources)]
  const verdict = budget === borne ? own.footed : own.unfooted
  return <p role="status" className="projects-foots">{own.foots(formatYuan(budget), formatYuan(borne))} {budget + borne === 0 ? '' : verdict}</p>
}
