import { useEffect, useRef, useState, type ReactNode } from 'react'
import { usePhone } from '../phone-context.ts'
import { useWords } from '../words.ts'
import { CallBar } from './CallBar.tsx'
import { Flame, Icon } from './icons.tsx'
import { textOf, useReadAloud } from './read-aloud.ts'

type Props = {
  title: string
  /** What stands in the head in place of the product's name: the way back. */
  onBack?: () => void
  children: ReactNode
}

/** One screen: way back and voice above, what it is for, and a human to call below. */
export function Screen({ title, onBack, children }: Props) {
  const words = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${words.product}`
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [title, words])
  return (
    <div className="screen">
      <header className="top">
        {onBack
          ? <button type="button" className="top-button" onClick={onBack}><Icon name="back" /><span>{words.back}</span></button>
          : <span className="brand"><Flame /><span>{words.product}</span></span>}
        <ReadAloud />
      </header>
      <main id="main">
        <h1 ref={heading} tabIndex={-1}>{title}</h1>
        {children}
      </main>
      <CallBar />
    </div>
  )
}

function ReadAloud() {
  const words = useWords()
  const { language } = usePhone()
  const { hasVoice, isSpeaking, speak, stop } = useReadAloud(language)
  const [isExplained, setExplained] = useState(false)
  const handleTap = () => {
    const main = document.getElementById('main')
    if (!hasVoice) return setExplained(true)
    if (isSpeaking || main === null) return stop()
    speak(textOf(main, words.pause))
  }
  return (
    <>
      <button type="button" className="top-button" onClick={handleTap}>
        <Icon name={isSpeaking ? 'stop' : 'speak'} />
        <span>{hasVoice ? (isSpeaking ? words.stopReading : words.readAloud) : words.noVoice}</span>
      </button>
      {isExplained && !hasVoice && <p className="top-explained" role="status">{words.noVoiceExplained}</p>}
    </>
  )
}
