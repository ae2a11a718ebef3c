import { ageBandLabel, type AgeBand } from '#platform/values/mask.ts'
import { formatChinese } from '#platform/values/local-date.ts'
import type {
  ClosingReason, Colour, Distance, EndingReason, GoalOutcome, Medium, Outcome, OverrideStatus, PairingRole, PlanStatus, Scale,
} from '../contract.ts'
import type { PairingObstacle } from './pairing.ts'

/** 四色. */
export const colourWords: Record<Colour, string> = { red: '红色', yellow: '黄色', blue: '蓝色', green: '绿色' }
/** How urgent a colour is. */
export const riskWords: Record<Colour, string> = { red: '高风险', yellow: '中风险', blue: '低风险', green: '平稳' }
/** How far a colour wished against the scales has come. */
export const overrideStatusWords: Record<OverrideStatus, string> = { pending: '待审批', approved: '已同意', rejected: '未同意', lapsed: '已由新的评估代替' }
/** The three scales. */
export const scaleWords: Record<Scale, string> = { guardianship: '监护', physical: '生理', behaviour: '行为' }
/** How a visit is made. */
export const mediumWords: Record<Medium, string> = { home: '上门', phone: '电话', school: '到校', video: '视频', outing: '外出活动' }
/** What came of it. */
export const outcomeWords: Record<Outcome, string> = { made: '见到孩子', attempted: '未见到' }
/** Parts in a pairing. */
export const roleWords: Record<PairingRole, string> = { primary: '主要结对', helper: '协助结对' }
/** Why a case is closed. */
export const closingReasonWords: Record<ClosingReason, string> = {
  solved: '困难已解决', 'family-reunited': '父母返乡团聚', 'moved-away': '迁往外地', 'grown-up': '已满十八岁', declined: '监护人不再需要', duplicate: '重复个案', other: '其他',
}

/** The smallest place two units share. */
export const distanceWords: Record<Distance, string> = { village: '同村（社区）', town: '同乡镇', county: '同县区', city: '同市' }
/** Where a plan stands. */
export const planStatusWords: Record<PlanStatus, string> = {
  draft: '草稿', submitted: '待审批', returned: '已退回', approved: '执行中', suspended: '已中止', ended: '已结束',
}
/** How a goal stands. */
export const goalOutcomeWords: Record<GoalOutcome, string> = { open: '进行中', reached: '达成', missed: '未达成' }
/** Why a plan ended. */
export const endingReasonWords: Record<EndingReason, string> = {
  reached: '目标已达成', changed: '情况变化，另拟方案', withdrawn: '家庭不再需要', 'case-closed': '随个案结案', other: '其他',
}

/** A child as everybody may see it: 李某 · 6—13岁. */
export const childLabelOf = (child: { maskedName: string; ageBand: string }): string => `${child.maskedName} · ${ageBandLabel(child.ageBand as AgeBand)}`

/** What stands against a pairing, in a few words for a list. */
export function pairingObstacleWords(obstacle: PairingObstacle): string {
  switch (obstacle.code) {
    case 'CASE_CLOSED': return '个案已结案'
    case 'VOLUNTEER_NEEDS_CONSENT': return '家庭对帮扶的同意已收回或到期'
    case 'PERIOD_REVERSED': return '结束日期早于开始日期'
    case 'PAIRING_BEFORE_CASE': return `开案日期是${formatChinese(obstacle.data.openedOn)}`
    case 'VOLUNTEER_NOT_ACTIVE': return '目前不在岗'
    case 'VOLUNTEER_NOT_CLEARED': return clearanceWords(obstacle.data.clearedUntilOn)
    case 'ALREADY_PAIRED': return '已与这个孩子结对'
    case 'PRIMARY_EXISTS': return `已有主要结对人${obstacle.data.name}，可改为协助`
    case 'NO_CAPACITY': return obstacle.data.capacity === 0 ? '未承担结对任务' : `结对名额已满（${obstacle.data.capacity}名）`
  }
}

const clearanceWords = (until: string | null) => (until === null ? '没有有效的准入查询' : `准入查询${formatChinese(until)}到期，不够覆盖结对期间`)
