import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
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
          <p className="xh-secondary">{listed(role.permissions.map(permission => permission.name)) || texts.noPermissions}</p>
        </Sheet>
      ))}
    </Page>
  )
}
