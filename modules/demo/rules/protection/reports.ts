import type { When } from './moments.ts'

/** A step of a mandatory report: who was told, or what else was done. */
export type PlannedStep = {
  when: When
  kind: 'police' | 'civil-affairs' | 'education' | 'hospital' | 'guardian' | 'visited' | 'note'
  contact?: string
  receiptNumber?: string
  text: string
}

/** A mandatory report of the demo. People are sign-in names; only those named for it see it. */
export type PlannedReport = {
  key: string
  by: string
  /** About a registered child of the own range, or one described in words. */
  about: 'child' | { description: string }
  situations: readonly ('many-injuries' | 'abandoned' | 'other-grave-harm')[]
  place: string
  seenAt: When
  seen: string
  filed: When
  /** Told to the police before it was filed. */
  told: { when: When; contact: string; receiptNumber: string } | null
  /** When an officer opened it. */
  opened: When | null
  steps: readonly PlannedStep[]
  closed: { when: When; result: 'civil-affairs' | 'mistaken'; text: string } | null
}

/** Who receives the reports of a unit beside the officers, and since when. */
export const plannedDesignees: readonly { person: string; since: When }[] = [
  { person: 'city-office', since: [180, '10:00'] }, { person: 'town-office', since: [90, '10:00'] },
]

/** One in each state, and one that was a mistake. */
export const plannedReports: readonly PlannedReport[] = [
  { key: 'seen-through', by: 'volunteer', about: 'child', situations: ['many-injuries'], place: '孩子家中', seenAt: [41, '15:30'],
    seen: '走访时见手臂和小腿有多处新旧淤青，问起时低头不说，照料人说是摔的，说法前后不一。', filed: [41, '16:40'],
    told: { when: [41, '16:05'], contact: '110接警台', receiptNumber: '演示-报警回执-01' }, opened: [41, '16:52'],
    steps: [
      { when: [41, '19:20'], kind: 'police', contact: '派出所（演示）', receiptNumber: '演示-受案回执-01', text: '民警到场，已受案；当晚由亲属接走照看。' },
      { when: [40, '9:40'], kind: 'hospital', contact: '医院儿科（演示）', text: '陪同验伤，留存检查记录。' },
      { when: [40, '14:30'], kind: 'civil-affairs', contact: '未成年人保护工作站（演示）', receiptNumber: '演示-转办单-01', text: '启动监护评估，安排临时照料。' },
      { when: [36, '10:20'], kind: 'visited', text: '到临时照料家庭探望，情绪稳定，饮食睡眠正常。' },
    ],
    closed: { when: [31, '11:00'], result: 'civil-affairs', text: '民政部门已作监护干预，照料人接受家庭教育指导并签承诺；结对志愿者每周探望。' } },
  { key: 'in-hand', by: 'village-worker', about: 'child', situations: ['other-grave-harm'], place: '村卫生室', seenAt: [4, '8:50'],
    seen: '村医反映孩子额头外伤，由邻居送来，说是被家中来客推倒；照料人当时不在家。', filed: [4, '9:30'],
    told: { when: [4, '9:10'], contact: '110接警台', receiptNumber: '演示-报警回执-02' }, opened: [4, '9:41'],
    steps: [
      { when: [4, '11:30'], kind: 'hospital', contact: '县医院急诊（演示）', text: '已包扎，无大碍，留观半日。' },
      { when: [3, '10:15'], kind: 'police', contact: '派出所（演示）', receiptNumber: '演示-受案回执-02', text: '已找到当事人询问，正在调查。' },
      { when: [2, '16:00'], kind: 'guardian', text: '与照料人面谈，说明孩子不能单独留给外人。' },
    ], closed: null },
  { key: 'not-opened', by: 'town3-office', about: { description: '约六七岁男孩，常在集市一带独自逗留，穿蓝色校服外套。' }, situations: ['abandoned'], place: '集市东头',
    seenAt: [1, '17:10'], seen: '天黑后仍一人在摊位旁睡着，摊主说已连续三天，问不出家里大人的去向。', filed: [1, '17:45'], told: null, opened: null,
    steps: [], closed: null },
  { key: 'mistaken', by: 'village3-worker', about: 'child', situations: ['other-grave-harm'], place: '学校门口', seenAt: [23, '16:30'],
    seen: '放学时见一成年人拉扯孩子上车，孩子哭闹。', filed: [23, '16:55'], told: null, opened: [23, '17:04'],
    steps: [{ when: [23, '17:25'], kind: 'note', text: '与班主任和家中核对：是孩子的舅舅接去看牙，孩子怕疼不愿去。' }],
    closed: { when: [22, '9:20'], result: 'mistaken', text: '核实为亲属接送就医，不存在侵害。' } },
]
