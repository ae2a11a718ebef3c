import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import { AidLists } from './AidLists.tsx'
import { words } from './words.ts'

/** On the child's page: its needs, the aid it got, its wishes. */
export default function AidOfChild({ childId }: { childId: string }) {
  const texts = useWords(words)
  return <Sheet title={texts.aidOfChild}><AidLists of={{ childId }} /></Sheet>
}
