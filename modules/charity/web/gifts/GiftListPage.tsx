import { Page } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import { words } from '../words.ts'
import { GiftList } from './GiftList.tsx'
import { giftWords } from './words.ts'

/** All gifts of the range. */
export default function GiftListPage() {
  const texts = useWords(words)
  const own = useWords(giftWords)
  return <Page title={texts.gifts} lead={own.lead}><GiftList /></Page>
}
