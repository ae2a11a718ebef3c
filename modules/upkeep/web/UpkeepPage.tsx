import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { fact, Facts } from '#platform/ui/pieces/Facts.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries, type ShownUpkeep } from './api.ts'
import { BackupFacts } from './BackupFacts.tsx'
import { sizeText, words } from './words.ts'

/** What the system administrator looks after. */
export default function UpkeepPage() {
  const texts = useWords(words)
  const asked = useQuery(queries.getUpkeep.queryOptions())
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return (
    <Page title={texts.upkeep} lead={texts.lead}>
      {asked.data === undefined ? <Skeleton active /> : (
        <>
          <Sheet title={texts.backup}><BackupFacts upkeep={asked.data} /></Sheet>
          {asked.data.backups.length > 0 && <BackupTable upkeep={asked.data} />}
        </>
      )}
      <Sheet title={texts.byHand}>
        <p>{texts.byHandLead}</p>
        <Facts lines={[
          fact(texts.commands.make, <code>npm run xinhuo -- backup make</code>), fact(texts.commands.check, <code>npm run xinhuo -- backup check …</code>),
          fact(texts.commands.keys, <code>npm run xinhuo -- keys export keys.txt</code>), fact(texts.commands.verify, <code>npm run xinhuo -- verify</code>),
        ]} />
      </Sheet>
    </Page>
  )
}

function BackupTable({ upkeep: { backups } }: { upkeep: ShownUpkeep }) {
  const texts = useWords(words)
  const { momentText } = useWords()
  return (
    <Sheet title={texts.backups}>
      <div className="xh-table-room" role="region" aria-label={texts.backups} tabIndex={0}>
        <table className="xh-table">
          <caption className="xh-visually-hidden">{texts.backups}</caption>
          <thead><tr><th scope="col">{texts.madeAt}</th><th scope="col">{texts.name}</th><th scope="col" className="xh-right">{texts.size}</th></tr></thead>
          <tbody>
            {backups.map(({ name, madeAt, bytes }) => (
              <tr key={name}><td>{momentText(madeAt)}</td><td>{name}</td><td className="xh-right">{sizeText(bytes)}</td></tr>
            ))}
          </tbody>
        </table>
      </div>
    </Sheet>
  )
}
