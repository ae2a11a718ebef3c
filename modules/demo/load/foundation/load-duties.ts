import type pg from 'pg'
import { recordBodyKind } from '#modules/duties/commands/ratios/record-body-kind.ts'
import { dueOfYear, duesOf } from '#modules/duties/rules/due-days.ts'
import { hasVote } from '#modules/duties/rules/board.ts'
import type { Installation } from '#platform/settings/installation.ts'
import { addDays, type LocalDate } from '#platform/values/local-date.ts'
import type { DueRule } from '#modules/duties/contract.ts'
import { foundationName } from '../../rules/foundation/gifts.ts'
import { plannedBody, plannedBoard, plannedEarlierYears, plannedMeetingOn, plannedResolutions } from '../../rules/foundation/duties.ts'
import type { DemoPlaces } from '../choose-places.ts'
import { letAct } from '../acting/let-act.ts'
import { idOf, type LoadFrame } from '../frame.ts'
import type { FilledTable } from '../table-writer.ts'

type Kind = {
  code: string; validFrom: LocalDate; name: string; bodies: string; causes: string[]; rule: DueRule; number: number; longer: number | null
  fields: { name: string }[]
}
type Ground = { frame: LoadFrame; make: (table: Extract<FilledTable, `duties.${string}`>, rows: readonly object[]) => void; unitId: string; bookId: string }

/** Writes what the law asks of the demo foundation: its board and a meeting, a related party, a project, the calendar so far. */
export async function addDuties(client: pg.Client, frame: LoadFrame, { city }: DemoPlaces): Promise<void> {
  const { rows: [book] } = await client.query<{ id: string; startsMonth: number }>(
    `select id, starts_month as "startsMonth" from ledger.books where city_id = $1 and holder_kind = 'public-charity' limit 1`, [frame.cityId])
  if (book === undefined || city === undefined) return
  const ground: Ground = {
    frame, unitId: city.id, bookId: book.id,
    make: (table, rows) => frame.writer.add(table, ...rows.map((row) => ({ cityId: frame.cityId, scopeCode: city.scopeCode, ...row })) as never[]),
  }
  addBoard(ground)
  addEarlierYears(ground, book.startsMonth)
  const { rows: kinds } = await client.query<Kind>(`select code, valid_from::text as "validFrom", name, bodies, causes, due_rule as rule, due_number as number,
    longer_than_months as longer, fields from duties.disclosure_kinds where bodies <> 'other' order by code`)
  addCalendar(ground, kinds)
}

/** The accountant writes down what the certificate of the foundation says it is, so that its ratios rest on a paper and not on a guess from its books. */
export async function recordKind(client: pg.Client, frame: LoadFrame, { installation }: { installation: Installation }): Promise<void> {
  const { rows: [book] } = await client.query<{ id: string }>(
    `select id from ledger.books where city_id = $1 and holder_kind = 'public-charity' limit 1`, [frame.cityId])
  if (book === undefined) return
  await letAct(client, { name: 'duties', frame, installation }, (act) =>
    act('accountant', addDays(frame.today, -180), async (context) => { await recordBodyKind(context, { bookId: book.id, ...plannedBody }) }))
}

/** What the ratios of the first year are measured by: the years before the books, as their audits said. */
function addEarlierYears({ make, bookId }: Ground, startsMonth: number): void {
  const last = Math.floor(startsMonth / 100) - (startsMonth % 100 === 1 ? 1 : 0)
  make('duties.earlierYears', plannedEarlierYears.map((planned, before) => ({
    bookId, year: last - before, ...planned, source: '虚构的审计报告，仅供演示', version: 1, recordedName: '金雅', recordedAt: `${last + 1}-01-20`,
  })))
}

