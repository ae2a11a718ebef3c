import { moreOf, type When } from './moments.ts'

/** A child going over to another unit: who holds it, who is to take it, who began, and how far that came. People are sign-in names of the demo. */
export type PlannedTransfer = {
  key: string
  holder: string
  taker: string
  /** Somebody of the unit the child goes to; the taker's own unit where it is the same. */
  into: string
  beganBy: 'asker' | 'holder'
  explanation: string
  begun: When
  answered: { when: When; isAccepted: boolean; answer: string } | null
  withdrawn: When | null
}

const ofEveryState: readonly PlannedTransfer[] = [
  { key: 'asked-waits', holder: 'town-office', taker: 'town3-office', into: 'village4-worker', beganBy: 'asker', begun: [2, '9:40'],
    explanation: '孩子随母亲到本村居住，已在本村小学就读，请转来由我们帮扶。', answered: null, withdrawn: null },
  { key: 'offered-waits', holder: 'town2-office', taker: 'county2-office', into: 'county2-office', beganBy: 'holder', begun: [3, '10:30'],
    explanation: '全家已迁往贵县县城，房子已租到明年，请接收。', answered: null, withdrawn: null },
  { key: 'asked-late', holder: 'town-office', taker: 'county2-office', into: 'town3-office', beganBy: 'asker', begun: [12, '15:20'],
    explanation: '孩子暑假后一直住在本县祖父家，请转来。', answered: null, withdrawn: null },
  { key: 'asked-done', holder: 'county2-office', taker: 'town2-office', into: 'village3-worker', beganBy: 'asker', begun: [32, '9:50'],
    explanation: '户口和学籍都已迁到本村，请转来。',
    answered: { when: [30, '14:10'], isAccepted: true, answer: '同意转接，档案一并转去。' }, withdrawn: null },
  { key: 'offered-done', holder: 'town-office', taker: 'town3-office', into: 'town3-office', beganBy: 'holder', begun: [24, '11:00'],
    explanation: '孩子已随父亲到贵镇读书，请接收。',
    answered: { when: [21, '9:30'], isAccepted: true, answer: '已见到孩子，同意接收。' }, withdrawn: null },
  { key: 'asked-refused', holder: 'town-office', taker: 'town2-office', into: 'town2-office', beganBy: 'asker', begun: [18, '10:15'],
    explanation: '孩子近来住在本镇，请转来。',
    answered: { when: [16, '16:00'], isAccepted: false, answer: '孩子只是假期暂住，开学即返回，仍由本镇帮扶。' }, withdrawn: null },
  { key: 'offered-withdrawn', holder: 'town2-office', taker: 'town-office', into: 'town-office', beganBy: 'holder', begun: [15, '9:25'],
    explanation: '监护人准备搬到贵镇。', answered: null, withdrawn: [14, '15:45'] },
]

/** The transfers of a city of this scale; `offices` are sign-in names of counties between which further children have gone over. */
export function planTransfers({ scale, offices }: { scale: number; offices: readonly string[] }): PlannedTransfer[] {
  const count = offices.length < 2 ? 0 : moreOf(2, scale)
  const further = Array.from({ length: count }, (_none, at): PlannedTransfer => {
    const [holder = '', taker = ''] = [offices[at % offices.length], offices[(at + 1) % offices.length]]
    return { key: `further-${at}`, holder, taker, into: taker, beganBy: 'holder', begun: [27 + at % 20, '10:00'], explanation: '孩子已随家人迁往贵县，请接收。',
      answered: { when: [25 + at % 20, '15:00'], isAccepted: true, answer: '同意接收。' }, withdrawn: null }
  })
  return [...ofEveryState, ...further]
}
