import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button, Descriptions, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { CorrectAccountDialog, GrantDialog, PasswordDialog } from './AccountDialogs.tsx'
import { AccountStatus } from './AccountStatus.tsx'
import { client, instantText, queries, useAskAgain, type ShownAccount, type ShownOneAccount } from './api.ts'
import { words } from './words.ts'

type Act = 'correct' | 'grant' | 'suspend' | 'resume' | 'close' | 'reset'

/** One account: the person, the rights, what may be done about it. */
export default function AccountPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const asked = useQuery(queries.getAccount.queryOptions({ input: { id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? <AccountView account={asked.data} /> : <Skeleton active />
}

function AccountView({ account }: { account: ShownOneAccount }) {
  const texts = useWords(words)
  const [act, setAct] = useState<Act>()
  return (
    <Page title={account.personName} back={{ to: '/accounts', label: texts.accounts }} actions={<AccountActs account={account} onAct={setAct} />}>
      <Sheet>
        <Descriptions column={{ xs: 1, sm: 1, md: 2 }} items={[
          { key: 'status', label: texts.status, children: <AccountStatus account={account} /> }, { key: 'unit', label: texts.homeUnit,
            children: account.unitName },
          { key: 'signInName', label: texts.signInName, children: account.signInName }, { key: 'phone', label: texts.phone, children: account.phone ?? '—' },
          { key: 'seen', label: texts.lastSeen, children: account.lastSeenAt === null ? texts.never : instantText(account.lastSeenAt) },
        ]} />
      </Sheet>
      <GrantList account={account} onGrant={() => setAct('grant')} />
      {act && <ActDialog act={act} account={account} onClose={() => setAct(undefined)} />}
    </Page>
  )
}

function AccountActs({ account, onAct }: { account: ShownOneAccount; onAct: (act: Act) => void }) {
  const texts = useWords(words)
  const { may, person } = useSession()
  if (account.status === 'closed' || person.id === account.id) return null
  return (
    <>
      {account.mayGivePassword && <Button onClick={() => onAct('reset')}>{texts.resetPassword}</Button>}
      {may('account.manage') && (
        <>
          <Button onClick={() => onAct('correct')}>{texts.correct}</Button>
          <Button onClick={() => onAct(account.status === 'active' ? 'suspend' : 'resume')}>{account.status === 'active' ? texts.suspend
            : texts.resume}</Button>
          <Button danger onClick={() => onAct('close')}>{texts.close}</Button>
        </>
      )}
    </>
  )
}

function GrantList({ account, onGrant }: { account: ShownAccount; onGrant: () => void }) {
  const texts = useWords(words)
  const { may, person } = useSession()
  const askAgain = useAskAgain()
  const [revoked, setRevoked] = useState<ShownAccount['grants'][number]>()
  const mayGrant = may('grant.manage') && person.id !== account.id && account.status !== 'closed'
  return (
    <Sheet title={texts.grants} actions={mayGrant && <Button type="primary" onClick={onGrant}>{texts.grant}</Button>}>
      {account.grants.length === 0 && <p className="xh-secondary">{texts.noGrants}</p>}
      <ul className="xh-cards" aria-label={texts.grants}>
        {account.grants.map(grant => (
          <li key={grant.id}>
            <div className="xh-sheet-head">
              <div><strong>{grant.roleName}</strong> {grant.unitName} <span className="xh-secondary">
                {texts.from} {grant.fromOn} {texts.until} {grant.untilOn ?? texts.openEnded}{grant.isDelegated && ` · ${texts.delegated}`}</span></div>
              {mayGrant && <Button size="small" onClick={() => setRevoked(grant)}>{texts.revoke}</Button>}
            </div>
          </li>
        ))}
      </ul>
      <ReasonDialog open={revoked !== undefined} title={texts.revokeTitle(revoked?.roleName ?? '', revoked?.unitName ?? '')}
        confirmLabel={texts.revoke} isDangerous minLength={2}
        onCancel={() => setRevoked(undefined)} onConfirm={async reason => {
          await client.revokeGrant({ id: revoked?.id ?? '', reason })
          await askAgain()
          setRevoked(undefined)
        }} />
    </Sheet>
  )
}

function ActDialog({ act, account, onClose }: { act: Act; account: ShownAccount; onClose: () => void }) {
  const texts = useWords(words)
  const askAgain = useAskAgain()
  const [password, setPassword] = useState<string>()
  if (act === 'correct') return <CorrectAccountDialog account={account} onClose={onClose} />
  if (act === 'grant') return <GrantDialog account={account} onClose={onClose} />
  if (password !== undefined) return <PasswordDialog password={password} onClose={onClose} />
  const sentences = {
    suspend: [texts.suspendTitle, texts.suspend, ''], resume: [texts.resumeTitle, texts.resume, ''], close: [texts.closeTitle, texts.close, texts.closeLead],
    reset: [texts.resetTitle, texts.resetPassword, texts.resetLead],
  } as const
  const [title, label, lead] = sentences[act]
  const run = async (reason: string) => {
    const input = { id: account.id, version: account.version, reason }
    if (act === 'reset') {
      setPassword((await client.givePassword({ id: account.id, reason })).firstPassword)
      return askAgain()
    }
    await { suspend: client.suspendAccount, resume: client.resumeAccount, close: client.closeAccount }[act](input)
    await askAgain()
    onClose()
  }
  return <ReasonDialog open title={title} confirmLabel={label} isDangerous={act === 'close'} minLength={2} onCancel={onClose} onConfirm={run}>
    <p>{lead}</p></ReasonDialog>
}
