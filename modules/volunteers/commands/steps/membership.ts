import { endFacts, recordFacts } from '#modules/figures/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { countedOf, type RegisteredVolunteer } from '../../queries/lock-registered.ts'
import { countedSpans } from '../../rules/validity.ts'
import { membershipFacts, membershipMeasures, validityFact, type Validity } from './volunteer-facts.ts'

type ValidityRow = { id: string; kind: Validity['kind']; from: LocalDate; until: LocalDate | null; endsOn: LocalDate | null; hasEnded: boolean }

/** The stocks a volunteer stands in end on a day: the volunteer leaves or goes to another unit. */
export async function endMembership(context: Context, row: RegisteredVolunteer, on: LocalDate): Promise<void> {
  const counting = (await listValidities(context, row.id)).filter((validity) => !validity.hasEnded)
  await endFacts(context, { recordId: row.id, measures: membershipMeasures(row.categories), on })
  await endFacts(context, { recordId: counting.map(({ id }) => id), on })
  for (const validity of counting) await markCounting(context, validity, { endsOn: on, hasEnded: true })
}

/** The stocks begin (again) on a day, at the unit the volunteer belongs to now. */
export async function beginMembership(context: Context, row: RegisteredVolunteer, on: LocalDate): Promise<void> {
  const volunteer = countedOf(row)
  const validities = await listValidities(context, row.id)
  const running = spansOf(validities).filter((span) => span.endsOn > on)
  await recordFacts(context, [
    ...membershipFacts(volunteer, on),
    ...running.map((span) => validityFact(volunteer, { ...span, from: span.from < on ? on : span.from })),
  ])
  for (const span of running) await markCounting(context, span, { endsOn: span.endsOn, hasEnded: false })
}

/**
 * Makes the facts follow a clearance or insurance just recorded: the new one begins to count, and what it takes over from ends.
 * What is over already ends at once; the daily job ends the rest on its day.
 */
export async function countValidity(context: Context, row: RegisteredVolunteer, added: { id: string; kind: Validity['kind'] }): Promise<void> {
  const validities = (await listValidities(context, row.id)).filter(({ kind }) => kind === added.kind)
  const spans = spansOf(validities)
  for (const validity of validities) {
    const span = spans.find(({ id }) => id === validity.id)
    if (validity.id === added.id && span !== undefined) await recordFacts(context, [validityFact(countedOf(row), span)])
    const isLive = validity.id === added.id || !validity.hasEnded
    const endsOn = span?.endsOn ?? validity.from
    if (!isLive || (validity.endsOn === endsOn && validity.id !== added.id)) continue
    const hasEnded = endsOn <= context.today
    if (hasEnded) await endFacts(context, { recordId: validity.id, on: endsOn })
    await markCounting(context, validity, { endsOn: span === undefined ? null : endsOn, hasEnded })
  }
}

/** Clearances and insurances of one volunteer, as their days of counting are reckoned. */
export async function listValidities({ tx, actor }: Context, volunteerId: string): Promise<ValidityRow[]> {
  const [clearances, insurances] = await Promise.all([
    tx.selectFrom('volunteers.clearances').select(['id', 'checkedOn as from', 'validUntil as until', 'endsOn', 'hasEnded'])
      .where('cityId', '=', actor.cityId).where('volunteerId', '=', volunteerId).execute(),
    tx.selectFrom('volunteers.insurances').select(['id', 'fromOn as from', 'untilOn as until', 'endsOn', 'hasEnded'])
      .where('cityId', '=', actor.cityId).where('volunteerId', '=', volunteerId).execute(),
  ])
  return [...clearances.map((row) => ({ ...row, kind: 'clearance' as const })), ...insurances.map((row) => ({ ...row, kind: 'insurance' as const }))]
}

const spansOf = (validities: readonly ValidityRow[]) => (['clearance', 'insurance'] as const).flatMap((kind) =>
  countedSpans(validities.filter((validity) => validity.kind === kind)).map((span) => ({ ...span, kind })))

/** Notes until when a validity counts. */
export async function markCounting({ tx, actor }: Context, validity: Pick<Validity, 'id' | 'kind'>,
  counting: { endsOn: LocalDate | null; hasEnded: boolean }): Promise<void> {
  const table = validity.kind === 'clearance' ? 'volunteers.clearances' : 'volunteers.insurances'
  await tx.updateTable(table).set(counting).where('cityId', '=', actor.cityId).where('id', '=', validity.id).execute()
}