function addBoard({ frame, make, bookId }: Ground): void {
  const { today } = frame
  const heldOn = plannedMeetingOn(today)
  const stamps = { createdAt: heldOn, updatedAt: heldOn }
  const members = plannedBoard(today).map((member) => ({ ...member, id: idOf(frame, `board/${member.name}`, member.fromOn) }))
  make('duties.boardMembers', members.map(({ id, name, role, fromOn, untilOn }) => ({
    id, bookId, name, role, fromOn, untilOn, isPaid: role === 'secretary-general', version: 1, createdAt: fromOn, updatedAt: fromOn,
  })))
  const [meetingId, partyId] = [idOf(frame, 'board-meeting', heldOn), idOf(frame, 'related-party', heldOn)]
  make('duties.meetings', [{
    id: meetingId, bookId, heldOn, place: '基金会会议室', title: '本届理事会第五次会议', words: '听取了上半年工作和财务情况的报告。', status: 'closed', madeName: '金雅',
    closedOn: addDays(heldOn, 3), version: 2, ...stamps,
  }])
  const present = members.filter(({ isPresent }) => isPresent)
  make('duties.attendances', present.map(({ id }) => ({ meetingId, memberId: id })))
  make('duties.relatedParties', [{
    id: partyId, bookId, kind: 'enterprise', name: '惠民商贸有限公司', ground: 'controlled', words: '理事朱广源持股51%',
    memberId: members.find(({ name }) => name === '朱广源')?.id, fromOn: addDays(heldOn, -400), version: 1, ...stamps,
  }])
  const voters = present.filter(({ role }) => hasVote(role))
  const resolutions = plannedResolutions.map((planned, at) => ({ ...planned, seq: at + 1, id: idOf(frame, `resolution/${at}`, heldOn) }))
  make('duties.resolutions', resolutions.map(({ id, seq, matter, title, words, isAboutParty, votes }) => ({
    id, meetingId, seq, matter, matterFrom: '2004-06-01', title, words, partyId: isAboutParty ? partyId : null, status: 'adopted',
    membersCount: members.filter(({ role, untilOn }) => hasVote(role) && untilOn >= heldOn).length, presentCount: voters.length,
    forCount: votes.filter((choice) => choice === 'for').length, decidedName: '金雅', version: 2, createdAt: heldOn,
  })))
  make('duties.votes', resolutions.flatMap(({ id, votes }) => voters.map((voter, at) => ({ resolutionId: id, memberId: voter.id, choice: votes[at] }))))
}

function addCalendar({ frame, make, unitId, bookId }: Ground, kinds: readonly Kind[]): void {
  const { today } = frame
  const [year, startsOn] = [Number(today.slice(0, 4)) - 1, `${today.slice(0, 4)}-01-01`]
  const occasion = { id: idOf(frame, 'occasion', startsOn), title: '暖冬行动', startsOn }
  make('duties.occasions', [{ ...occasion, bookId, kind: 'project', source: 'duties.desk', recordedName: '金雅', version: 1, createdAt: startsOn }])
  const yearly = kinds.filter(({ causes }) => causes.includes('year')).map((kind) => ({
    kind, subject: String(year), occasionId: null, title: `${kind.name}：${year}年度`, dueOn: dueOfYear(kind.number, year) }))
  const turns = kinds.filter(({ causes }) => causes.includes('project')).flatMap((kind) =>
    duesOf({ rule: kind.rule, number: kind.number, longerThanMonths: kind.longer }, { startsOn, endsOn: null }, { today, holidays: [] }).map(({ turn,
      dueOn }) => ({
      kind, subject: `${occasion.id}/${turn}`, occasionId: occasion.id, title: `${kind.name}：${occasion.title}（第${turn}次）`, dueOn })))
  const namesIn: Partial<Record<string, string>> = { 慈善组织名称: foundationName, 基金会名称: foundationName, 项目名称: occasion.title }
  make('duties.disclosures', [...yearly, ...turns].map(({ kind, ...rest }) => {
    const isPublished = rest.dueOn < today
    const before = (days: number) => (isPublished ? addDays(rest.dueOn, -days) : null)
    return {
      id: idOf(frame, `disclosure/${kind.code}/${rest.subject}`, rest.dueOn), unitId, bookId, kind: kind.code, kindFrom: kind.validFrom, ...rest,
      year: Number(rest.dueOn.slice(0, 4)) - (rest.occasionId === null ? 1 : 0), status: isPublished ? 'published' : 'due', responsibleName: '金雅',
      content: isPublished ? JSON.stringify(kind.fields.map(({ name }) => ({ name, text: namesIn[name] ?? '见所附报告' }))) : null,
      preparedName: isPublished ? '金雅' : null, preparedOn: before(20), approvedName: isPublished ? '施文清' : null, approvedOn: before(15),
        publishedOn: before(10),
      publishedWhere: isPublished ? '慈善中国' : null, publishedName: isPublished ? '金雅' : null, version: isPublished ? 4 : 1, createdAt: `${year}-12-31`,
      updatedAt: before(10) ?? `${year}-12-31`,
    }
  }))
}
