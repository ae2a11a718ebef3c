import { moreOf, type When } from './moments.ts'

/** Sort of an outside body of the demo. */
export type PlannedBody = { key: string; kind: 'department' | 'hospital' | 'school' | 'other'; name: string; address: string; phone: string; contact: string }

/** Whom one may ask outside the platform. Each name says that it is invented, and nobody has numbers that begin with 154. */
export const plannedBodies: readonly PlannedBody[] = [
  { key: 'welfare', kind: 'department', name: '民政部门儿童福利科（演示）', address: '演示路1号', phone: '15400000011', contact: '儿童福利窗口' },
  { key: 'law', kind: 'department', name: '法律援助工作站（演示）', address: '演示路2号', phone: '15400000012', contact: '值班律师' },
  { key: 'clinic', kind: 'hospital', name: '春和医院儿童心理门诊（演示）', address: '演示路3号', phone: '15400000013', contact: '医务社工部' },
  { key: 'special-school', kind: 'school', name: '启明特殊教育学校（演示）', address: '演示路4号', phone: '15400000014', contact: '教务处' },
  { key: 'center', kind: 'other', name: '晨曦青少年服务中心（演示）', address: '演示路5号', phone: '15400000015', contact: '个案管理组' },
]

/** Field of a file that may travel. */
export type TravellingField = 'name' | 'phone' | 'address' | 'school' | 'guardians'

/** A referral of the demo: who asks whom for what, and how far it has come. People are the sign-in names of the demo. */
export type PlannedReferral = {
  key: string
  by: string
  /** Somebody of the unit that is asked, who answers; or an outside body. */
  to: { person: string } | { body: string }
  need: string
  summary: string
  fields: readonly TravellingField[]
  /** About somebody who has left school or soon will; a child at school otherwise. */
  hasLeftSchool: boolean
  drafted: When
  /** Why it goes on without a consent to sharing; null where the guardian has agreed. */
  override: { reason: string; decided: { when: When; isApproved: boolean; answer: string } | null } | null
  sent: When | null
  answered: { when: When; isAccepted: boolean; reason: string } | null
  finished: { when: When; result: string } | null
  revoked: { when: When; reason: string } | null
}

type Draft = Pick<PlannedReferral, 'key' | 'by' | 'to' | 'need' | 'summary' | 'drafted'> & Partial<PlannedReferral>
const planned = (draft: Draft): PlannedReferral => (
  { hasLeftSchool: false, fields: [], override: null, sent: null, answered: null, finished: null, revoked: null, ...draft })

