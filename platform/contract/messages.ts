import { z } from 'zod'

type Issue = Parameters<NonNullable<Parameters<typeof z.config>[0]>['customError'] & {}>[0]

/** zod's own Chinese reads like a machine; these are the sentences a town worker sees beside a field. */
export function messageOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? '请填写此项' : typeSentence(String(issue.expected))
    case 'too_small':
      return tooSmall(String(issue.origin), Number(issue.minimum))
    case 'too_big':
      return issue.origin === 'string' ? `请不超过${issue.maximum}个字` : issue.origin === 'array' ? `最多${issue.maximum}项` : `不能大于${issue.maximum}`
    case 'invalid_format':
      return formatSentence(String(issue.format))
    case 'invalid_value':
      return '请从所列选项中选择'
    case 'unrecognized_keys':
      return '含有不认识的项目'
    case 'invalid_union':
      return '填写的内容不符合要求'
    default:
      return '填写的内容不符合要求'
  }
}

function tooSmall(origin: string, minimum: number): string {
  if (origin === 'string') return minimum <= 1 ? '请填写此项' : `请至少填${minimum}个字`
  if (origin === 'array') return minimum <= 1 ? '请至少选择一项' : `请至少选择${minimum}项`
  return `不能小于${minimum}`
}

function typeSentence(expected: string): string {
  return ({ number: '请填数字', int: '请填整数', boolean: '请选择是或否', string: '请填文字', date: '请填日期' })[expected] ?? '填写的内容不符合要求'
}

function formatSentence(format: string): string {
  return ({ uuid: '编号不正确', date: '请填真实的日期，如 2026-03-05', email: '邮箱地址不正确', regex: '格式不正确' })[format] ?? '格式不正确'
}

z.config({ customError: (issue) => messageOf(issue) })
