import { Button, Input } from 'antd'
import { useState } from 'react'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { FileDrop } from '#platform/ui/pieces/FileDrop.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, type ReadProject, useChanged } from '../api.ts'
import { projectWords } from './words.ts'

/** Evidence: sealed files, each opening on record. */
export function PaperSheet({ project }: { project: ReadProject }) {
  const own = useWords(projectWords)
  const changed = useChanged()
  const [title, setTitle] = useState('')
  return (
    <Sheet title={own.papers}>
      {project.papers.length === 0 && <p className="xh-secondary">{own.noPapers}</p>}
      <ul className="projects-list">{project.papers.map(paper => (
        <li key={paper.id}>
          <span>{paper.title} · {paper.addedName}</span>
          <Button size="small" href={`/api/projects/paper?id=${paper.id}`}>{own.openPaper(paper.title)}</Button>
        </li>
      ))}</ul>
      {project.may.run && (
        <>
          <p>
            <label htmlFor="project-paper-title">{own.paperTitle}</label>
            <Input id="project-paper-title" value={title} maxLength={60} onChange={event => setTitle(event.target.value)} />
          </p>
          {title.trim() === '' ? <p className="xh-secondary">{own.paperFirst}</p> : (
            <FileDrop
              endings={['.jpg', '.jpeg', '.png', '.webp', '.pdf']} maxMegabytes={10} hint={own.paperHint}
              upload={file => client.addProjectPaper({ id: project.id, title, file })} onUploaded={() => { setTitle(''); void changed() }}
            />
          )}
        </>
      )}
    </Sheet>
  )
}
