import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries } from './api.ts'
import { words } from './words.ts'

/** Who may do what: every role with its permissions. */
export default function RoleListPage() {
  const texts = useWords(words)
  const { listed } = useWords()
  const asked = useQuery(queries.listRoles.queryOptions())
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return (
    <Page title={texts.roleList} lead={texts.roleListLead}>
      {asked.data === undefined && <Skeleton active />}
      {asked.data?.items.map(role => (
        <Sheet key={role.code} title={role.name} actions={role.isAdministrator && <StatusTag tone="info">{texts.administrator}</StatusTag>}>
          <p>{role.description}</p>
          {role.permissions.length === 0 && <p className="xh-secondary">{texts.noPermissions}</p>}
          <Facts lines={groupsOf(role).map(({ group, names }) => fact(group, listed(names)))} />
        </Sheet>
      ))}
    </Page>
  )
}

type ShownRole = { permissions: readonly { name: string; group: string }[] }

/** What a role may do, part of the work by part of the work. */
const groupsOf = ({ permissions }: ShownRole) => [...new Set(permissions.map(({ group }) => group))]
  .map(group => ({ group, names: permissions.filter(one => one.group === group).map(({ name }) => name) }))
