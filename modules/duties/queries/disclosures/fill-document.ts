import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { formatChinese } from '#platform/values/local-date.ts'
import { formatYuan } from '#platform/values/money.ts'
import type { Judged, RatioSheet } from '../../contract.ts'
import { boardRoleWords, dealingKindWords, partyGroundWords } from '../../rules/words.ts'
import { loadBody } from '../bodies.ts'
import { readRatios } from '../ratios/get-ratios.ts'
import type { HeldDisclosure } from './disclosure-rows.ts'
import type { HeldKind } from './disclosure-kinds.ts'
import { fillProject } from './fill-project.ts'

/** A field of a document with what the records say. */
export type FilledField = { name: string; text: string; isFilled: boolean }

/** Fills the fields of a kind from the records, as they are today; what no record knows is left empty for whoever prepares it. */
export async function fillDocument(context: Context, disclosure: HeldDisclosure, { fields }: HeldKind): Promise<FilledField[]> {
  const body = await loadBody(context, disclosure.bookId)
  const wanted = new Set(fields.map(({ fill }) => fill))
  const sheet = wanted.has('charity') || wanted.has('income') ? await readRatios(context, body, disclosure.year) : undefined
  const fills: Record<string, string | undefined> = {
    body: body.creditCode === null ? body.name : `${body.name}（${body.creditCode}）`, year: String(disclosure.year),
    ...(sheet === undefined ? {} : figuresOf(sheet)), ...await spanOf(context, disclosure),
    ...(wanted.has('project-money') ? await fillProject(context, disclosure.occasionId) : {}),
    ...(wanted.has('gift-count') ? { 'gift-count': await countGifts(context, disclosure) } : {}),
    ...(wanted.has('board') ? { board: await listBoard(context, disclosure), meetings: await countMeetings(context, disclosure) } : {}),
    ...(wanted.has('parties') ? { parties: await listParties(context, disclosure) } : {}),
    ...(wanted.has('dealings') ? { dealings: await listDealingsOf(context, disclosure) } : {}),
  }
  return fields.map(({ name, fill }) => {
    const text = fill === null ? undefined : fills[fill]
    return { name, text: text ?? '', isFilled: text !== undefined }
  })
}

function figuresOf({ year, figures, judged, body }: RatioSheet): Record<string, string> {
  // A year the books do not hold is left for whoever prepares the document.
  const known = figures.filter(({ isPartial, fen }) => !isPartial || fen !== 0)
  const yuan = known.filter((found) => found.year === year).map(({ figure, fen }) => [figure, `${formatYuan(fen)}元`])
  const last = known.find((found) => found.figure === 'adjusted-income' && found.year === year - 1)
  const percent = (ratio: Judged['ratio']) => {
    const hundredths = judged.find((one) => one.ratio === ratio)?.hundredths ?? null
    return hundredths === null ? '无法计算' : `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}%`
  }
  return {
    ...Object.fromEntries(yuan), ...(last === undefined ? {} : { 'last-income': `${formatYuan(last.fen)}元` }),
    ...(body.kind === null ? {} : { 'spending-ratio': percent('spending'), 'administration-ratio': percent('administration') }),
  }
}

async function spanOf({ tx, actor }: Context, { occasionId, dueOn }: HeldDisclosure): Promise<Record<string, string>> {
  if (occasionId === null) return {}
  const { rows: [found] } = await sql<{ title: string; startsOn: string; endsOn: string | null }>`select o.title, o.starts_on, o.ends_on
    from duties.occasions o where o.city_id = ${actor.cityId} and o.id = ${occasionId}`.execute(tx)
  if (found === undefined) return {}
  return {
    title: found.title, 'starts-on': formatChinese(found.startsOn), 'ends-on': found.endsOn === null ? '尚未确定' : formatChinese(found.endsOn),
    until: formatChinese(dueOn),
  }
}

async function countGifts({ tx, actor }: Context, { bookId, year }: HeldDisclosure): Promise<string> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from charity.published_gifts g
    where g.city_id = ${actor.cityId} and g.book_id = ${bookId} and g.status = 'confirmed' and extract(year from g.received_on) = ${year}`.execute(tx)
  return `${rows[0]?.count ?? 0}笔`
}

async function listBoard({ tx, actor }: Context, { bookId, year }: HeldDisclosure): Promise<string> {
  const { rows } = await sql<{ name: string; role: keyof typeof boardRoleWords }>`select m.name, m.role from duties.board_members m
    where m.city_id = ${actor.cityId} and m.book_id = ${bookId} and m.from_on <= ${`${year}-12-31`}::date
      and coalesce(m.ended_on, m.until_on) >= ${`${year}-12-31`}::date order by m.role, m.name, m.id`.execute(tx)
  return rows.length === 0 ? '无' : rows.map(({ name, role }) => `${boardRoleWords[role]} ${name}`).join('；')
}

async function countMeetings({ tx, actor }: Context, { bookId, year }: HeldDisclosure): Promise<string> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from duties.meetings m
    where m.city_id = ${actor.cityId} and m.book_id = ${bookId} and m.status = 'closed' and extract(year from m.held_on) = ${year}`.execute(tx)
  return `${rows[0]?.count ?? 0}次`
}

async function listParties({ tx, actor }: Context, { bookId, year }: HeldDisclosure): Promise<string> {
  const { rows } = await sql<{ name: string; ground: keyof typeof partyGroundWords; words: string }>`select p.name, p.ground, p.words
    from duties.related_parties p where p.city_id = ${actor.cityId} and p.book_id = ${bookId} and p.from_on <= ${`${year}-12-31`}::date
      and (p.until_on is null or p.until_on >= ${`${year}-01-01`}::date) order by p.name, p.id`.execute(tx)
  return rows.length === 0 ? '无' : rows.map(({ name, ground, words }) => `${name}：${partyGroundWords[ground]}，${words}`).join('\n')
}

async function listDealingsOf({ tx, actor }: Context, { bookId, year }: HeldDisclosure): Promise<string> {
  const { rows } = await sql<{ name: string; kind: keyof typeof dealingKindWords; fen: number; happenedOn: string; words: string }>`
    select p.name, d.kind, d.amount_fen::float8 as fen, d.happened_on, d.words from duties.dealings d
      join duties.related_parties p on p.city_id = ${actor.cityId} and p.id = d.party_id
     where d.city_id = ${actor.cityId} and d.book_id = ${bookId} and extract(year from d.happened_on) = ${year} order by d.happened_on, d.id`.execute(tx)
  return rows.length === 0 ? '无'
    : rows.map(({ name, kind, fen, happenedOn,
      words }) => `${formatChinese(happenedOn)} ${name}：${dealingKindWords[kind]} ${formatYuan(fen)}元，${words}`).join('\n')
}
