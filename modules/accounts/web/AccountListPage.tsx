import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Page } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import type { PageRequest, RecordColumn } from '#platform/ui/list/record-list.ts'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import { useWords } from '#platform/ui/words.ts'
import { accountStatuses } from '../contract.ts'
import { CreateAccountDialog } from './AccountDialogs.tsx'
import { AccountStatus } from './AccountStatus.tsx'
import { client, instantText, queries, type ShownAccount } from './api.ts'
import { words } from './words.ts'

/** People and accounts of the range. */
export default function AccountListPage() {
  const texts = useWords(words)
  const { may } = useSession()
  const navigate = useNavigate()
  const [isCreating, setIsCreating] = useState(false)
  const roles = useQuery(queries.listRoles.queryOptions())
  const filters = [
    { key: 'role', label: texts.role, kind: 'choice' as const, options: roles.data?.items.map(role => ({ value: role.code, label: role.name })) ?? [] },
    { key: 'status', label: texts.status, kind: 'choice' as const, options: accountStatuses.map(status => ({ value: status, label: texts[status] })) },
  ]
  return (
    <Page title={texts.accounts} lead={texts.accountsLead}
      actions={may('account.manage') && <>
        <Link to={'/imports/staff' as string}><Button tabIndex={-1}>{texts.importSheet}</Button></Link>
        <Button type="primary" onClick={() => setIsCreating(true)}>{texts.create}</Button>
      </>}>
      <RecordList caption={texts.accounts} queryKey={queries.listAccounts.key()} load={loadAccounts} columns={useColumns()}
        linkTo={account => `/accounts/${account.id}`}
        searchHint={texts.search} filters={filters} empty={{ title: texts.emptyTitle, lead: texts.emptyLead }} />
      {isCreating && <CreateAccountDialog onClose={() => setIsCreating(false)} onMade={id => void navigate({ href: `/accounts/${id}` })} />}
    </Page>
  )
}

async function loadAccounts({ filters, after, limit, signal }: PageRequest) {
  const { q, role } = filters
  const status = accountStatuses.find(known => known === filters['status'])
  return client.listAccounts({ limit, ...(q ? { q } : {}), ...(role ? { role } : {}), ...(status ? { status } : {}), ...(after ? { after } : {}) },
    { signal })
}

function useColumns(): RecordColumn<ShownAccount>[] {
  const texts = useWords(words)
  const { aside, listed } = useWords()
  return [
    { key: 'name', title: texts.name, isName: true, render: account => account.personName },
    { key: 'unit', title: texts.unit, render: account => account.unitName },
    { key: 'roles', title: texts.roles, render: account => listed(account.grants.map(grant => grant.roleName + aside(grant.unitName))) || '—' },
    { key: 'status', title: texts.status, render: account => <AccountStatus account={account} /> },
    { key: 'signInName', title: texts.signInName, isWideOnly: true, render: account => account.signInName },
    { key: 'seen', title: texts.lastSeen, isWideOnly: true, render: account => (account.lastSeenAt === null ? texts.never
      : instantText(account.lastSeenAt)) },
  ]
}
