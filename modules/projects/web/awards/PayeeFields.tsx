import { Form, Input, Select } from 'antd'
import { useWords } from '#platform/ui/words.ts'
import type { Relation } from '../../contract.ts'
import { useChoices } from '../names.ts'
import { awardWords } from './words.ts'

/** Into whose account, as a form holds it. */
export type PayeeValues = { payeeName?: string; account?: string; bank?: string; relation: Relation }

/** Labels of the fields of a payee. */
export function usePayeeLabels() {
  const own = useWords(awardWords)
  return { payeeName: own.payeeName, account: own.account, bank: own.bank, relation: own.relation }
}

/** What of the form crosses the wire as a payee; none while no name was typed. */
export const payeeOf = ({ payeeName, account, bank }: PayeeValues) =>
  (payeeName === undefined || payeeName.trim() === '' ? undefined : { name: payeeName, account: account ?? '', bank: bank ?? '' })

/** Where an issue of the server belongs. */
export const payeeIssues = { 'payee.name': 'payeeName', 'payee.account': 'account', 'payee.bank': 'bank' } as const

/** Name, account, bank, and how the applicant stands to the payee. */
export function PayeeFields({ isNeeded }: { isNeeded: boolean }) {
  const own = useWords(awardWords)
  const labels = usePayeeLabels()
  const { relations } = useChoices()
  return (
    <>
      <Form.Item name="payeeName" label={labels.payeeName} rules={[{ required: isNeeded, whitespace: true, message: own.needed(labels.payeeName) }]}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="account" label={labels.account} extra={own.accountHint}><Input maxLength={60} inputMode="numeric" autoComplete="off" /></Form.Item>
      <Form.Item name="bank" label={labels.bank}><Input maxLength={80} autoComplete="off" /></Form.Item>
      <Form.Item name="relation" label={labels.relation} rules={[{ required: true,
        message: own.needed(labels.relation) }]}><Select options={relations} /></Form.Item>
    </>
  )
}
