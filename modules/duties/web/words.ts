import { defineWords } from '#platform/ui/words.ts'

/** What lists, pages and forms of duties share. */
export const words = defineWords({
  bodyKindWords: { 'public-foundation': '具有公开募捐资格的基金会', 'public-society': '具有公开募捐资格的社会团体、社会服务机构', foundation: '不具有公开募捐资格的基金会',
    society: '不具有公开募捐资格的社会团体、社会服务机构' },
  body: '账套', save: '保存', cancel: '取消', reason: '原因', day: '日期', words: '说明', all: '全部', none: '没有', name: '名称', status: '状态', kind: '类别',
  needed: (label: string) => `请填写${label}`, yuan: (text: string) => `${text} 元`, by: (day: string, name: string) => `${day}，${name}`,
  noBodies: '这里没有账套', noBodiesLead: '法定义务按账套的单位计算，请先请会计建立账套。', unverified: '数字未与规定原文核对',
  creditCode: '统一社会信用代码', openRecorded: '打开（留痕）',
}, {
  bodyKindWords: { 'public-foundation': 'foundation that may ask the public', 'public-society': 'society or service body that may ask the public',
    foundation: 'foundation that may not ask the public', society: 'society or service body that may not ask the public' },
  body: 'Books', save: 'Save', cancel: 'Cancel', reason: 'Reason', day: 'Day', words: 'In words', all: 'all', none: 'none', name: 'Name', status: 'Status',
  kind: 'Kind', needed: (label: string) => `Please fill in: ${label}`, yuan: (text: string) => `${text} yuan`, by: (day: string,
    name: string) => `${day}, ${name}`,
  noBodies: 'No books here', noBodiesLead: 'Duties belong to the holder of a set of books; please ask an accountant to open one.',
  unverified: 'number not checked with the text of the rule', creditCode: 'Unified social credit code', openRecorded: 'Open (recorded)',
})
