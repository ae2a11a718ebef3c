import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import type { ShownUpkeep } from './api.ts'
import { sizeText, words } from './words.ts'

const tones = { fresh: 'good', waiting: 'attention', late: 'danger', none: 'attention' } as const

/** How the backups, the database and the audit's head stand. */
export function BackupFacts({ upkeep }: { upkeep: ShownUpkeep }) {
  const texts = useWords(words)
  const { momentText } = useWords()
  const [newest] = upkeep.backups
  return (
    <Facts lines={[
      fact(texts.backup, <StatusTag tone={tones[upkeep.backupState]}>{texts.states[upkeep.backupState]}</StatusTag>),
      fact(texts.newest, newest === undefined ? texts.noneYet : `${momentText(newest.madeAt)} · ${sizeText(newest.bytes)}`),
      fact(texts.database, sizeText(upkeep.databaseBytes)), fact(texts.auditHead, upkeep.auditHeadOn ?? texts.notYet),
    ]} />
  )
}
