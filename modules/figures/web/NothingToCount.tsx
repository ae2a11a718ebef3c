import { Button } from 'antd'
import { toRefusal } from '#platform/ui/api/refusal.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { Advice } from '#platform/ui/list/RecordList.tsx'
import { useWords } from '#platform/ui/words.ts'
import { words } from './words.ts'

/** Whether a refusal stands beside the period that was asked for: there is none of that name, or it has not begun. */
export const isOfPeriod = (problem: unknown): boolean => Boolean(problem) && toRefusal(problem).issues?.some(({ path }) => path[0] === 'period') === true

/** The address asks for a period of which nothing can be counted: nothing is wrong with the page, there is only nothing to tell. */
export function NothingToCount({ period = '', onLeave }: { period: string | undefined; onLeave: () => void }) {
  const texts = useWords(words)
  return (
    <Page title={texts.figures}>
      <Sheet>
        <Advice
          title={texts.nothingToCount(period)} lead={texts.nothingToCountLead} action={<Button type="primary" onClick={onLeave}>{texts.ofThisYear}</Button>}
        />
      </Sheet>
    </Page>
  )
}
