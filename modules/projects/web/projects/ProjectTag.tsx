import { StatusTag, type Tone } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import type { ProjectStatus } from '../../contract.ts'
import { projectWords } from './words.ts'

const tones: Readonly<Record<ProjectStatus, Tone>> = {
  draft: 'attention', submitted: 'attention', running: 'info', accepted: 'info', closed: 'good', declined: 'neutral', discarded: 'neutral',
}

/** Where a project stands. */
export function ProjectTag({ status }: { status: ProjectStatus }) {
  const own = useWords(projectWords)
  return <StatusTag tone={tones[status]}>{own.statusWords[status]}</StatusTag>
}
