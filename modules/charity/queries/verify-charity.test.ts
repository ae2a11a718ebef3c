import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asWorker, runScheduledJob } from '#platform/jobs/inline.ts'
import { recordAgreement } from '../commands/agreements/record-agreement.ts'
import { fileCampaign } from '../commands/campaigns/file-campaign.ts'
import { planCampaign } from '../commands/campaigns/plan-campaign.ts'
import { changePurpose } from '../commands/gifts/change-purpose.ts'
import { correctGift } from '../commands/gifts/correct-gift.ts'
import { handOutGoods } from '../commands/gifts/hand-out-goods.ts'
import { refundGift } from '../commands/gifts/refund-gift.ts'
import { recordQualification } from '../commands/qualifications/record-qualification.ts'
import { creditCodeOf, openGiftScene, type GiftScene } from '../commands/steps/sample-gifts.ts'
import { layTrails } from '../jobs/lay-trails.ts'
import { publishCells } from '../jobs/publish-cells.ts'
import { verifyCharityJob } from '../jobs/verify-charity.ts'
import { verifyCharity } from './verify-charity.ts'

describe('the invariants of gifts', () => {
  let scene: GiftScene
  beforeAll(async () => {
    scene = await openGiftScene()
    const donor = await scene.donor()
    const agreement = await scene.as('金专员', (context) => recordAgreement(context, {
      donorId: donor.id, kind: 'agreement', title: '助学', signedOn: '2026-03-02', fundId: scene.books.schooling, purpose: '助学',
      instalments: [{ dueOn: '2026-09-01', amount: 100_000 }],
    }))
    await scene.gift({ donorId: donor.id, agreementId: agreement.id, instalment: 1 })
    const [moved, wrong, back] = [await scene.gift(), await scene.gift(), await scene.gift()]
    const goods = await scene.confirm({ ...await scene.draft({ form: 'goods', item: '书包', quantity: 10, countedIn: '个', valueBasis: '发票' }), form: 'goods' })
    await scene.gift({ form: 'service', item: '义诊', valueBasis: '市价' }, { channel: undefined, accountId: undefined, bankReference: undefined })
    await scene.spend(scene.books.schooling, 50_000)
    await scene.as('许会计', (context) => changePurpose(context, { id: moved.id, version: moved.version, fundId: scene.books.free, onDay: '2026-03-14',
      consentForm: 'letter', consentOn: '2026-03-13', reason: '项目结束' }))
    await scene.as('许会计', (context) => correctGift(context, { id: wrong.id, version: wrong.version, amount: 90_000, fundId: scene.books.schooling,
      onDay: '2026-03-14', reason: '录错' }))
    await scene.as('许会计', (context) => refundGift(context, { id: back.id, version: back.version, onDay: '2026-03-14', reason: '撤回' }))
    await scene.as('金专员', (context) => handOutGoods(context, { id: goods.id, version: goods.version, onDay: '2026-03-14', quantity: 3,
      unit: '990100100010001', children: 6, households: 5 }))
    await askThePublic()
    scene.clock.moveTo('2026-04-12T09:00:00+08:00')
    await scene.settled()
    await runScheduledJob(scene, layTrails)
    await runScheduledJob(scene, publishCells)
  })
  afterAll(() => scene.close())

  /** Two campaigns are filed: by the foundation's own leave, and by a partner's. */
  async function askThePublic(): Promise<void> {
    await scene.as('施理事长', (context) => recordQualification(context, {
      bookId: scene.books.bookId, number: '公募001', grantedOn: '2024-05-01', validUntil: '2026-04-30', source: '证书原件' }))
    const partner = { name: '有资格的基金会', creditCode: creditCodeOf(7), task: '发布', assessedOn: '2026-03-01', assessment: '合格', agreedOn: '2026-03-02',
      qualification: { number: '公募009', grantedOn: '2025-01-01', validUntil: null } }
    for (const [endsOn, partners] of [['2026-04-30', []], ['2026-06-30', [partner]]] as const) {
      const planned = await scene.as('金专员', (context) => planCampaign(context, { bookId: scene.books.bookId, fundId: scene.books.schooling, name: '春天助学',
        purpose: '帮助困难学生', startsOn: '2026-03-26', endsOn, area: '试验市', leaderName: '施理事长', officeAddress: '中心路1号', ways: '银行转账',
        bankAccount: '试验银行', beneficiaries: '困难学生', usePlan: '学费', cost: 0, surplusRule: '转入同类项目', isEmergency: false, partners: [...partners] }))
      await scene.as('施理事长', (context) => fileCampaign(context, { id: planned.id, version: planned.version, filedOn: '2026-03-16', filingNumber: '备1' }))
    }
  }

  const broken = () => asWorker(scene, (run) => run(async (context) => (await verifyCharity(context)).broken.map(({ name }) => name)))

  it('hold after gifts were confirmed, moved, corrected, refunded, handed out, laid and published', async () => {
    expect(await broken()).toEqual([])
    await runScheduledJob(scene, verifyCharityJob)
  })

  const confirmed = "where form = 'money' and status = 'confirmed'"
  it.each([
    ['gift-agrees-with-books', (sign: string) => `charity.gifts set amount_fen = amount_fen ${sign} 1 ${confirmed}`],
    ['stock-foots', (sign: string) => `charity.batches set left_fen = left_fen ${sign === '+' ? '-' : '+'} 1`],
    ['instalments-foot', (sign: string) => `charity.agreements set total_fen = total_fen ${sign} 1`],
    ['agreement-follows-gifts', (sign: string) => `charity.instalments set amount_fen = amount_fen ${sign} 1`],
    ['cell-counts-its-reaches', (sign: string) => `charity.published_groups set child_count = child_count ${sign} 1`],
    ['reach-in-cell-of-its-fund', (sign: string) => `charity.reaches set month = month ${sign} 9`],
    ['campaign-by-recorded-leave', (sign: string) => `charity.qualifications set granted_on = granted_on ${sign} 700`],
    ['campaign-by-recorded-leave', (sign: string) => `charity.qualifications set valid_until = valid_until ${sign === '+' ? '-' : '+'} 1`],
    ['campaign-by-recorded-leave', (sign: string) => `charity.campaign_partners set qualification_granted_on = qualification_granted_on ${sign} 700`],
    ['laid-parts-foot', (sign: string) => `charity.laid_parts set from_fen = from_fen ${sign} 1 where not is_spending`],
    ['gift-traced-whole', (sign: string) => `charity.laid_parts set cost_class = ${sign === '+' ? "'other'" : "'charity'"} where is_spending`],
  ])('tell when %s does not hold', async (name, change) => {
    await scene.owner.query(`update ${change('+')}`)
    expect(await broken()).toContain(name)
    await scene.owner.query(`update ${change('-')}`)
    expect(await broken()).toEqual([])
  })
})
