import { usePhone } from '../phone-context.ts'
import { countUnsent, needsLook } from '../rules/outbox.ts'
import { useWords } from '../words.ts'
import { Icon } from './icons.tsx'
import { Note } from './Note.tsx'

/** What waits and what wants a look; opens the outbox where the page is open. A quiet one leaves out that there is no signal. */
export function OutboxLine({ onOpen, isQuiet = false }: { onOpen?: () => void; isQuiet?: boolean }) {
  const words = useWords()
  const { letters, isOnline } = usePhone()
  const [unsent, toLookAt] = [countUnsent(letters), letters.filter(needsLook).length]
  const text = [unsent > 0 ? words.outboxCount(unsent) : '', toLookAt > 0 ? words.attentionCount(toLookAt) : ''].filter(Boolean).join(' · ')
  return (
    <>
      {!isOnline && !isQuiet && <Note tone="attention" icon="notice" role="status"><p>{words.noSignal}</p></Note>}
      {text !== '' && (onOpen
        ? (
          <button type="button" className="line" onClick={onOpen}>
            <Icon name="box" /><span>{text}</span><span className="onward" aria-hidden="true">›</span>
          </button>
        )
        : <Note tone="calm" icon="box" role="status"><p>{text}</p></Note>)}
    </>
  )
}
