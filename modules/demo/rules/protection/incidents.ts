import type { When } from './moments.ts'

/** Something that befell data of children. People are sign-in names of the demo. */
export type PlannedIncident = {
  key: string
  by: string
  kind: 'leak' | 'loss'
  title: string
  fields: readonly ('name' | 'idNumber' | 'phone' | 'address' | 'school' | 'guardians')[]
  cause: string
  /** How many children are known by their files, and how many there are in all. */
  listed: number
  count: number
  found: When
  recorded: When
  measures: { when: When; words: string } | null
  authority: { when: When; toldAt: When; name: string } | null
  guardians: { when: When; toldAt: When; words: string } | null
  closed: { when: When; note: string } | null
}

/** One that was seen through to its end, and one in hand: its guardians are still to be told. */
export const plannedIncidents: readonly PlannedIncident[] = [
  { key: 'sent-to-wrong-group', by: 'town-office', kind: 'leak', title: '走访登记表误发到居民微信群', fields: ['name', 'phone', 'guardians'], listed: 6, count: 6,
    cause: '工作人员用手机转发表格时选错了群，约四分钟后撤回；群内四十余人，有两人已点开。', found: [36, '16:20'], recorded: [36, '17:05'],
    measures: { when: [35, '9:30'], words: '当即撤回并在群内说明，请已下载的两人删除并书面承诺；停止用微信传表，改在平台内流转。' },
    authority: { when: [35, '10:10'], toldAt: [35, '9:50'], name: '网信部门（演示）' },
    guardians: { when: [34, '17:30'], toldAt: [34, '16:40'], words: '逐户电话告知六户，说明经过和补救，无人要求进一步处理。' },
    closed: { when: [27, '15:00'], note: '两周内未见扩散；已组织全镇工作人员重学信息保护要求。' } },
  { key: 'lost-drive', by: 'county2-office', kind: 'loss', title: '存有花名册的移动硬盘遗失', fields: ['name', 'idNumber', 'address', 'school'], listed: 9, count: 12,
    cause: '外出核对名单时携带，返程后发现不在包内；硬盘已加密，名册为去年核对用的副本。', found: [2, '15:30'], recorded: [2, '16:40'],
    measures: { when: [1, '9:20'], words: '已沿途寻找并联系客运站；停用该硬盘的密钥；清点其他移动存储。' },
    authority: { when: [1, '10:40'], toldAt: [1, '10:15'], name: '网信部门（演示）' }, guardians: null, closed: null },
]
