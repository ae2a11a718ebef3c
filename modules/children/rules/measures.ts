import { ageBandLabel, type AgeBand } from '#platform/values/mask.ts'
import { childTypes, civilAffairsTypes, type ChildType } from '../contract.ts'

/** Names of what is counted of children. */
export const measureOfType = (type: ChildType): string => `child.type.${type}`
/** What civil affairs has recognised, counted apart from what we derive. */
export const measureOfCivilAffairsType = (type: ChildType): string => `child.civil.${type}`

/** Everything of a child that stands until it ends. */
export const stockMeasures: readonly string[] = [
  'child.registered',
  'child.differs',
  'child.consent.service',
  ...childTypes.map(measureOfType),
  ...civilAffairsTypes.map(measureOfCivilAffairsType),
]

/** How a child reads in a drill-down. */
export const labelOf = (child: { maskedName: string; ageBand: string }): string =>
  `${child.maskedName}（${ageBandLabel(child.ageBand as AgeBand)}）`
