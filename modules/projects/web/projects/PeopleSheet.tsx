import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, type ReadProject, useChanged } from '../api.ts'
import { words } from '../words.ts'
import { projectWords } from './words.ts'

/** Whom it reached: numbers of all, rows of those within the reader's range. */
export function PeopleSheet({ project }: { project: ReadProject }) {
  const texts = useWords(words)
  const own = useWords(projectWords)
  const changed = useChanged()
  const [removing, setRemoving] = useState<string>()
  const { figures, may } = project
  const search = { project: project.id } as never
  return (
    <Sheet title={own.people} actions={may.enter && <Link to="/beneficiaries/enter" search={search}><Button>{own.enter}</Button></Link>}>
      <p><strong>{own.reachedCount(figures.childCount, figures.outsideCount)}</strong> <span className="xh-secondary">{own.peopleLead}</span></p>
      {project.beneficiaries.length === 0 && <p className="xh-secondary">{own.noPeople}</p>}
      <ul className="projects-list">{project.beneficiaries.map(row => (
        <li key={row.id}>
          <span>{texts.childSaid(row.label)}</span><span>{texts.people} {row.peopleCount}</span>
          <span className="xh-secondary">{row.unitName} · {own.byOn(row.addedOn, row.addedName)}</span>
          {may.enter && <Button size="small" aria-label={`${own.remove} ${row.label}`} onClick={() => setRemoving(row.id)}>{own.remove}</Button>}
        </li>
      ))}</ul>
      <ReasonDialog
        open={removing !== undefined} title={own.removeTitle} confirmLabel={own.remove} isDangerous onCancel={() => setRemoving(undefined)}
        onConfirm={async reason => { await client.removeBeneficiary({ id: removing ?? '', reason }); setRemoving(undefined); await changed() }}
      >
        <p>{own.removeLead}</p>
      </ReasonDialog>
    </Sheet>
  )
}
