import { Form, Modal, Select } from 'antd'
import { useState } from 'react'
import { MoneyItem } from '#platform/ui/form/MoneyField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, useChanged, type ReadOwnOrder, type ReadOwnPage } from '../api.ts'
import { ChargeCode } from '../charges/ChargeCode.tsx'
import { ByTransfer } from '../charges/ChargeDialog.tsx'
import { chargeWords } from '../charges/words.ts'
import { amountOf } from '../names.ts'
import { words } from '../words.ts'
import { ownWords } from './words.ts'
import '../charity.css'

type Values = { fundId?: string; amount?: number | string }

/** A donor gives online, where the city takes money so; where not, how to transfer. */
export function GiveOnline({ page: { channels, funds } }: { page: ReadOwnPage }) {
  const own = useWords(ownWords)
  if (!channels.items.some(({ isByHand }) => !isByHand)) return <ByTransfer bankTransfer={channels.bankTransfer} />
  return (
    <>
      {funds.length === 0 ? <p>{own.noFunds}</p> : <OrderForm funds={funds} />}
      {channels.bankTransfer !== null && <p className="xh-secondary charity-prose charity-also">{own.alsoTransfer(channels.bankTransfer)}</p>}
    </>
  )
}

function OrderForm({ funds }: Pick<ReadOwnPage, 'funds'>) {
  const texts = useWords(words)
  const own = useWords(ownWords)
  const charges = useWords(chargeWords)
  const changed = useChanged()
  const [order, setOrder] = useState<ReadOwnOrder>()
  const record = useRecordForm<Values, Parameters<typeof client.orderOwnGift>[0], ReadOwnOrder>({
    name: 'order-own-gift', labels: { fundId: own.fundLabel, amount: own.amountLabel }, operation: client.orderOwnGift,
    initialValues: funds.length === 1 && funds[0] !== undefined ? { fundId: funds[0].id } : {},
    toInput: ({ fundId = '', amount }) => ({ fundId, amount: amountOf(amount) }), onSaved: async (made) => { setOrder(made); await changed() },
  })
  return (
    <>
      <p className="charity-lead">{own.giveLead}</p>
      <RecordForm record={record} submitLabel={own.giveNow}>
        <Form.Item name="fundId" label={own.fundLabel} rules={[{ required: true, message: texts.needed(own.fundLabel) }]}>
          <Select options={funds.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <MoneyItem name="amount" label={own.amountLabel} required />
      </RecordForm>
      <Modal open={order !== undefined} title={charges.title} footer={null} onCancel={() => setOrder(undefined)} destroyOnHidden>
        {order !== undefined && <ChargeCode charge={order} />}
      </Modal>
    </>
  )
}
