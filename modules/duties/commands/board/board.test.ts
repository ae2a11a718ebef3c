import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonName } from '#tests/city/people.ts'
import type { Choice } from '../../contract.ts'
import { exportMinutes } from '../../exchange/export-minutes.ts'
import { getMeeting, listMatters, listMeetings } from '../../queries/board/meetings.ts'
import { listBoard } from '../../queries/board/members.ts'
import { addRelatedParty } from '../relations/add-related-party.ts'
import { openBoardScene, type BoardScene } from '../steps/sample-board.ts'
import { addBoardMember } from './add-board-member.ts'
import { addResolution } from './add-resolution.ts'
import { closeMeeting } from './close-meeting.ts'
import { decideResolution } from './decide-resolution.ts'
import { endBoardMember } from './end-board-member.ts'
import { openBoardMember } from './open-board-member.ts'
import { recordMeeting } from './record-meeting.ts'
import { updateBoardMember } from './update-board-member.ts'
import { updateMeeting } from './update-meeting.ts'

describe('the board', () => {
  let scene: BoardScene
  beforeAll(async () => { scene = await openBoardScene() })
  afterAll(() => scene.close())
  const ids = (count: number) => scene.members.slice(0, count).map(({ id }) => id)
  const board = (by: PersonName = '金专员') => scene.as(by, (context) => listBoard(context, { bookId: scene.books.bookId }))
  const meet = (present: string[], change: object = {}, by: PersonName = '金专员') => scene.as(by, (context) => recordMeeting(context, {
    bookId: scene.books.bookId, heldOn: '2026-03-10', place: '会议室', title: '第三次会议', words: '讨论了预算。', present, ...change }))
  const look = (id: string) => scene.as('金专员', (context) => getMeeting(context, { id }))
  const propose = (id: string, change: object = {}) => scene.as('金专员', (context) => addResolution(context, {
    id, matter: 'ordinary', title: '年度预算', words: '同意预算', ...change }))
  const vote = (id: string, choices: readonly (readonly [string, Choice])[], version = 1) => scene.as('金专员', (context) => decideResolution(context, {
    id, version, votes: choices.map(([memberId, choice]) => ({ memberId, choice })) }))
  const all = (count: number, choice: Choice) => ids(count).map((id) => [id, choice] as const)
  const refused = (work: Promise<unknown>, code: string) => expect(work).rejects.toMatchObject({ code })

  it('has members by terms; phone and identity number are sealed and opened on record', async () => {
    expect(await board()).toMatchObject({ warnings: [], mayWrite: true, mayOpen: true })
    const member = await scene.add({ name: '金理事', fromOn: '2026-01-01', untilOn: '2026-12-31', phone: '13800001111', identityNumber: '11010519491231002X' })
    expect(member).toMatchObject({ hasContact: true, isInOffice: true })
    expect(await scene.as('施理事长', (context) => openBoardMember(context, member))).toEqual({ phone: '13800001111', identityNumber: '11010519491231002X' })
    const { rows } = await scene.owner.query('select * from duties.board_members where id = $1', [member.id])
    expect(JSON.stringify(rows)).not.toContain('1380000')
    expect((await scene.owner.query(`select 1 from audit.entries where verb = 'board-member.read' and subject_id = $1`, [member.id])).rows).toHaveLength(1)
    await refused(scene.as('许会计', (context) => openBoardMember(context, member)), 'FORBIDDEN')
    await refused(scene.as('施理事长', (context) => openBoardMember(context, { id: scene.members[0]?.id ?? '' })), 'NOT_FOUND')
    const change = { name: '金理事', role: 'vice-chair', fromOn: '2026-01-01', untilOn: '2027-12-31', isPaid: true } as const
    const updated = await scene.as('金专员', (context) => updateBoardMember(context, { ...member, ...change }))
    expect(updated).toMatchObject({ role: 'vice-chair', hasContact: true, version: 2 })
    await refused(scene.as('金专员', (context) => updateBoardMember(context, { ...member, ...change })), 'STALE')
    const end = (endedOn: string, version = 2) => scene.as('金专员', (context) => endBoardMember(context, { id: member.id, version, endedOn, reason: '辞职' }))
    await expect(end('2025-12-31')).rejects.toMatchObject({ data: { issues: [{ path: ['endedOn'] }] } })
    expect(await end('2026-03-01')).toMatchObject({ endedOn: '2026-03-01', isInOffice: false })
    await refused(end('2026-03-01', 3), 'HAS_ENDED')
    await expect(scene.as('金专员', (context) => addBoardMember(context, {
      bookId: scene.books.bookId, name: '梁理事', role: 'member', fromOn: '2024-01-01', untilOn: '2023-12-31', isPaid: false })))
      .rejects.toMatchObject({ data: { issues: [{ path: ['untilOn'] }] } })
  })

  it('warns of terms that overlap', async () => {
    const twice = await scene.add({ name: '朱理事', fromOn: '2028-01-01' })
    expect((await board()).warnings).toEqual([{ code: 'overlapping', names: ['朱理事'] }])
    await scene.owner.query('delete from duties.board_members where id = $1', [twice.id])
  })

  it('meets with members of the day alone, on a day that has been', async () => {
    const stranger = (await board()).items.find(({ endedOn }) => endedOn !== null)
    await refused(meet([...ids(4), stranger?.id ?? '']), 'NOT_A_MEMBER')
    await refused(meet([...ids(4), scene.books.bookId]), 'NOT_FOUND')
    await expect(meet(ids(4), { heldOn: '2026-03-17' })).rejects.toMatchObject({ data: { issues: [{ path: ['heldOn'] }] } })
    const { id, version, presentCount } = await meet(ids(4))
    expect(presentCount).toBe(4)
    const change = (present: string[], of = version) => scene.as('金专员', (context) => updateMeeting(context, {
      id, version: of, heldOn: '2026-03-10', place: '二楼', title: '第三次会议', words: '', present }))
    expect(await change(ids(7))).toMatchObject({ place: '二楼', presentCount: 7 })
    await refused(change(ids(4)), 'STALE')
    expect((await look(id)).members.map(({ hasVote, isPresent }) => [hasVote, isPresent])).toEqual([...Array(6).fill([true, true]), [false, true]])
  })

  it('adopts by the rule of the matter, refuses votes that cannot stand, and never votes twice', async () => {
    const meeting = await meet(ids(5))
    const { id } = await propose(meeting.id)
    await refused(vote(id, [...all(5, 'for'), [scene.members[5]?.id ?? '', 'for']]), 'NOT_PRESENT')
    await refused(vote(id, [...all(5, 'for'), [scene.members[6]?.id ?? '', 'for']]), 'NOT_A_MEMBER')
    await refused(vote(id, [...all(5, 'for'), [scene.books.bookId, 'for']]), 'NOT_FOUND')
    await refused(vote(id, all(4, 'for')), 'VOTE_MISSING')
    await refused(scene.as('金专员', (context) => closeMeeting(context, meeting)), 'OPEN_RESOLUTIONS')
    expect(await vote(id, [...all(3, 'for'), ...all(5, 'against').slice(3)])).toEqual({ id, status: 'adopted' })
    await refused(vote(id, all(5, 'against')), 'IS_DECIDED')
    const investment = await propose(meeting.id, { matter: 'investment', title: '购买理财' })
    expect(await vote(investment.id, [...all(3, 'for'), ...all(5, 'abstained').slice(3)])).toMatchObject({ status: 'rejected' })
    expect((await look(meeting.id)).resolutions).toMatchObject([
      { seq: 1, status: 'adopted', membersCount: 6, presentCount: 5, forCount: 3 }, { seq: 2, status: 'rejected', matter: { majorityBase: 'all' } }])
    const { version } = await look(meeting.id)
    await refused(scene.as('金专员', (context) => updateMeeting(context, {
      id: meeting.id, version, heldOn: '2026-03-10', place: '', title: '', words: '', present: ids(4) })), 'HAS_RESOLUTIONS')
    await scene.as('施理事长', (context) => closeMeeting(context, { id: meeting.id, version }))
    await refused(propose(meeting.id), 'MEETING_CLOSED')
    await expect(propose(meeting.id, { matter: 'lunch' })).rejects.toBeDefined()
  })

  it('cannot vote without a quorum', async () => {
    const meeting = await meet(ids(3))
    const { id } = await propose(meeting.id)
    await expect(vote(id, all(3, 'for'))).rejects.toMatchObject({ code: 'NO_QUORUM', data: { present: 3, members: 6 } })
  })

  it('lets a related member withdraw, and refuses the vote otherwise', async () => {
    const party = await scene.as('金专员', (context) => addRelatedParty(context, {
      bookId: scene.books.bookId, kind: 'enterprise', name: '朱氏商贸', ground: 'controlled', words: '朱理事控股', memberId: scene.members[2]?.id ?? '',
      fromOn: '2024-01-01' }))
    const meeting = await meet(ids(5))
    const { id } = await propose(meeting.id, { partyId: party.id, title: '向朱氏商贸采购' })
    await expect(vote(id, all(5, 'for'))).rejects.toMatchObject({ code: 'MUST_WITHDRAW', data: { names: ['朱理事'] } })
    const votes = all(5, 'for').map(([memberId, choice], at) => [memberId, at === 2 ? 'withdrew' : choice] as const)
    expect(await vote(id, votes)).toMatchObject({ status: 'adopted' })
  })

  it('has minutes on paper, matters with their source, and is seen in the range alone', async () => {
    const { items } = await scene.as('金专员', (context) => listMeetings(context, { bookId: scene.books.bookId }))
    const file = await scene.as('金专员', async (context) => {
      const { body, fileName } = await exportMinutes.run(context, { id: items[0]?.id ?? '' } as never)
      let size = 0
      for await (const piece of body) size += piece.length
      return [fileName, size > 1000]
    })
    expect(file).toEqual(['基金会账套第三次会议纪要.docx', true])
    expect((await scene.as('金专员', listMatters)).items.map(({ code }) => code)).toEqual([
      'ordinary', 'charter', 'election', 'investment', 'fundraising', 'merger'])
    await refused(board('曹会计'), 'NOT_FOUND')
    await refused(board('陈主任'), 'FORBIDDEN')
    await refused(meet([], {}, '许会计'), 'FORBIDDEN')
  })
})
