import { describe, expect, it } from 'vitest'
import type { FormAnswers } from '../../contract.ts'
import { answerLines, findFormIssues, knownLines, type FormLine } from './form-lines.ts'

const none: FormAnswers = { incomes: [], aids: [], relatives: [] }
const relationNames = { father: '父亲', grandmother: '祖母' }
const valueOf = (lines: readonly FormLine[], label: string) => lines.find((line) => line.label === label)?.value
const fact = (subject: 'child' | 'father' | 'household', kind: 'illness' | 'disability' | 'work' | 'economy' | 'registration' | 'guardianship' | 'schooling',
  value: string,
  untilOn: string | null = null) => ({ subject, kind, value, untilOn })

describe('what a file says already on a form', () => {
  const lines = (change: Partial<Parameters<typeof knownLines>[0]>) =>
    knownLines({ file: {}, sex: 'male', facts: [], householdSize: null, relationNames, ...change })

  it('is the identity as far as it was opened', () => {
    const opened = lines({ file: { name: '张三', birthOn: '2015-05-20', idNumber: '990101201505201234', address: '东路1号', school: '东街小学' } })
    expect(['姓名', '出生日期', '证件号码', '现住址', '学校'].map((label) => valueOf(opened, label)))
      .toEqual(['张三', '2015-05-20', '990101201505201234', '东路1号', '东街小学'])
    expect(['姓名', '出生日期', '证件号码', '现住址', '学校', '健康、残疾、患病'].map((label) => valueOf(lines({}), label))).toEqual(['', '', '', '', '', ''])
    expect([valueOf(lines({}), '性别'), valueOf(lines({ sex: 'female' }), '性别')]).toEqual(['男', '女'])
  })

  it('is each fact that goes on in its line, and none that has ended', () => {
    const facts = [fact('child', 'illness', 'severe'), fact('child', 'disability', 'grade-1'), fact('father', 'work', 'away'),
      fact('household', 'economy', 'low-income'),
      fact('child', 'registration', 'rural'), fact('child', 'guardianship', 'fair'), fact('child', 'schooling', 'primary'),
      fact('child', 'schooling', 'kindergarten', '2021-08-31')]
    const found = lines({ facts, file: { health: '哮喘' } })
    expect(valueOf(found, '健康、残疾、患病')).toBe('孩子重病、孩子一级残疾；哮喘')
    expect(['户籍', '就学情况', '父母情况', '监护状况', '家庭经济'].map((label) => valueOf(found, label)))
      .toEqual(['农村户籍', '小学', '父亲外出务工', '一般', '低保边缘家庭'])
    expect(valueOf(lines({ file: { health: '哮喘' } }), '健康、残疾、患病')).toBe('哮喘')
  })

  it('is of the parents whatever keeps them from their child', () => {
    for (const [kind, value] of [['life', 'deceased'], ['contact', 'lost'], ['custody', 'detox'], ['work', 'away'], ['ability', 'none'],
      ['rights', 'revoked']] as const) {
      expect(valueOf(lines({ facts: [{ subject: 'mother', kind, value, untilOn: null }] }), '父母情况'), kind).toMatch(/^母亲./)
    }
  })

  it('is how many live together, where that is known', () => {
    expect([valueOf(lines({}), '共同生活人数'), valueOf(lines({ householdSize: 4 }), '共同生活人数')]).toEqual(['', '4'])
  })

  it('is each guardian with what is known', () => {
    const guardian = { id: '1', relation: 'grandmother' as const, name: '李桂花', phone: '13800000000', idNumber: null, guardianship: 'entrusted' as const,
      isPrimary: true }
    expect(lines({ file: { guardians: [guardian] } }).at(-1)).toEqual({ label: '监护人（祖母）', value: '李桂花，13800000000' })
  })
})

describe('what was answered on a form', () => {
  it('is a line for each question, empty where nothing was answered', () => {
    expect(answerLines(none, relationNames).map(({ value }) => value)).toEqual(['', '', '', '', '', '', '', ''])
    const answers: FormAnswers = {
      ...none, ethnicity: '汉族', registeredAddress: '西路2号', boards: 'no', housing: 'rented', yearlyIncomeYuan: 0, incomes: ['wages', 'farming'],
      aids: ['medical', 'other'],
      note: '需家访',
    }
    expect(answerLines(answers, relationNames).map(({ value }) => value)).toEqual(['汉族', '西路2号', '否', '租住', '0', '务工工资、务农', '医疗救助、其他', '需家访'])
    expect(valueOf(answerLines({ ...none, boards: 'yes' }, relationNames), '是否寄宿')).toBe('是')
  })

  it('is a line for each relative', () => {
    const answers: FormAnswers = { ...none, relatives: [{ relation: 'father', name: '张大', workPlace: '深圳', phone: '13800000000' }] }
    expect(valueOf(answerLines(answers, relationNames), '父亲')).toBe('张大，深圳，13800000000')
  })
})

describe('answers', () => {
  const wrong = (relative: Partial<FormAnswers['relatives'][number]>) =>
    findFormIssues({ ...none, relatives: [{ relation: 'mother', name: '李四' }, { relation: 'father', name: '张大', ...relative }] },
      '2026-03-16').map(({ path }) => path.join('.'))

  it('are refused beside the relative whose birth date has not come, whose telephone or number is none', () => {
    expect(wrong({ birthOn: '2026-03-17' })).toEqual(['answers.relatives.1.birthOn'])
    expect(wrong({ phone: '12' })).toEqual(['answers.relatives.1.phone'])
    expect(wrong({ idNumber: '990101195503051219' })).toEqual(['answers.relatives.1.idNumber'])
  })

  it('are taken otherwise', () => {
    expect(wrong({})).toEqual([])
    expect(wrong({ birthOn: '2026-03-16', phone: '13800000000', idNumber: '990101195503051218' })).toEqual([])
  })
})
