import type { Sex } from '#platform/values/id-card.ts'
import type { clearanceStates, educationLevels, joinedByKinds, twinReasons, volunteerStatuses } from '../contract.ts'

/** 性别 */
export const sexWords: Record<Sex, string> = { male: '男', female: '女' }
/** 学历 */
export const educationWords: Record<(typeof educationLevels)[number], string> = {
  primary: '小学', junior: '初中', senior: '高中（中专）', college: '大专', bachelor: '本科', master: '研究生',
}
/** 加入方式 */
export const joinedByWords: Record<(typeof joinedByKinds)[number], string> = { organised: '组织发动', inspired: '典型带动', introduced: '五老推动' }
/** 状态 */
export const statusWords: Record<(typeof volunteerStatuses)[number], string> = { active: '在岗', resting: '休整', left: '已退出' }
/** 准入查询 */
export const clearanceWords: Record<(typeof clearanceStates)[number], string> = {
  valid: '有效', expiring: '即将到期', expired: '已过期', found: '有记录', pending: '待查', none: '未查询',
}
/** 疑似重复的依据 */
export const twinWords: Record<(typeof twinReasons)[number], string> = { 'id-number': '身份证号相同', 'name-birth': '姓名和出生日期相同', phone: '电话相同' }
