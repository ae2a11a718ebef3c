import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, type ReadCharge, type ReadGift } from '../api.ts'
import { ChargeCode } from './ChargeCode.tsx'
import { chargeWords } from './words.ts'

/** Shows the code a donor scans to pay a drafted gift; where nothing is set up, how to transfer. */
export function ChargeDialog({ gift, onDone }: { gift: ReadGift; onDone: () => Promise<void> }) {
  const own = useWords(chargeWords)
  const asked = useQuery(queries.listPayChannels.queryOptions({ input: {} }))
  const isOnline = asked.data?.items.some(({ isByHand }) => !isByHand) ?? false
  return (
    <Modal open title={own.title} footer={null} onCancel={() => void onDone()} destroyOnHidden mask={{ closable: false }}>
      {asked.data === undefined ? <Skeleton active /> : isOnline ? <ByCode gift={gift} /> : <ByTransfer bankTransfer={asked.data.bankTransfer} />}
    </Modal>
  )
}

/** Where online payment is not set up. */
export function ByTransfer({ bankTransfer }: { bankTransfer: string | null }) {
  const own = useWords(chargeWords)
  return <><p>{own.notSetUp}</p><p>{bankTransfer === null ? own.noTransfer : own.transfer(bankTransfer)}</p></>
}

function ByCode({ gift }: { gift: ReadGift }) {
  const own = useWords(chargeWords)
  const [charge, setCharge] = useState<ReadCharge>()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const ask = async () => {
    setBusy(true)
    try {
      setCharge(await client.openCharge({ id: gift.id, version: gift.version }))
      setProblem(undefined)
    } catch (error) {
      setProblem(toRefusal(error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <p>{own.lead}</p>
      <div role="alert">{problem !== undefined && <Alert type="error" showIcon title={problem} />}</div>
      {charge === undefined ? <Button type="primary" loading={isBusy} onClick={() => void ask()}>{own.makeCode}</Button> : <ChargeCode charge={charge} />}
    </>
  )
}
