import { Alert } from 'antd'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { hasRelated } from '../../rules/projects.ts'
import type { ReadProject } from '../api.ts'
import { projectWords } from './words.ts'

/** Bodies the project has a contract with; whoever reviews or approves sees which is a related party. */
export function PartnerSheet({ project: { partners } }: { project: ReadProject }) {
  const own = useWords(projectWords)
  if (partners.length === 0) return null
  return (
    <Sheet title={own.partners}>
      <RelatedNote partners={partners} />
      <ul className="projects-list">{partners.map(({ name, creditCode, task, relatedBy }) => (
        <li key={`${name} ${task}`}>
          <span>{name} · {task} {relatedBy !== null && <StatusTag tone="attention">{own.relatedBy[relatedBy]}</StatusTag>}</span>
          <span className="xh-secondary">{creditCode}</span>
        </li>
      ))}</ul>
    </Sheet>
  )
}

/** What a related partner asks of whoever decides. */
export function RelatedNote({ partners }: { partners: ReadProject['partners'] }) {
  const own = useWords(projectWords)
  if (!hasRelated(partners)) return null
  return <Alert type="warning" showIcon className="xh-gap" title={own.relatedTitle} description={own.relatedLead} />
}
