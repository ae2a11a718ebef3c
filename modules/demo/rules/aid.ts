import { addDays, type LocalDate } from '#platform/values/local-date.ts'
import { randomFrom, type Random } from './random.ts'

/** What one payer gives in the demo. */
export type PlannedShare = {
  payerKind: 'committee' | 'charity' | 'enterprise' | 'person' | 'department'; payerName: string; form: 'money' | 'goods' | 'service'
  amountFen: number | null; item: string | null; quantity: number | null; countedIn: string | null; minutes: number | null
}
/** An act of aid, and how far it has come. */
export type PlannedAct = {
  isCourtesyCall: boolean; status: 'offered' | 'given' | 'received'; offeredOn: LocalDate; givenOn: LocalDate | null; receivedOn: LocalDate | null
  shares: PlannedShare[]
}
/** A need with the act that answers it. */
export type PlannedNeed = {
  kind: string; words: string; amountFen: number; status: 'raised' | 'approved' | 'declined' | 'offered' | 'given' | 'received' | 'closed'
  raisedOn: LocalDate; wantedBy: LocalDate; decidedOn: LocalDate | null; endedOn: LocalDate | null; act: PlannedAct | null
}
/** A wish; one that came true has an act of its own. */
export type PlannedWish = {
  text: string; thanks: string | null; amountFen: number; status: 'draft' | 'published' | 'claimed' | 'fulfilled' | 'closed'; writtenOn: LocalDate
  publishedOn: LocalDate | null; claimedOn: LocalDate | null; fulfilledOn: LocalDate | null; endedOn: LocalDate | null; act: PlannedAct | null
}

type CaseFacts = { seed: string; caseKey: string; openedOn: LocalDate; closedOn: LocalDate | null; publicationFrom: LocalDate | null; today: LocalDate }

const kinds = {
  study: { words: '开学缺书包和文具', yuan: 200, item: '书包', countedIn: '个' }, living: { words: '家里收入少，日常生活紧', yuan: 600, item: '大米', countedIn: '袋' },
  heating: { words: '冬天取暖没有着落', yuan: 500, item: '棉被', countedIn: '床' }, clothing: { words: '换季没有合身的衣服', yuan: 300, item: '棉衣', countedIn: '件' },
  medical: { words: '看病花费大，需要补助', yuan: 1000, item: '常用药', countedIn: '盒' }, tutoring: { words: '功课跟不上，没有人辅导', yuan: 400, item: '家教', countedIn: '次' },
} as const
const wishes = [
  '想要一个蓝色的书包', '想要一双冬天穿的运动鞋', '想要一套课外书', '想要一盏护眼台灯', '想要一个足球', '想要一盒彩色画笔', '想要一副羽毛球拍', '想和志愿者去一次科技馆',
  '想要一个地球仪', '想要一把口琴']
const thanks = ['收到了，很喜欢，谢谢您。', '谢谢叔叔阿姨，我会好好学习。', '正合适，谢谢关心我的人。']

/** Needs and wishes of one case in some twenty; none where the case is too young or over. */
export function planAid({ seed, caseKey, openedOn, closedOn, publicationFrom, today }: CaseFacts): { need: PlannedNeed | null; wish: PlannedWish | null } {
  const random = randomFrom(`${seed} aid ${caseKey}`)
  const isOld = closedOn === null && openedOn <= addDays(today, -60)
  const hasNeed = random.chance(0.05) && isOld
  const hasWish = random.chance(0.12) && isOld && publicationFrom !== null
  return {
    need: hasNeed ? planNeed(random, { openedOn, today }) : null,
    wish: hasWish ? planWish(random, { from: publicationFrom > openedOn ? publicationFrom : openedOn, today }) : null,
  }
}

function planNeed(random: Random, { openedOn, today }: { openedOn: LocalDate; today: LocalDate }): PlannedNeed {
  const kind = random.pick(['study', 'living', 'heating', 'clothing', 'medical', 'tutoring'] as const)
  const status = random.weighted({ raised: 2, approved: 2, declined: 1, offered: 2, given: 2, received: 4, closed: 3 })
  const isWaiting = status === 'raised' || status === 'approved'
  const raisedOn = later(openedOn, addDays(today, -(isWaiting ? random.whole(2, 20) : random.whole(40, 300))))
  const decidedOn = status === 'raised' ? null : addDays(raisedOn, random.whole(1, 2))
  const hasAct = status === 'offered' || status === 'given' || status === 'received' || status === 'closed'
  const act = hasAct && decidedOn !== null
    ? planAct(random, { kind, status: status === 'closed' ? 'received' : status, offeredOn: addDays(decidedOn, random.whole(1, 9)) }) : null
  const isEnded = status === 'closed' || status === 'declined'
  return {
    kind, words: kinds[kind].words, amountFen: kinds[kind].yuan * 100, status, raisedOn, wantedBy: addDays(raisedOn, random.whole(15, 40)), decidedOn,
    endedOn: isEnded ? act?.receivedOn ?? decidedOn : null, act,
  }
}

function planAct(random: Random, of: { kind: keyof typeof kinds; status: PlannedAct['status']; offeredOn: LocalDate }): PlannedAct {
  const givenOn = of.status === 'offered' ? null : addDays(of.offeredOn, random.whole(1, 10))
  const receivedOn = of.status === 'received' && givenOn !== null ? addDays(givenOn, random.whole(0, 3)) : null
  const { yuan, item, countedIn } = kinds[of.kind]
  const money = (payerKind: PlannedShare['payerKind'], payerName: string): PlannedShare => ({
    payerKind, payerName, form: 'money', amountFen: yuan * random.whole(30, 100), item: null, quantity: null, countedIn: null, minutes: null })
  const second: PlannedShare = of.kind === 'tutoring'
    ? { payerKind: 'person', payerName: '热心教师', form: 'service', amountFen: null, item, quantity: null, countedIn: null, minutes: 90 }
    : { payerKind: 'enterprise', payerName: '爱心企业', form: 'goods', amountFen: yuan * random.whole(20, 60), item, quantity: random.whole(1, 3), countedIn,
      minutes: null }
  const first = money(random.pick(['committee', 'charity', 'department']), '')
  return {
    isCourtesyCall: random.chance(0.3), status: of.status, offeredOn: of.offeredOn, givenOn, receivedOn,
    shares: random.chance(0.6) ? [first, second] : [first],
  }
}

function planWish(random: Random, { from, today }: { from: LocalDate; today: LocalDate }): PlannedWish {
  const status = random.weighted({ draft: 1, published: 3, claimed: 2, fulfilled: 2, closed: 3 })
  const isNew = status === 'draft' || status === 'published' || status === 'claimed'
  const writtenOn = later(from, addDays(today, -(isNew ? random.whole(8, 20) : random.whole(45, 250))))
  const publishedOn = status === 'draft' ? null : addDays(writtenOn, random.whole(1, 3))
  const claimedOn = publishedOn === null || status === 'published' ? null : addDays(publishedOn, random.whole(1, 4))
  const isTrue = (status === 'fulfilled' || status === 'closed') && claimedOn !== null
  const act = isTrue ? { ...planAct(random, { kind: 'study', status: 'received', offeredOn: addDays(claimedOn, random.whole(1, 5)) }), isCourtesyCall: false }
    : null
  return {
    text: random.pick(wishes), thanks: status === 'closed' ? random.pick(thanks) : null, amountFen: random.whole(5, 30) * 1000, status, writtenOn,
    publishedOn, claimedOn,
    fulfilledOn: act?.receivedOn ?? null, endedOn: status === 'closed' ? act?.receivedOn ?? null : null, act,
  }
}

const later = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other)
