import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, type ListedFund, queries, useChanged } from '../api.ts'
import { words } from '../words.ts'
import { PublishDialog } from './PublishDialog.tsx'
import { ReachDialog } from './ReachDialog.tsx'
import { fundWords } from './words.ts'
import '../charity.css'

/** Funds of the range, and whether everybody may look at them. */
export default function ShownFundsPage() {
  const texts = useWords(words)
  const own = useWords(fundWords)
  const asked = useQuery(queries.listShownFunds.queryOptions({ input: {} }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Skeleton active />
  return (
    <Page title={texts.funds} lead={own.lead}>
      <Sheet>
        {asked.data.items.length === 0 && <><p>{own.empty}</p><p className="xh-secondary">{own.emptyLead}</p></>}
        <ul className="xh-cards">{asked.data.items.map(fund => <FundItem key={fund.id} fund={fund} />)}</ul>
      </Sheet>
    </Page>
  )
}

function FundItem({ fund }: { fund: ListedFund }) {
  const own = useWords(fundWords)
  const { may } = useSession()
  const changed = useChanged()
  const [step, setStep] = useState<'publish' | 'withdraw' | 'reach'>()
  const close = () => setStep(undefined)
  const done = async () => { close(); await changed() }
  const isShown = fund.publicationId !== null
  return (
    <li>
      <div className="xh-card-name">{fund.name}</div>
      <p><StatusTag tone={isShown ? 'good' : 'neutral'}>{isShown ? own.isShown : own.notShown}</StatusTag> {fund.bookName}</p>
      {fund.words !== '' && <p className="xh-secondary">{fund.words}</p>}
      <div className="xh-actions">
        {may('gift.write') && <Button onClick={() => setStep('reach')}>{own.reach}</Button>}
        {may('fund.publish') && !isShown && <Button type="primary" onClick={() => setStep('publish')}>{own.publish}</Button>}
        {may('fund.publish') && isShown && <Button onClick={() => setStep('withdraw')}>{own.withdraw}</Button>}
      </div>
      {step === 'publish' && <PublishDialog fund={fund} onClose={close} onDone={done} />}
      {step === 'reach' && <ReachDialog fund={fund} onClose={close} onDone={done} />}
      <ConfirmDialog
        open={step === 'withdraw'} title={own.withdrawTitle} confirmLabel={own.withdraw} isDangerous onCancel={close}
        onConfirm={async () => { await client.withdrawFund({ id: fund.id }); await done() }}
      >
        <p>{own.withdrawLead}</p>
      </ConfirmDialog>
    </li>
  )
}
