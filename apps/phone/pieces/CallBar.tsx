import { usePhone } from '../phone-context.ts'
import { useWords } from '../words.ts'
import { Icon } from './icons.tsx'

/** A human to call, on every screen. Before any office is known it is the line of the government, which takes every call. */
export function CallBar() {
  const words = useWords()
  const { office } = usePhone()
  return (
    <footer className="call">
      <a href={`tel:${office.number.replaceAll(/[^\d+]/g, '')}`}>
        <Icon name="call" />
        <span className="call-name">
          {words.callForHelp}<span>{words.ofOffice(office.name)}</span> <strong className="call-number">{office.number}</strong>
        </span>
      </a>
    </footer>
  )
}
