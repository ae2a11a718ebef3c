import type { ScopeRange } from '#platform/access/range.ts'
import type { LogPlace } from '#platform/audit/watermark.ts'
import type { CountingPlan } from '../rules/indicator.ts'
import type { Span } from '../rules/period-keys.ts'

/** Name of the fold among the readers of audit.watermarks. */
export const reader = 'figures'

/** What is counted: these measures of these units, which are all of one level, over this period. */
export type Counting = { nodes: readonly ScopeRange[]; span: Span; plan: CountingPlan; hasClosings: boolean }

/** Everything the pieces of the statement need to know. */
export type Ground = Counting & { cityId: number; mark: LogPlace }
