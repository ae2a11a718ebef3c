import { useWords } from '#platform/ui/words.ts'
import type { Colour } from '../contract.ts'
import './care.css'
import { careWords } from './words.ts'

/** A colour of risk: the dot repeats what the words say. */
export function RiskTag({ colour }: { colour: Colour }) {
  const { colours, risks } = useWords(careWords)
  return <span className="care-risk"><span className={`care-dot care-dot-${colour}`} aria-hidden="true" />{colours[colour]} · {risks[colour]}</span>
}
