import { HomeOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { NavigationEntry } from '../pages.ts'
import { useLabel, useWords } from '../words.ts'
import { sectionsFor } from './navigation.ts'
import { useSession } from './session-context.tsx'

/** The list of places, in sections. On a phone it stands in a drawer and closes when one is chosen. */
export function Navigation({ entries, onChoose }: { entries: readonly NavigationEntry[]; onChoose?: () => void }) {
  const words = useWords()
  const { may } = useSession()
  return (
    <nav aria-label={words.navigation} className="xh-nav">
      <ul>
        <li>
          <Link to="/" activeOptions={{ exact: true }} onClick={onChoose}>
            <HomeOutlined aria-hidden="true" />
            <span>{words.home}</span>
          </Link>
        </li>
      </ul>
      {sectionsFor(entries, may).map(section => (
        <section key={section.group} aria-label={words.groups[section.group]}>
          <h2>{words.groups[section.group]}</h2>
          <ul>
            {section.entries.map(entry => (
              <NavigationItem key={entry.path} entry={entry} {...(onChoose ? { onChoose } : {})} />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}

function NavigationItem({ entry, onChoose }: { entry: NavigationEntry; onChoose?: () => void }) {
  const label = useLabel()
  return (
    <li>
      <Link to={entry.path} onClick={onChoose}>
        <span aria-hidden="true" className="xh-nav-icon">{entry.icon}</span>
        <span>{label(entry.label)}</span>
      </Link>
    </li>
  )
}
