import { sql, type RawBuilder } from 'kysely'

/** Open cases in which so many visits since the last one made, or since the opening, met nobody; `c` is the case. */
export const isInVain = (times: number): RawBuilder<boolean> => sql<boolean>`c.status = 'open' and (
  select count(*) from care.visits tried where tried.city_id = c.city_id and tried.case_id = c.id and tried.outcome = 'attempted' and tried.voided_at is null
     and tried.made_on > coalesce(c.last_made_on, date '0001-01-01')) >= ${times}`
