import { Page } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import { words } from '../words.ts'
import { AgreementList } from './AgreementList.tsx'
import { agreementWords } from './words.ts'

/** All agreements of the range; what is late is a filter. */
export default function AgreementListPage() {
  const texts = useWords(words)
  const own = useWords(agreementWords)
  return <Page title={texts.agreements} lead={own.lead}><AgreementList /></Page>
}
