import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '#platform/access/actor.ts'
import { mayApproveOverrides } from '../access.ts'
import type { Assessment, Override, ScaleLevel } from '../contract.ts'

/** An assessment as the database gives it. */
export type AssessmentRecord = Omit<z.infer<typeof Assessment>, 'levels' | 'override'> & {
  assessedBy: string | null
  levels: (z.infer<typeof ScaleLevel> & { scale: string })[]
  override: Omit<z.infer<typeof Override>, 'mayDecide'> | null
}

/** All assessments of a case, the latest first, each in the wording of its day; `c` is the case. */
export const assessmentsColumn = sql`
  (select coalesce(json_agg(json_build_object('id', a.id, 'assessedOn', a.assessed_on, 'derivedColour', a.derived_colour, 'colour', a.colour,
      'overrideReason', a.override_reason, 'assessedName', a.assessed_name, 'assessedBy', a.assessed_by,
      'scores', json_build_object('guardianship', a.guardianship, 'physical', a.physical, 'behaviour', a.behaviour),
      'override', case when a.override_colour is null then null else json_build_object('colour', a.override_colour, 'status', a.override_status,
        'decidedName', a.override_decided_name, 'decidedOn', a.override_decided_on, 'answer', a.override_answer) end,
      'levels', (select json_agg(json_build_object('scale', s.scale, 'title', s.title, 'wording', s.wording)) from care.scales s
        where s.version = a.scale_version and s.score = case s.scale when 'guardianship' then a.guardianship when 'physical' then a.physical
          else a.behaviour end)) order by a.assessed_on desc, a.id desc), '[]')
     from care.assessments a where a.city_id = c.city_id and a.case_id = c.id) as assessments`

/** A record as it crosses the wire. */
export function assessmentOf(actor: Actor, { assessedBy, levels, override, ...rest }: AssessmentRecord): z.infer<typeof Assessment> {
  const levelOf = (scale: string) => {
    const { title, wording } = levels.find((level) => level.scale === scale) ?? { title: '', wording: '' }
    return { title, wording }
  }
  const mayDecide = override?.status === 'pending' && mayApproveOverrides(actor) && assessedBy !== actor.accountId
  return {
    ...rest, override: override === null ? null : { ...override, mayDecide },
    levels: { guardianship: levelOf('guardianship'), physical: levelOf('physical'), behaviour: levelOf('behaviour') },
  }
}
