import type { When } from './moments.ts'

/** A phone somebody of the demo has enrolled: nobody holds it, and its secret was thrown away. */
export type PlannedPhone = { by: string; name: string; platform: string; enrolled: When; lastSeen: When; cutOff: { when: When; reason: string } | null }

/** Phones in use, one that has not been heard of for weeks, and one that was lost. */
export const plannedPhones: readonly PlannedPhone[] = [
  { by: 'volunteer', name: '我的手机', platform: 'Android', enrolled: [48, '9:30'], lastSeen: [1, '8:10'], cutOff: null },
  { by: 'village-worker', name: '工作手机', platform: 'Android', enrolled: [60, '10:20'], lastSeen: [1, '17:40'], cutOff: null },
  { by: 'village-worker', name: '旧手机', platform: 'Android', enrolled: [150, '9:00'], lastSeen: [62, '12:00'],
    cutOff: { when: [61, '8:30'], reason: '乘车时遗失' } },
  { by: 'volunteer2', name: '孩子给的手机', platform: 'iPhone', enrolled: [90, '15:10'], lastSeen: [26, '9:20'], cutOff: null },
]
