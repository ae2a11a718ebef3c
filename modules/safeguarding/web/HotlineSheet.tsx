import { PhoneOutlined } from '@ant-design/icons'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import type { ShownGuide } from './api.ts'
import { reportWords } from './report-words.ts'

/** First the number to dial, big; then the others. */
export function HotlineSheet({ hotlines }: { hotlines: ShownGuide['hotlines'] }) {
  const texts = useWords(reportWords)
  const [first, ...others] = hotlines
  return (
    <>
      {first && (
        <div className="sg-first">
          <a href={`tel:${first.number}`}><PhoneOutlined aria-hidden="true" />&nbsp;{texts.dialFirst(first.number)}</a>
          <p>{texts.dialLead(texts.hotlineOf(first).purpose)}</p>
        </div>
      )}
      <Sheet title={texts.otherNumbers}>
        <ul className="sg-numbers">
          {others.map(hotline => ({ ...hotline, ...texts.hotlineOf(hotline) })).map(({ number, name, purpose }) => (
            <li key={number}><a href={`tel:${number}`}><strong>{number}</strong>{' '}{name}<small>{purpose}</small></a></li>
          ))}
        </ul>
      </Sheet>
    </>
  )
}
