import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { livedTwoMonths } from '#modules/ledger/queries/testing/books-scene.ts'
import { asWorker, runScheduledJob } from '#platform/jobs/inline.ts'
import { walkInvariants } from '#platform/jobs/invariants.ts'
import { addResolution } from '../../commands/board/add-resolution.ts'
import { closeMeeting } from '../../commands/board/close-meeting.ts'
import { decideResolution } from '../../commands/board/decide-resolution.ts'
import { recordMeeting } from '../../commands/board/record-meeting.ts'
import { approveDisclosure } from '../../commands/disclosures/approve-disclosure.ts'
import { correctDisclosure } from '../../commands/disclosures/correct-disclosure.ts'
import { prepareDisclosure } from '../../commands/disclosures/prepare-disclosure.ts'
import { publishDisclosure } from '../../commands/disclosures/publish-disclosure.ts'
import { addRelatedParty } from '../../commands/relations/add-related-party.ts'
import { recordDealing } from '../../commands/relations/record-dealing.ts'
import { openBoardScene, type BoardScene } from '../../commands/steps/sample-board.ts'
import { deriveDisclosuresJob } from '../../jobs/derive-disclosures.ts'
import { getDisclosure } from '../disclosures/get-disclosure.ts'
import { listDisclosures } from '../disclosures/list-disclosures.ts'
import { invariants } from './invariants.ts'

describe('the invariants of duties', () => {
  let scene: BoardScene
  beforeAll(async () => {
    scene = await openBoardScene()
    await livedTwoMonths(scene.books)
    await runScheduledJob(scene, deriveDisclosuresJob)
    await holdMeeting()
    await publishOne()
  })
  afterAll(() => scene.close())
  const broken = () => asWorker(scene, (run) => run(async (context) => (await walkInvariants(context, invariants)).broken.map(({ name }) => name)))

  async function holdMeeting(): Promise<void> {
    const [bookId, members] = [scene.books.bookId, scene.members.map(({ id }) => id)]
    await scene.as('金专员', async (context) => {
      const party = await addRelatedParty(context, { bookId, kind: 'enterprise', name: '朱氏商贸', ground: 'controlled', words: '朱理事控股',
        memberId: members[2] ?? '', fromOn: '2024-01-01' })
      await recordDealing(context, { partyId: party.id, kind: 'trade', amount: 100, happenedOn: '2026-03-10', words: '文具' })
      const meeting = await recordMeeting(context, { bookId, heldOn: '2026-03-10', place: '会议室', title: '会议', words: '', present: members.slice(0, 5) })
      const { id } = await addResolution(context, { id: meeting.id, matter: 'ordinary', title: '采购', words: '', partyId: party.id })
      await decideResolution(context, { id, version: 1, votes: members.slice(0, 5).map((memberId, at) => ({ memberId,
        choice: at === 2 ? 'withdrew' : 'for' })) })
      await closeMeeting(context, meeting)
    })
  }

  async function publishOne(): Promise<void> {
    const { items: [due] } = await scene.as('金专员', (context) => listDisclosures(context, { state: 'open', bookId: scene.books.bookId, limit: 1 }))
    if (due === undefined) throw new Error('nothing is due')
    await scene.as('金专员', async (context) => {
      const { fields } = await getDisclosure(context, due)
      await prepareDisclosure(context, { ...due, fields: fields.map(({ name, text }) => ({ name, text: text === '' ? '无' : text })) })
    })
    await scene.as('施理事长', (context) => approveDisclosure(context, { id: due.id, version: due.version + 1 }))
    const on = { publishedOn: '2026-03-16', publishedWhere: '慈善中国' }
    await scene.as('金专员', (context) => publishDisclosure(context, { id: due.id, version: due.version + 2, ...on }))
    await scene.as('金专员', (context) => correctDisclosure(context, { id: due.id, version: due.version + 3, words: '更正', ...on }))
  }

  it('hold after a year was reckoned, a meeting held, a dealing recorded and a report published', async () => {
    expect(await broken()).toEqual([])
    expect(new Set(invariants.map(({ name }) => name)).size).toBe(invariants.length)
  })

  it.each([
    ['ratios-agree-with-statements', `ledger.accounts set kind = 'asset' where code = '4101'`, `ledger.accounts set kind = 'income' where code = '4101'`],
    ['vote-of-member', `duties.board_members set until_on = '2026-03-09'`, `duties.board_members set until_on = '2028-12-31'`],
    ['vote-of-present', `duties.attendances set member_id = (select id from duties.board_members where role = 'supervisor')
      where member_id = (select id from duties.board_members where role = 'chair')`,
    `duties.attendances set member_id = (select id from duties.board_members where role = 'chair')
      where member_id = (select id from duties.board_members where role = 'supervisor')`],
    ['related-withdrew', `duties.votes set choice = 'for' where choice = 'withdrew'`,
      `duties.votes set choice = 'withdrew' where member_id = (select member_id from duties.related_parties)`],
    ['votes-foot', 'duties.resolutions set for_count = for_count - 1', 'duties.resolutions set for_count = for_count + 1'],
    ['quorum-held', 'duties.resolutions set members_count = 9', 'duties.resolutions set members_count = 6'],
    ['majority-held', `duties.resolutions set status = 'rejected'`, `duties.resolutions set status = 'adopted'`],
    ['published-has-whole-document', `duties.disclosures set content = '[]' where status = 'published'`, ''],
    ['dealing-is-disclosed', `duties.occasions set source = 'lost' where source = 'duties.dealing'`,
      `duties.occasions set source = 'duties.dealing' where source = 'lost'`],
  ])('tell when %s does not hold', async (name, change, back) => {
    await scene.owner.query(`update ${change}`)
    expect(await broken()).toContain(name)
    if (back !== '') await scene.owner.query(`update ${back}`)
  })
})
