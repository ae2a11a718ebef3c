import type { Colour } from '../contract.ts'
import './care.css'
import { riskName } from './names.ts'

/** A colour of risk: the dot repeats what the words say. */
export function RiskTag({ colour }: { colour: Colour }) {
  return <span className="care-risk"><span className={`care-dot care-dot-${colour}`} aria-hidden="true" />{riskName(colour)}</span>
}