/** One of every state, and what stands between: late ones, and those that wait for a decision or a consent. */
const ofEveryState: readonly PlannedReferral[] = [
  planned({ key: 'done-by-clinic', by: 'village-worker', to: { body: 'clinic' }, fields: ['name', 'guardians'], drafted: [33, '9:20'], sent: [33, '14:10'],
    need: '近一个月睡不好、不愿上学，请做一次心理评估，并告诉我们怎样陪伴。', summary: '由祖辈照看，父母在外务工，每月通话两三次。',
    answered: { when: [30, '15:40'], isAccepted: true, reason: '已约好初诊时间，请监护人陪同。' },
    finished: { when: [12, '16:30'], result: '完成三次门诊，情绪好转，已恢复上学；建议每两周走访一次，三个月后复诊。' } }),
  planned({ key: 'accepted-by-school', by: 'village-worker', to: { person: 'school-office' }, fields: ['name', 'school', 'guardians'], drafted: [10, '9:35'],
    sent: [9, '10:15'], need: '请安排课后辅导，并请班主任多留意其情绪。', summary: '新学期成绩下滑，放学后无人看管。',
    answered: { when: [6, '11:20'], isAccepted: true, reason: '已编入课后服务，由班主任负责联系。' } }),
  planned({ key: 'waiting-at-county', by: 'village3-worker', to: { person: 'county2-office' }, fields: ['name', 'phone'], drafted: [3, '9:10'],
    sent: [2, '10:40'], need: '寒假将随母亲到贵县暂住，请就近安排一次走访。', summary: '本村继续帮扶，暂住期间请代为关心。' }),
  planned({ key: 'late-at-town', by: 'village2-worker', to: { person: 'town2-office' }, fields: ['name', 'address'], drafted: [14, '9:50'], sent: [13, '14:30'],
    need: '外祖母住在贵镇，周末常去，请安排志愿者周末探望。', summary: '平日由本村结对志愿者走访。' }),
  planned({ key: 'late-at-welfare', by: 'town-office', to: { body: 'welfare' }, drafted: [12, '10:05'], sent: [11, '15:15'],
    need: '请核实是否符合事实无人抚养儿童保障条件。', summary: '家庭情况有变化，村里已入户核实。' }),
  planned({ key: 'refused-by-town', by: 'village4-worker', to: { person: 'town-office' }, fields: ['name'], drafted: [21, '9:25'], sent: [20, '9:45'],
    need: '听说将转到贵镇读书，请接手日常走访。', summary: '父亲在贵镇务工。',
    answered: { when: [17, '14:20'], isAccepted: false, reason: '经核实孩子尚未到本镇居住，请仍由原单位走访；住下后请办理转接。' } }),
  planned({ key: 'taken-back', by: 'town2-office', to: { body: 'center' }, drafted: [19, '9:15'], sent: [18, '11:05'],
    need: '请为其安排周末团体活动。', summary: '性格内向，同伴少。', revoked: { when: [15, '16:10'], reason: '学校已安排社团活动，不再需要。' } }),
  planned({ key: 'without-consent-waits', by: 'village-worker', to: { body: 'law' }, drafted: [1, '16:20'],
    need: '请为抚养费问题提供法律咨询。', summary: '父母离异，一方长期不付抚养费。',
    override: { reason: '监护人外出，多日联系不上；诉讼时效将到，不能再等。', decided: null } }),
  planned({ key: 'ready-to-send', by: 'village2-worker', to: { body: 'special-school' }, fields: ['name', 'guardians'], drafted: [1, '10:30'],
    need: '请评估能否入读，并说明所需材料。', summary: '有听力障碍，已佩戴助听器。' }),
  planned({ key: 'without-consent-goes', by: 'village2-worker', to: { body: 'welfare' }, fields: ['name', 'address'], drafted: [16, '9:30'],
    need: '请安排临时照料。', summary: '主要照料人住院，家中无其他成年人。', sent: [16, '14:40'],
    override: { reason: '主要照料人住院，父母均联系不上，孩子无人照看。',
      decided: { when: [16, '11:10'], isApproved: true, answer: '情况紧急，同意；只转必要信息，并继续联系父母。' } },
    answered: { when: [15, '10:20'], isAccepted: true, reason: '已安排临时照料家庭，每周回访。' } }),
  planned({ key: 'without-consent-refused', by: 'town-office', to: { body: 'center' }, drafted: [8, '10:20'],
    need: '请安排亲子沟通辅导。', summary: '与监护人争吵较多。',
    override: { reason: '监护人说没有时间来签同意书。',
      decided: { when: [7, '15:30'], isApproved: false, answer: '监护人联系得上，不属于紧急情况：请上门说明并取得同意后再转。' } } }),
  planned({ key: 'done-by-county', by: 'town3-office', to: { person: 'county-office' }, hasLeftSchool: true, drafted: [40, '9:40'], sent: [39, '10:10'],
    need: '请协调职业学校的助学名额。', summary: '初中毕业，想学一门手艺。',
    answered: { when: [36, '9:50'], isAccepted: true, reason: '已转告职业学校招生办公室。' },
    finished: { when: [25, '15:20'], result: '已录取，学费减免；住校期间由学校关工委关心。' } }),
]

type Step = Pick<PlannedReferral, 'answered' | 'finished'> & { sent: number }
/** How far the further ones of a larger city have come, one after the other. */
const furtherSteps: readonly Step[] = [
  { sent: 28, answered: { when: [25, '14:30'], isAccepted: true, reason: '已接收，专人跟进。' },
    finished: { when: [14, '15:10'], result: '已完成服务，孩子状态平稳，转回原单位日常走访。' } },
  { sent: 5, answered: null, finished: null },
  { sent: 15, answered: { when: [11, '10:50'], isAccepted: true, reason: '已接收，本周内上门。' }, finished: null },
  { sent: 22, answered: { when: [19, '11:40'], isAccepted: false, reason: '名额已满，请下季度再联系。' }, finished: null },
]
const furtherNeeds = [
  ['clinic', '请做一次心理评估。', '近期情绪低落。'], ['center', '请安排假期团体活动。', '假期无人陪伴。'], ['special-school', '请作入学评估。', '学习上需要特别支持。'],
] as const

/** The referrals of a city of this scale; `offices` are sign-in names of counties that ask for more. */
export function planReferrals({ scale, offices }: { scale: number; offices: readonly string[] }): PlannedReferral[] {
  const count = offices.length === 0 ? 0 : moreOf(6, scale)
  const further = Array.from({ length: count }, (_none, at) => {
    const { sent, ...step } = furtherSteps[at % furtherSteps.length] ?? { sent: 1, answered: null, finished: null }
    const [body, need, summary] = furtherNeeds[at % furtherNeeds.length] ?? furtherNeeds[0]
    return planned({ key: `further-${at}`, by: offices[at % offices.length] ?? '', to: { body }, need, summary, drafted: [sent + 1, '9:30'],
      sent: [sent, '10:20'], ...step })
  })
  return [...ofEveryState, ...further]
}
