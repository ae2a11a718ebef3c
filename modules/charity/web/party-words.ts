import { defineWords } from '#platform/ui/words.ts'

const grounds: Readonly<Record<string, string>> = {
  founder: '发起人', 'major-donor': '主要捐赠人', board: '理事、监事或主要管理人员', relative: '近亲属', controlled: '受其控制或施加重大影响', other: '其他关联关系',
}
const groundsInEnglish: Readonly<Record<string, string>> = {
  founder: 'founder', 'major-donor': 'major donor', board: 'member of the board or senior staff', relative: 'close relative',
  controlled: 'controlled or influenced',
  other: 'other relation',
}
const bases: Readonly<Record<string, string>> = { code: '统一社会信用代码相同', identity: '身份证号相同', name: '姓名或名称相同' }
const basesInEnglish: Readonly<Record<string, string>> = { code: 'same credit code', identity: 'same identity number', name: 'same name' }

/** What pages say of related parties beside a gift or an agreement. */
export const partyWords = defineWords({
  title: '关联方核对', none: (day: string) => `${day} 核对，没有发现`, found: (day: string) => `${day} 核对，可能是关联方`,
  match: (ground: string, by: string) => `${grounds[ground] ?? ''}（${bases[by] ?? ''}）`, open: '去关联方登记往来',
}, {
  title: 'Related parties', none: (day: string) => `checked on ${day}: nothing found`, found: (day: string) => `checked on ${day}: may be a related party`,
  match: (ground: string, by: string) => `${groundsInEnglish[ground] ?? ''} (${basesInEnglish[by] ?? ''})`, open: 'Record the dealing at the related parties',
})
